"""Saved searches: of one member, of everybody, and which of them have something to tell."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import case, func, select

from pro_am.accounts.models import Member
from pro_am.alerts.models import Find, LookedAt, Lookout, SavedSearch
from pro_am.alerts.rules import WAITS, Pace
from pro_am.alerts.rules.kept import from_json
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.addresses import public_url
from pro_am.moderation.queries import kept_apart
from pro_am.profiles.models import Offer, Profile
from pro_am.search.rules.documents import Query, SearchDocument

AT_ONCE = 500  # so many are asked for in one question
ONLY = 1  # the one row of the lookout
SWITCH_OFF = "switch a saved search off"
LINKS_WORK = timedelta(days=365)


def saved_by(member: Member) -> list[SavedSearch]:
    return list(
        db.session.scalars(
            select(SavedSearch)
            .where(SavedSearch.member_id == member.id)
            .order_by(SavedSearch.created_at.desc(), SavedSearch.id.desc())
        )
    )


def own_search(member: Member, public_id: str) -> SavedSearch | None:
    return db.session.scalar(
        select(SavedSearch).where(
            SavedSearch.member_id == member.id, SavedSearch.public_id == public_id
        )
    )


def search_asking(member: Member, asked: str) -> SavedSearch | None:
    return db.session.scalar(
        select(SavedSearch).where(SavedSearch.member_id == member.id, SavedSearch.asked == asked)
    )


def count_of(member: Member) -> int:
    asked = select(func.count()).where(SavedSearch.member_id == member.id)
    return db.session.scalar(asked) or 0


def news_of(member: Member) -> list[tuple[int, int]]:
    """Saved searches and the offers that came to fit since they were opened last."""
    rows = db.session.execute(
        select(Find.saved_search_id, Find.offer_id)
        .join(SavedSearch, SavedSearch.id == Find.saved_search_id)
        .join(Offer, Offer.id == Find.offer_id)
        .join(Profile, Profile.id == Offer.profile_id)
        .where(
            SavedSearch.member_id == member.id,
            Find.found_at > SavedSearch.seen_at,
            ~kept_apart(member.id, Profile.member_id),
        )
    )
    return [(search_id, offer_id) for search_id, offer_id in rows]


def all_ids() -> list[int]:
    return list(db.session.scalars(select(SavedSearch.id)))


def kept_queries(search_ids: Collection[int]) -> Iterator[tuple[int, Query]]:
    wanted = sorted(search_ids)
    for start in range(0, len(wanted), AT_ONCE):
        batch = wanted[start : start + AT_ONCE]
        rows = db.session.execute(
            select(SavedSearch.id, SavedSearch.query).where(SavedSearch.id.in_(batch))
        )
        for search_id, told in rows:
            yield search_id, from_json(Query, told)


def others_searches(search_ids: Collection[int], member_id: int) -> list[int]:
    """Those of them that are there and not the member's own."""
    wanted = sorted(search_ids)
    found: list[int] = []
    for start in range(0, len(wanted), AT_ONCE):
        found += db.session.scalars(
            select(SavedSearch.id).where(
                SavedSearch.id.in_(wanted[start : start + AT_ONCE]),
                SavedSearch.member_id != member_id,
            )
        )
    return found


def lookout() -> Lookout | None:
    return db.session.get(Lookout, ONLY, with_for_update=True, populate_existing=True)


def last_look(offer_id: int) -> SearchDocument | None:
    """The offer as the saved searches saw it last."""
    looked = db.session.get(LookedAt, offer_id)
    return from_json(SearchDocument, looked.document) if looked else None


def latest_looks(limit: int) -> list[SearchDocument]:
    rows = db.session.scalars(
        select(LookedAt.document).order_by(LookedAt.offer_id.desc()).limit(limit)
    )
    return [from_json(SearchDocument, each) for each in rows]


def waiting_searches(now: datetime) -> list[int]:
    """Those with a find that their member is to hear of."""
    return list(
        db.session.scalars(
            select(SavedSearch.id)
            .join(Find, Find.saved_search_id == SavedSearch.id)
            .join(Member, Member.id == SavedSearch.member_id)
            .where(
                Find.told_at.is_(None),
                Find.found_at > now - WAITS,
                Find.found_at >= SavedSearch.letters_since,
                SavedSearch.pace != Pace.OFF,
                Member.left_at.is_(None),
                Member.suspended_at.is_(None),
            )
            .group_by(SavedSearch.id)
            .order_by(SavedSearch.id)
        )
    )


def waiting_finds(saved: SavedSearch, now: datetime) -> list[Find]:
    """What its member is to hear of, apart from those whom they must not meet."""
    return list(
        db.session.scalars(
            select(Find)
            .join(Offer, Offer.id == Find.offer_id)
            .join(Profile, Profile.id == Offer.profile_id)
            .where(
                Find.saved_search_id == saved.id,
                Find.told_at.is_(None),
                Find.found_at > now - WAITS,
                Find.found_at >= saved.letters_since,
                Profile.member_id != saved.member_id,
                ~kept_apart(saved.member_id, Profile.member_id),
            )
            .order_by(Find.found_at, Find.offer_id)
        )
    )


class Entry(NamedTuple):
    """An offer in a feed."""

    public_id: str
    slug: str
    title: str
    headline: str
    pro_name: str
    town_name: str
    language: str
    price_minor: int
    currency: str
    since: datetime
    changed_at: datetime


def newest(offer_ids: Collection[int], most: int) -> list[Entry]:
    """Those of the offers that came last, the last first."""
    since = case(
        (Profile.published_at > Offer.created_at, Profile.published_at), else_=Offer.created_at
    )
    rows = db.session.execute(
        select(
            Offer.public_id,
            Profile.slug,
            Offer.title,
            Profile.headline,
            Member.name,
            Profile.town_name,
            Profile.language,
            Offer.price_minor,
            Offer.currency,
            since,
            Offer.changed_at,
        )
        .join(Profile, Profile.id == Offer.profile_id)
        .join(Member, Member.id == Profile.member_id)
        .where(Offer.id.in_(offer_ids))
        .order_by(since.desc(), Offer.id.desc())
        .limit(most)
    )
    return [Entry._make(row) for row in rows]


def search_facts(member: Member) -> list[dict[str, object]]:
    """What a member's own file says of them."""
    return [
        {
            "name": each.name,
            "address": f"/search?{each.asked}",
            "letters": each.pace,
            "saved_at": each.created_at,
            "opened_at": each.seen_at,
            "last_letter_at": each.told_at,
        }
        for each in saved_by(member)
    ]


def off_url(saved: SavedSearch) -> str:
    """Where its member switches the letters of this search off, with no sign-in."""
    token = signed_links.sign(SWITCH_OFF, saved.id, until=clock.now() + LINKS_WORK)
    return public_url("saved_search_by_letter.off", language=saved.member.language, token=token)


def search_from(token: str) -> SavedSearch | None:
    """The search that an address of ours is for, if it is still saved."""
    link = signed_links.read(SWITCH_OFF, token)
    if link is None or link.is_over:
        return None
    return db.session.get(SavedSearch, link.facts[0])
