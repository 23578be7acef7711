"""Letters about what went otherwise; and what is left of evidence when somebody is erased."""

from flask_babel import force_locale, gettext

from pro_am.accounts import queries as accounts
from pro_am.accounts.events import DataTaken, MemberErased
from pro_am.accounts.rules import Role
from pro_am.bookings.actions import disputes as actions
from pro_am.bookings.events import BookingMoved, StatementMade
from pro_am.bookings.listeners.letters import post
from pro_am.bookings.models import Booking, Dispute
from pro_am.bookings.queries import disputes as queries
from pro_am.bookings.rules.disputes import OUTCOMES
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.bookings.rules.no_show import contest_until
from pro_am.foundation import clock, outbox
from pro_am.foundation.events import listen
from pro_am.foundation.web.addresses import public_url

MISSED = {BookingState.NO_SHOW_HOST: Side.HOST, BookingState.NO_SHOW_PROVIDER: Side.PROVIDER}


def attach() -> None:
    listen(BookingMoved, _moved)
    listen(StatementMade, _told)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _moved(event: BookingMoved) -> None:
    booking = event.booking
    if booking.state in MISSED:
        until = contest_until(booking.claimed_at or clock.now())
        side = MISSED[booking.state]
        post(booking, side, "bookings/no_show", reason=event.reason, until=until)
    if booking.state is BookingState.RESOLVED and (found := queries.dispute_of(booking)):
        _resolved(booking, found)


def _resolved(booking: Booking, dispute: Dispute) -> None:
    for side, reader in ((Side.HOST, booking.host), (Side.PROVIDER, booking.provider)):
        with force_locale(reader.language):
            outcome = gettext(OUTCOMES[dispute.outcome]) if dispute.outcome else ""
        words = dispute.words_in(reader.language)
        post(booking, side, "bookings/resolved", outcome=outcome, words=words)


def _told(event: StatementMade) -> None:
    """The first side to speak: the other is asked for theirs, and moderators know that it waits."""
    dispute, author = event.dispute, event.statement.by_id
    if author != dispute.opened_by_id:
        return
    booking = dispute.booking
    other = Side.PROVIDER if author == booking.host_id else Side.HOST
    post(booking, other, "bookings/disputed")
    for moderator in accounts.members_with(Role.MODERATOR, Role.ADMIN):
        if moderator.id in (booking.host_id, booking.provider_id):
            continue
        outbox.post(
            moderator.address,
            "bookings/dispute_waits",
            reader=moderator,
            url=public_url(
                "disputes.show", language=moderator.language, public_id=dispute.public_id
            ),
        )


def _erased(event: MemberErased) -> None:
    actions.let_go_of_evidence(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["disputes"] = queries.statement_facts(event.member)
