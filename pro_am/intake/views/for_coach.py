"""What a coach reads of whoever booked a programme with them, beside the booking and its weeks."""

from flask import abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import current_member
from pro_am.bookings.models import Booking
from pro_am.bookings.queries.own import booking_of
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.web.policy import Policy, allow
from pro_am.intake.queries.showing import Goals, goals_shown
from pro_am.intake.views.blueprint import blueprint


@blueprint.get("/for-coach/<reference>")
@allow(Policy.PARTICIPANT)
def for_coach(reference: str) -> ResponseReturnValue:
    """Whose goals they are reads and corrects them where they were asked."""
    member = current_member()
    booking = db.session.scalar(booking_of(member, reference))
    if booking is None or booking.weeks is None:
        abort(404)
    if booking.host_id == member.id:
        return redirect(url_for(".goals", craft=booking.offer.profile.craft.slug), 303)
    return render_template(
        "intake/for_coach.html",
        booking=booking,
        goals=goals_shown(booking, member, clock.now()),
    )


@blueprint.app_template_global()
def goals_for_coach(booking: Booking) -> Goals | None:
    """For the pages of a booking and of a programme; None unless its coach may read them now."""
    return goals_shown(booking, current_member(), clock.now())
