"""Disputes on the moderators' desk: what both say of a booking, and what is decided."""

from flask import Blueprint, Response, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.bookings.actions import disputes as actions
from pro_am.bookings.forms.disputes import DecisionForm
from pro_am.bookings.models import Dispute
from pro_am.bookings.queries import disputes as queries
from pro_am.bookings.rules.disputes import OUTCOMES
from pro_am.bookings.rules.life import STATES
from pro_am.bookings.views.evidence import evidence_urls
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.media.views import send_rendition

blueprint = Blueprint("disputes", __name__, url_prefix="/moderation/disputes")


@blueprint.get("/<public_id>")
@allow(Policy.MODERATOR)
def show(public_id: str) -> ResponseReturnValue:
    return _show(_dispute(public_id), DecisionForm(formdata=None))


@blueprint.post("/<public_id>")
@allow(Policy.MODERATOR)
def decide(public_id: str) -> ResponseReturnValue:
    dispute, form = _dispute(public_id), DecisionForm()
    if form.is_valid_post():
        try:
            actions.decide(dispute, current_member(), form.decision)
        except Refusal as refusal:
            form.show(refusal)
            dispute = _dispute(public_id)
        else:
            flash(_("Decided. Both people get a letter with your reason."), "success")
            return redirect(url_for(".show", public_id=public_id), 303)
    return _show(dispute, form)


@blueprint.get("/<whose_id>/evidence/<public_id>-<int:width>.<any(avif,jpg):extension>")
@allow(Policy.MODERATOR)
def evidence(whose_id: str, public_id: str, width: int, extension: str) -> Response:
    picture = queries.picture_in(_dispute(whose_id), public_id) or abort(404)
    return send_rendition(picture.public_id, width, extension, caching="no-store")


def _dispute(public_id: str) -> Dispute:
    """Nobody reads a dispute of their own here."""
    found = queries.dispute_with(public_id)
    if found is None:
        abort(404)
    if current_member().id in (found.booking.host_id, found.booking.provider_id):
        abort(404)
    return found


def _show(dispute: Dispute, form: DecisionForm) -> ResponseReturnValue:
    actions.note_reading(dispute, current_member())
    public_id = dispute.public_id
    dispute = _dispute(public_id)
    return page(
        "admin/dispute.html",
        form,
        dispute=dispute,
        booking=dispute.booking,
        photo_urls=evidence_urls(dispute, "disputes.evidence", whose_id=public_id),
        outcomes=OUTCOMES,
        states=STATES,
    )
