"""A member's own saved searches."""

from dataclasses import dataclass, replace

from sqlalchemy import delete, or_, select

from pro_am.accounts.models import Member
from pro_am.alerts import queries, rules
from pro_am.alerts.actions.looking import begin
from pro_am.alerts.models import Find, LookedAt, SavedSearch
from pro_am.alerts.rules import Pace
from pro_am.alerts.rules.kept import as_json
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.time_slots import TimeSlot
from pro_am.profiles.models import Offer, Profile
from pro_am.search.rules.documents import MOST_HITS, Order, Query


@dataclass(frozen=True)
class Wanted:
    """A search as it was made: the query of its address, and what that means."""

    asked: str
    query: Query
    free: TimeSlot | None
    """When it should begin, if a day was asked."""


def save(member: Member, wanted: Wanted, *, name: str, pace: Pace = Pace.AT_ONCE) -> SavedSearch:
    """The same search is saved once: then it is the one that was there."""
    now = clock.now()
    with transaction():
        if there := queries.search_asking(member, wanted.asked):
            return there
        rules.check_saving(wanted.asked, queries.count_of(member))
        begin()
        saved = SavedSearch(
            public_id=ids.public_id(),
            member_id=member.id,
            name=rules.called(name),
            asked=wanted.asked,
            query=as_json(_for_letters(wanted.query)),
            free_from=wanted.free.start if wanted.free else None,
            free_until=wanted.free.end if wanted.free else None,
            pace=pace,
            letters_since=now,
            seen_at=now,
            created_at=now,
        )
        db.session.add(saved)
    return saved


def change(saved: SavedSearch, *, name: str, pace: Pace) -> None:
    """Call it otherwise; have more letters or fewer. What came while there were none stays news."""
    with transaction():
        saved.name = rules.called(name) or saved.name
        if saved.pace is Pace.OFF and pace is not Pace.OFF:
            saved.letters_since = clock.now()
        saved.pace = pace


def switch_off(saved: SavedSearch) -> None:
    change(saved, name=saved.name, pace=Pace.OFF)


def see(saved: SavedSearch) -> None:
    """Its member opens it: what there is now is no news any more."""
    with transaction():
        saved.seen_at = clock.now()


def forget(saved: SavedSearch) -> None:
    with transaction():
        db.session.execute(delete(Find).where(Find.saved_search_id == saved.id))
        db.session.delete(saved)


def forget_member(member: Member) -> None:
    """What they saved, and what others found of theirs."""
    saved = select(SavedSearch.id).where(SavedSearch.member_id == member.id)
    offers = (
        select(Offer.id).join(Offer.profile).where(Profile.member_id == member.id)
    ).scalar_subquery()
    with transaction():
        db.session.execute(
            delete(Find).where(or_(Find.saved_search_id.in_(saved), Find.offer_id.in_(offers)))
        )
        db.session.execute(delete(LookedAt).where(LookedAt.offer_id.in_(offers)))
        db.session.execute(delete(SavedSearch).where(SavedSearch.member_id == member.id))


def _for_letters(query: Query) -> Query:
    """A page may end with what fits a little; a letter is written for what fits altogether."""
    return replace(query, every_word=True, order=Order.TEXT, limit=MOST_HITS, only=None)
