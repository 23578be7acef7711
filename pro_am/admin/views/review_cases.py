"""The panel for disputed reviews: both sides, and two people who took no part decide."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.admin.forms import CaseForm
from pro_am.admin.rules import CASE_OUTCOMES
from pro_am.foundation.database import transaction
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.moderation.actions import cases as panel
from pro_am.moderation.actions import public_log
from pro_am.moderation.actions.cases import Voice
from pro_am.moderation.actions.restrictions import role_of
from pro_am.moderation.queries import bench
from pro_am.moderation.queries.cases import votes_on
from pro_am.moderation.rules.public_log import About
from pro_am.reviews import actions
from pro_am.reviews.models import ReviewCase
from pro_am.reviews.queries import cases as queries
from pro_am.reviews.rules.cases import CASE_KINDS, AlreadySettled, CaseOutcome

blueprint = Blueprint("review_cases", __name__, url_prefix="/moderation/cases")


@blueprint.get("/<public_id>")
@allow(Policy.JUDGE)
def show(public_id: str) -> ResponseReturnValue:
    return _show(_case(public_id), CaseForm(formdata=None))


@blueprint.post("/<public_id>")
@allow(Policy.JUDGE)
def decide(public_id: str) -> ResponseReturnValue:
    case, form = _case(public_id), CaseForm()
    if form.is_valid_post():
        try:
            is_settled = _decide(case, form.voice)
        except Refusal as refusal:
            form.show(refusal)
            case = _case(public_id)
        else:
            told = (
                _("Settled. Those concerned get a letter with your words.")
                if is_settled
                else _("Noted. Somebody else who took no part speaks next.")
            )
            flash(told, "success")
            return redirect(url_for(".show", public_id=public_id), 303)
    return _show(case, form)


def _decide(case: ReviewCase, voice: Voice) -> bool:
    me = current_member()
    with transaction():
        if case.outcome is not None:
            raise AlreadySettled
        agreed = panel.speak(_ref(case), me, voice, parties=_parties(case))
        if agreed is None:
            return False
        upheld = agreed.outcome == CaseOutcome.UPHELD
        words = {"words_fr": agreed.words_fr, "words_en": agreed.words_en}
        actions.settle_case(case, me, upheld=upheld, **words)
        outcome = CASE_OUTCOMES[CaseOutcome(agreed.outcome)]
        public_log.note(About.REVIEW, outcome, by_role=role_of(me))
    return True


def _ref(case: ReviewCase) -> str:
    """Opened anew, it is decided anew."""
    return f"review {case.public_id} {case.opened_at.isoformat()}"


def _parties(case: ReviewCase) -> frozenset[int]:
    objecting = {each.by.id for each in queries.reasons_of(case)}
    return frozenset({case.review.author_id, case.review.subject_id, *objecting})


def _case(public_id: str) -> ReviewCase:
    """Whom it concerns hears of it by letter."""
    found = queries.case_with(public_id)
    if found is None or current_member().id in _parties(found):
        abort(404)
    return found


def _show(case: ReviewCase, form: CaseForm) -> ResponseReturnValue:
    me, votes = current_member(), votes_on(_ref(case))
    return page(
        "admin/case.html",
        form,
        case=case,
        review=case.review,
        reasons=queries.reasons_of(case),
        spoken=len(votes),
        has_spoken=any(each.by_id == me.id for each in votes),
        is_alone=bench.decides_alone(me),
        CASE_KINDS=CASE_KINDS,
        CASE_OUTCOMES=CASE_OUTCOMES,
    )
