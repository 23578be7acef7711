"""Who may vouch for whom."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.standing.rules import constants as c
from pro_am.standing.rules.levels import Level
from pro_am.vouches.rules.budget import Place, check_budget
from pro_am.vouches.rules.refusals import (
    AlreadyVouching,
    CannotVouchFor,
    NotYetKnown,
    TooNew,
    VouchingForYourself,
)

MEMBER_FOR = timedelta(days=14)


@dataclass(frozen=True)
class VoucherFacts:
    """What decides whether somebody may vouch at all."""

    member_id: int
    level: Level
    joined_at: datetime
    places: tuple[Place, ...]  # of everything they ever gave


@dataclass(frozen=True)
class VouchedFacts:
    """What decides whether they may vouch for this person."""

    member_id: int
    is_here: bool  # neither left nor suspended
    is_kept_apart: bool
    is_vouched_for: bool  # by the same person, and it stands


def check_voucher(voucher: VoucherFacts, now: datetime) -> None:
    """Raise unless they may vouch, for whomever."""
    if now < voucher.joined_at + MEMBER_FOR:
        raise TooNew(days=MEMBER_FOR.days)
    if voucher.level < Level.KNOWN:
        raise NotYetKnown(bookings=c.VOUCHING_BOOKINGS)


def check_giving(voucher: VoucherFacts, vouched: VouchedFacts, now: datetime) -> None:
    if voucher.member_id == vouched.member_id:
        raise VouchingForYourself
    if not vouched.is_here or vouched.is_kept_apart:
        raise CannotVouchFor
    if vouched.is_vouched_for:
        raise AlreadyVouching
    check_voucher(voucher, now)
    check_budget(voucher.places, voucher.level, now)
