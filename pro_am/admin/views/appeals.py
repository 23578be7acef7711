"""Appeals on the desk of stewards: what was decided, what the member says, and the answer."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from pro_am.accounts.current import current_member
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.moderation.actions import appeals as actions
from pro_am.moderation.forms import VoteForm
from pro_am.moderation.models import Appeal
from pro_am.moderation.queries import appeals as queries
from pro_am.moderation.queries import bench
from pro_am.moderation.queries import restrictions as restricting
from pro_am.moderation.rules import appeals as rules
from pro_am.moderation.rules import restrictions
from pro_am.reviews.queries import cases as review_cases
from pro_am.reviews.rules.cases import CASE_KINDS

blueprint = Blueprint("appeals", __name__, url_prefix="/moderation/appeals")

WORDS = {
    "KINDS_OF_OTHERS": restrictions.KINDS_OF_OTHERS,
    "RULES": restrictions.RULES,
    "ROLES": restrictions.ROLES,
    "ANSWERS": rules.ANSWERS,
}


@blueprint.get("/")
@allow(Policy.JUDGE)
def index() -> ResponseReturnValue:
    """What takes people who took no part: appeals, exclusions, and what a rule has decided."""
    for_people = restricting.for_people()
    return render_template(
        "admin/appeals.html",
        waiting=queries.waiting(),
        answered=queries.answered(),
        seconds=for_people.seconds,
        looks=for_people.looks,
        paused=for_people.paused,
        takeovers=restricting.takeovers() if current_user.is_moderator else [],
        cases=review_cases.open_cases(),
        CASE_KINDS=CASE_KINDS,
        parties_of=bench.parties_of,
        now=clock.now(),
        **WORDS,
    )


@blueprint.get("/<public_id>")
@allow(Policy.JUDGE)
def show(public_id: str) -> ResponseReturnValue:
    return _show(_appeal(public_id), VoteForm(formdata=None))


@blueprint.post("/<public_id>")
@allow(Policy.JUDGE)
def answer(public_id: str) -> ResponseReturnValue:
    appeal, form = _appeal(public_id), VoteForm()
    if form.is_valid_post():
        try:
            given = actions.answer(appeal, current_member(), form.vote)
        except Refusal as refusal:
            form.show(refusal)
            appeal = _appeal(public_id)
        else:
            told = (
                _("Answered. The member gets a letter with your words.")
                if given
                else _("Noted. Somebody else who took no part speaks next.")
            )
            flash(told, "success")
            return redirect(url_for(".show", public_id=public_id), 303)
    return _show(appeal, form)


def _appeal(public_id: str) -> Appeal:
    """Whom it concerns reads it on their own page."""
    found = queries.appeal_with(public_id) or abort(404)
    if current_member().id in bench.parties_of(found.restriction):
        abort(404)
    return found


def _show(appeal: Appeal, form: VoteForm) -> ResponseReturnValue:
    me, panel = current_member(), bench.panel_of(appeal)
    involved = bench.involved_in(appeal.restriction)
    speaker = bench.speaker(me)
    return page(
        "admin/appeal.html",
        form,
        appeal=appeal,
        restriction=appeal.restriction,
        panel=panel,
        took_part=me.id in involved,
        has_spoken=any(vote.by_id == me.id for vote in appeal.votes),
        refused=rules.why_not(
            speaker,
            panel=panel,
            votes_by=[vote.by_id for vote in appeal.votes],
            involved=involved,
            is_answered=appeal.answered_at is not None,
        ),
        **WORDS,
    )
