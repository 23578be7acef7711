"""The unexpected: a page that is the same for everybody, and who wants it among their results."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member, member_or_none
from pro_am.foundation.web.caching import kept_for_visitors
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.redirects import own_path
from pro_am.search import actions, unexpected
from pro_am.search.queries import habits
from pro_am.search.views.results import blueprint


@blueprint.get("/unexpected")
@allow(Policy.PUBLIC)
def show_unexpected() -> ResponseReturnValue:
    return kept_for_visitors(unexpected.stamp, _draw)


@blueprint.post("/unexpected")
@allow(Policy.MEMBER)
def switch_surprises() -> ResponseReturnValue:
    wanted = request.form.get("wanted") == "yes"
    actions.want_surprises(current_member(), wanted=wanted)
    flash(
        _("One of the first ten results may be something you do not usually book.")
        if wanted
        else _("No more surprises; they wait for you here if you want them back."),
        "success",
    )
    back = own_path(request.form.get("next")) if wanted else None
    return redirect(back or url_for("search.show_unexpected"), 303)


def _draw() -> str:
    viewer = member_or_none()
    return render_template(
        "search/unexpected.html",
        found=unexpected.unexpected(viewer),
        week=unexpected.this_week(),
        likes_surprises=viewer and habits.wishes_of(viewer.id).likes_surprises,
    )
