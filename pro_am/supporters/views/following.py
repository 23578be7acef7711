"""A friend's own page, which needs no account: its address is signed.

A GET changes nothing, whoever opens it: people, mail scanners, browsers that fetch ahead. Whether
a friend has read is known when they press a button that says so.
"""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.languages import LANGUAGES, NAMES
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import csrf
from pro_am.supporters import actions
from pro_am.supporters.forms import CheerForm
from pro_am.supporters.models import Supporter
from pro_am.supporters.queries import links, own
from pro_am.supporters.queries.page import seen_by
from pro_am.supporters.rules import sight
from pro_am.supporters.rules.life import SupporterState
from pro_am.supporters.rules.recap import OUTCOMES

blueprint = Blueprint("following", __name__, url_prefix="/follow")
blueprint.after_request(signed_links.keep_to_itself)
# Whoever has the address has the letter; and mail programs that press the button for their reader
# (RFC 8058) have seen no form of ours.
csrf.exempt(blueprint)


@blueprint.get("/<token>")
@allow(Policy.PUBLIC)
def show(token: str) -> ResponseReturnValue:
    supporter = links.supporter_from(token) or abort(404)
    return _page(supporter, token, CheerForm(formdata=None))


@blueprint.post("/<token>/answer")
@allow(Policy.PUBLIC)
def answer(token: str) -> ResponseReturnValue:
    """Yes, no, or never for anybody."""
    supporter, then = links.supporter_from(token) or abort(404), request.form.get("then")
    try:
        if then == "yes":
            actions.accept(supporter)
        elif then in ("no", "never"):
            actions.decline(supporter, asks_nobody=then == "never")
    except Refusal:
        pass  # the page says what is the case now
    return _back(token)


@blueprint.post("/<token>/cheer")
@allow(Policy.PUBLIC)
def cheer(token: str) -> ResponseReturnValue:
    supporter, form = links.supporter_from(token) or abort(404), CheerForm()
    if form.validate():
        try:
            actions.cheer(supporter, form.words.data or "")
            return _back(token)
        except Refusal as refusal:
            form.show(refusal)
    return _page(supporter, token, form)


@blueprint.post("/<token>/read")
@allow(Policy.PUBLIC)
def read(token: str) -> ResponseReturnValue:
    supporter = links.supporter_from(token) or abort(404)
    actions.tell_read(supporter)
    return _back(token)


@blueprint.post("/<token>/language")
@allow(Policy.PUBLIC)
def speak(token: str) -> ResponseReturnValue:
    supporter, language = links.supporter_from(token) or abort(404), request.form.get("language")
    if language in LANGUAGES:
        actions.speak(supporter, language)
    return redirect(url_for(".show", token=token, language=supporter.language), 303)


@blueprint.route("/<token>/leave", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def leave(token: str) -> ResponseReturnValue:
    """The way out below each letter: a page with one button, and one POST for mail programs."""
    supporter = links.supporter_from(token) or abort(404)
    if request.method == "POST":
        actions.leave(supporter)
        if "List-Unsubscribe" not in request.form:  # mail programs are not to be sent elsewhere
            return redirect(url_for(".leave", token=token), 303)
    return render_template("supporters/follow/leave.html", supporter=supporter, token=token)


def _back(token: str) -> ResponseReturnValue:
    return redirect(url_for(".show", token=token), 303)


def _page(supporter: Supporter, token: str, form: CheerForm) -> ResponseReturnValue:
    template = {
        SupporterState.ASKED: "supporters/follow/consent.html",
        SupporterState.FOLLOWING: "supporters/follow/week.html",
    }.get(supporter.state, "supporters/follow/leave.html")
    return page(
        template,
        form,
        supporter=supporter,
        client=supporter.client,
        token=token,
        fields=[sight.FIELDS[sight.Field(each)] for each in supporter.sees],
        languages=NAMES,
        seen=seen_by(supporter) if supporter.is_following else None,
        outcomes=OUTCOMES,
        has_cheered=own.has_cheered(supporter),
    )
