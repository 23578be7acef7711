"""What a member finds of moderation: the people they blocked, and reports by and about them."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts import queries as accounts
from pro_am.accounts.current import current_member
from pro_am.foundation.web.policy import Policy, allow
from pro_am.moderation import actions, queries
from pro_am.moderation.queries import restrictions as restricting
from pro_am.moderation.rules import OUTCOMES, REASONS, SUBJECTS
from pro_am.moderation.rules.restrictions import ENDINGS, KINDS, RULES

blueprint = Blueprint("moderation", __name__)


@blueprint.get("/blocked")
@allow(Policy.MEMBER)
def blocked() -> ResponseReturnValue:
    return render_template("moderation/blocked.html", blocks=queries.blocks_by(current_member()))


@blueprint.post("/blocked/<public_id>/unblock")
@allow(Policy.OWNER)
def unblock(public_id: str) -> ResponseReturnValue:
    member = current_member()
    other = accounts.member_with_public_id(public_id)
    if other is None or not queries.has_blocked(member, other.id):
        abort(404)
    name = other.first_name
    actions.unblock(member, other.id)
    flash(_("%(name)s can write to you and book you again.", name=name), "success")
    return redirect(url_for(".blocked"), 303)


@blueprint.get("/reports")
@allow(Policy.MEMBER)
def reports() -> ResponseReturnValue:
    """What one has reported, and what moderators have read and decided about oneself."""
    about_me = queries.decided_about(current_member())
    restrictions = restricting.restrictions_of(current_member())
    return render_template(
        "moderation/reports.html",
        mine=queries.reports_by(current_member()),
        about_me=about_me,
        restrictions=restrictions,
        readings=queries.readings_of(
            [
                *(report.id for report in about_me),
                *(each.report_id for each in restrictions if each.report_id),
            ]
        ),
        KINDS=KINDS,
        RULES=RULES,
        ENDINGS=ENDINGS,
        REASONS=REASONS,
        OUTCOMES=OUTCOMES,
        SUBJECTS=SUBJECTS,
    )
