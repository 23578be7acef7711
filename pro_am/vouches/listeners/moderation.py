"""Vouches that moderators take out of every count, and those of an account somebody else had."""

from pro_am.foundation.events import listen
from pro_am.moderation.events import (
    AccountTakenOver,
    RestrictionBegan,
    RestrictionEnded,
    TakeoverUndone,
)
from pro_am.moderation.models import Takeover
from pro_am.moderation.queries.freezing import was_taken_over
from pro_am.moderation.queries.restrictions import standing
from pro_am.moderation.rules.restrictions import Kind
from pro_am.vouches.actions import restore, void
from pro_am.vouches.models import Vouch
from pro_am.vouches.queries import judged


def attach() -> None:
    listen(RestrictionBegan, _restricted)
    listen(RestrictionEnded, _given_back)
    listen(AccountTakenOver, _taken_over)
    listen(TakeoverUndone, _was_theirs)


def _restricted(event: RestrictionBegan) -> None:
    restriction = event.restriction
    if restriction.kind is Kind.VOUCH_VOIDED and (found := judged.any_vouch_with(restriction.ref)):
        void(found)


def _given_back(event: RestrictionEnded) -> None:
    restriction = event.restriction
    if restriction.kind is Kind.VOUCH_VOIDED and (found := judged.any_vouch_with(restriction.ref)):
        _restore(found)


def _taken_over(event: AccountTakenOver) -> None:
    for found in _written_in(event.takeover):
        void(found)


def _was_theirs(event: TakeoverUndone) -> None:
    for found in _written_in(event.takeover):
        _restore(found)


def _written_in(takeover: Takeover) -> list[Vouch]:
    return judged.given_between(takeover.member_id, takeover.since, takeover.said_at)


def _restore(found: Vouch) -> None:
    """If nothing else keeps it out."""
    if not was_taken_over(found.voucher_id, found.given_at) and not standing(
        found.voucher_id, Kind.VOUCH_VOIDED, found.public_id
    ):
        restore(found)
