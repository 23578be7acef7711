"""Letters about bookings, with a calendar file where there is a date; keeping people apart."""

from typing import Any

from flask_babel import force_locale, gettext, ngettext

from pro_am.accounts.events import DataTaken, LeavingConsidered, MemberErased, MemberLeaving
from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.bookings import actions, queries
from pro_am.bookings.events import BookingMoved, BookingRequested
from pro_am.bookings.listeners.invitations import CANCELLED_STATES, invitation_for, url_of
from pro_am.bookings.models import Booking
from pro_am.bookings.queries import links
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.bookings.rules.policy import free_until, policy_from
from pro_am.conversations.events import MessageWritten
from pro_am.foundation import clock, outbox
from pro_am.foundation.database import db
from pro_am.foundation.events import listen
from pro_am.foundation.web.addresses import public_url
from pro_am.moderation.events import MemberBlocked, SafetyReported

CALENDAR_STATES = {BookingState.CONFIRMED, *CANCELLED_STATES}
# Who hears of what; the start and the end of a booking need no letter.
LETTERS = {
    BookingState.CONFIRMED: ("bookings/confirmed", (Side.HOST, Side.PROVIDER)),
    BookingState.DECLINED: ("bookings/declined", ()),
    BookingState.WITHDRAWN: ("bookings/withdrawn", ()),
    BookingState.EXPIRED: ("bookings/expired", (Side.HOST, Side.PROVIDER)),
    BookingState.CANCELLED_BY_HOST: ("bookings/cancelled", (Side.HOST, Side.PROVIDER)),
    BookingState.CANCELLED_BY_PROVIDER: ("bookings/cancelled", (Side.HOST, Side.PROVIDER)),
    BookingState.CALLED_OFF: ("bookings/called_off", (Side.HOST, Side.PROVIDER)),
}
# The other hears of it: a request goes back and forth, so that is either side.
ENDED_BY_ONE = {BookingState.DECLINED, BookingState.WITHDRAWN}


def attach() -> None:
    listen(BookingRequested, _requested)
    listen(BookingMoved, _moved)
    listen(MessageWritten, _message)
    listen(LeavingConsidered, _considered)
    listen(MemberLeaving, _leaving)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)
    listen(SafetyReported, _keep_apart)
    listen(MemberBlocked, _blocked)


def _requested(event: BookingRequested) -> None:
    booking = event.booking
    if booking.is_instant:
        return  # the letter of its confirmation follows in the same moment
    post(booking, Side.PROVIDER, "bookings/requested", answer_url=links.answer_url(booking))
    post(booking, Side.HOST, "bookings/request_sent")


def _moved(event: BookingMoved) -> None:
    if event.is_of_many:
        return  # one letter tells of all of them
    booking = event.booking
    template, sides = LETTERS.get(booking.state, ("", ()))
    if booking.state in ENDED_BY_ONE:
        sides = () if event.by is None else (booking.side_of(booking.other_than(event.by)),)
    for side in sides:
        post(booking, side, template, reason=event.reason, by=event.by)
    if event.by and event.by.id == booking.provider_id:
        availability.note_answer(booking.offer.profile_id)


def _message(event: MessageWritten) -> None:
    """Whoever had read everything hears of the first new message; not of each one after it."""
    booking = queries.booking_with_thread(event.message.thread_id)
    if booking is None:
        return
    for reader in event.first_unread_by:
        outbox.post(
            reader.address,
            "bookings/message",
            reader=reader,
            author=event.message.author,
            booking=booking,
            body=event.message.body,
            has_picture=event.message.picture_id is not None,
            url=public_url("inbox.show", language=reader.language, ref=booking.reference),
        )


def _considered(event: LeavingConsidered) -> None:
    if ahead := len(queries.ahead_of(event.member, clock.now())):
        event.goes.append(
            ngettext(
                "%(num)s booking or request that lies ahead: it is cancelled, with a letter.",
                "%(num)s bookings and requests that lie ahead: they are cancelled, with letters.",
                ahead,
            )
        )
    event.stays.append(gettext("Past bookings, for the others who took part, without addresses."))


def _leaving(event: MemberLeaving) -> None:
    with force_locale(event.member.language):
        reason = gettext("%(name)s has closed the account.", name=event.member.first_name)
    actions.cancel_what_lies_ahead(event.member, reason=reason)


def _erased(event: MemberErased) -> None:
    actions.forget_whereabouts(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["bookings"] = queries.booking_facts(event.member)


def _keep_apart(event: SafetyReported) -> None:
    """The two do not meet until a moderator has decided."""
    actions.call_off(event.report.reporter_id, event.report.owner_id)


def _blocked(event: MemberBlocked) -> None:
    actions.end_requests(db.session.get_one(Member, event.blocker_id), event.blocked_id)


def post(
    booking: Booking, side: Side, template: str, *, with_file: bool = True, **facts: Any
) -> None:
    """A letter to one of the two, with the file for their calendar where the date changes there."""
    reader = booking.host if side is Side.HOST else booking.provider
    is_dated = with_file and booking.state in CALENDAR_STATES
    attachments = (invitation_for(booking, reader),) if is_dated else ()
    outbox.post(
        reader.address,
        template,
        attachments=attachments,
        reader=reader,
        other=booking.other_than(reader),
        side=side.value,
        booking=booking,
        free_until=free_until(policy_from(booking.policy), booking.starts_at),
        url=url_of(booking, reader),
        **facts,
    )
