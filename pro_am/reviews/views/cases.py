"""What the other side of a case reads, and answers."""

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.reviews import actions
from pro_am.reviews.forms import AnswerForm
from pro_am.reviews.queries.cases import case_for, reasons_of
from pro_am.reviews.rules.cases import CaseKind
from pro_am.reviews.views.own import blueprint


@blueprint.route("/reviews/cases/<public_id>", methods=["GET", "POST"])
@allow(Policy.OWNER)
def case(public_id: str) -> ResponseReturnValue:
    found, form = case_for(current_member(), public_id) or abort(404), AnswerForm()
    if form.is_valid_post():
        try:
            actions.answer_case(found, current_member(), form.text.data)
        except Refusal as refusal:
            form.show(refusal)
            found = case_for(current_member(), public_id) or abort(404)
        else:
            flash(_("A moderator reads it beside what was said, and decides."), "success")
            return redirect(url_for(".case", public_id=public_id), 303)
    return page(
        "reviews/case.html",
        form,
        case=found,
        review=found.review,
        booking=found.review.booking,
        is_doubt=found.kind is CaseKind.DID_NOT_HAPPEN,
        reasons=[each for each in reasons_of(found) if not each.is_taken_back],
    )
