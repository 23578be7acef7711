"""Another time instead of yes or no: the page on which whoever has to answer proposes it."""

from datetime import timedelta

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.accounts.current import current_member
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.availability.views import slot_days
from pro_am.bookings import actions
from pro_am.bookings.actions import Proposal
from pro_am.bookings.forms.acts import ProposalForm
from pro_am.bookings.models import Booking
from pro_am.bookings.queries import answers
from pro_am.bookings.rules import life, moves
from pro_am.bookings.rules.moves import Act
from pro_am.bookings.views.other_times import coming, week_of
from pro_am.bookings.views.own import blueprint, own_booking
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow


@blueprint.route("/bookings/<reference>/propose", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def propose(reference: str) -> ResponseReturnValue:
    booking, member, now = own_booking(reference), current_member(), clock.now()
    form, side = _form(booking), booking.side_of(member)
    if request.method == "GET" and Act.PROPOSE not in moves.possible_acts(booking.facts(now), side):
        return redirect(url_for(".show", reference=reference), 303)
    start = slot_days.from_value(form.start.data)
    taken = None
    if form.is_valid_post() and start and not form.points_out(form.message.data or ""):
        try:
            actions.propose(
                booking,
                member,
                Proposal(start, form.people.data, form.message.data or ""),
                allergies_read=bool(form.allergies_read.data),
                sent=form.sent,
            )
        except SlotTaken as refusal:
            taken = refusal
            form.show(refusal)
        except Refusal as refusal:
            form.show(refusal)
        else:
            other = own_booking(reference).other_than(current_member())
            flash(_("Your proposal is sent: now it is %(name)s’s turn.", name=other.first_name))
            return redirect(url_for(".show", reference=reference), 303)
        booking = own_booking(reference)
    form.shows(booking)
    return page(
        "bookings/propose.html",
        form,
        booking=booking,
        other=booking.other_than(current_member()),
        side=side.value,
        chosen=form.start.data,
        nearest=taken.nearest if taken else [],
        length=booking.ends_at - booking.starts_at,
        rounds_left=moves.MOST_ROUNDS - booking.round - 1,
        would_answer_within=life.ANSWER_WITHIN // timedelta(hours=1),
        week=week_of(booking, answers.free_for(booking, coming(), clock.now())),
    )


def _form(booking: Booking) -> ProposalForm:
    form, offer = ProposalForm(people=booking.people), booking.offer
    least, most = min(offer.seats_least, booking.people), max(offer.seats_most, booking.people)
    form.people.choices = {
        number: ngettext("%(num)s person", "%(num)s people", number)
        for number in range(least, most + 1)
    }
    return form
