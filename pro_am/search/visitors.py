"""Whom results are arranged for. Of visitors without an account nothing is stored."""

from dataclasses import dataclass
from hashlib import blake2b

from flask import current_app, request

from pro_am.accounts.current import member_or_none
from pro_am.accounts.models import Member
from pro_am.foundation import clock, time_zones
from pro_am.search import memory
from pro_am.search.queries import habits
from pro_am.search.rules.arrangement import Habits

# Places for newcomers are drawn once for each group and day, so that pages can still be kept.
GROUPS = 4


@dataclass(frozen=True)
class Visitor:
    seed: str = ""
    """What lots are drawn from, the same all day so that pages follow one another; "": none are."""
    tastes: frozenset[str] = frozenset()
    habits: Habits | None = None
    """Of members who like a surprise, once they have booked something."""


NOBODY = Visitor()


def visitor() -> Visitor:
    """Who asks."""
    member = member_or_none()
    today = time_zones.to_local(clock.now(), time_zones.zone(current_app.config["TIME_ZONE"]))
    if member is None:
        return Visitor(f"{today:%Y-%m-%d}/group {_group()}")
    return _member(member, f"{today:%Y-%m-%d}/member {member.id}")


def _group() -> int:
    """By the address, so that it stays the same from page to page; nobody can be told from it."""
    digest = blake2b((request.remote_addr or "").encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") % GROUPS


def _member(member: Member, seed: str) -> Visitor:
    """What they like is told by their own profile and by those of whom they booked."""
    wishes, known = habits.wishes_of(member.id), memory.known_offers()
    booked = known.facts.of_members(wishes.booked)
    own = known.facts.of_members([member.id])
    return Visitor(
        seed,
        frozenset().union(*(each.tastes for each in (*booked, *own))),
        Habits(
            frozenset(each.craft_id for each in booked),
            frozenset(id_ for each in booked for id_ in each.specialities),
        )
        if booked and wishes.likes_surprises
        else None,
    )
