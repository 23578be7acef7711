"""Two people who vouch for each other say one thing, not two."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar


class Vouching(Protocol):
    """From whom, for whom, since when."""

    @property
    def id(self) -> int: ...
    @property
    def voucher_id(self) -> int: ...
    @property
    def vouched_id(self) -> int: ...
    @property
    def given_at(self) -> datetime: ...


AVouch = TypeVar("AVouch", bound=Vouching)


def counted_once(vouches: Iterable[AVouch]) -> list[AVouch]:
    """Of two that answer each other the earlier, in the order given; all others."""
    found = list(vouches)
    by_pair = {(each.voucher_id, each.vouched_id): each for each in found}
    return [each for each in found if not answers(each, by_pair.get(_turned(each)))]


def answers(vouch: Vouching, other: Vouching | None) -> bool:
    """Whether it is the later of two that answer each other."""
    return other is not None and (other.given_at, other.id) < (vouch.given_at, vouch.id)


def _turned(vouch: Vouching) -> tuple[int, int]:
    return vouch.vouched_id, vouch.voucher_id
