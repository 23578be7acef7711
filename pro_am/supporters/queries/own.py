"""A client's own friends."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.foundation import clock, time_zones
from pro_am.foundation.database import db
from pro_am.notifications.queries import bounced_among
from pro_am.supporters.models import AsksNobody, Cheer, RecapRhythm, Supporter
from pro_am.supporters.rules.asking import AskingFacts, Before
from pro_am.supporters.rules.life import OPEN, SupporterState

MOST_CHEERS = 50


def supporters_of(client: Member) -> list[Supporter]:
    """Those who follow, who have not answered, and who do so no more; not those removed."""
    return list(
        db.session.scalars(
            select(Supporter)
            .where(Supporter.client_id == client.id, Supporter.state != SupporterState.REMOVED)
            .order_by(func.lower(Supporter.name), Supporter.id)
        )
    )


def own_supporter(client: Member, public_id: str) -> Supporter | None:
    """Of those who follow or were asked."""
    return db.session.scalar(
        select(Supporter).where(
            Supporter.client_id == client.id,
            Supporter.public_id == public_id,
            Supporter.state.in_(OPEN),
        )
    )


def reached_by(client: Member) -> list[Supporter]:
    """Who said yes, and whom letters reach."""
    following = select(Supporter).where(
        Supporter.client_id == client.id, Supporter.state == SupporterState.FOLLOWING
    )
    found = list(db.session.scalars(following.order_by(Supporter.id)))
    out_of_reach = not_reached(found)
    return [each for each in found if each.email and each.email not in out_of_reach]


def not_reached(supporters: Iterable[Supporter]) -> set[str]:
    """Those of their addresses from which letters come back."""
    return bounced_among(each.email for each in supporters if each.email)


def rhythm_of(client: Member) -> RecapRhythm | None:
    return db.session.get(RecapRhythm, client.id)


def with_address(client: Member, address_mark: str) -> Supporter | None:
    return db.session.scalar(
        select(Supporter).where(
            Supporter.client_id == client.id, Supporter.address_mark == address_mark
        )
    )


def asking_facts(
    client: Member, email: str, address_mark: str, since: datetime, before: Supporter | None
) -> AskingFacts:
    open_count, asked_lately = db.session.execute(
        select(
            func.count().filter(Supporter.state.in_(OPEN)),
            func.count().filter(Supporter.asked_at > since),
        ).where(Supporter.client_id == client.id)
    ).one()
    return AskingFacts(
        is_own_address=email == client.email,
        asks_nobody=db.session.get(AsksNobody, address_mark) is not None,
        before=Before(before.name, before.state, before.asked_at) if before else None,
        open_count=open_count,
        asked_lately=asked_lately,
    )


def cheers_for(client: Member) -> list[Cheer]:
    """The newest ones."""
    return list(
        db.session.scalars(
            select(Cheer)
            .join(Cheer.supporter)
            .where(Supporter.client_id == client.id)
            .order_by(Cheer.at.desc(), Cheer.id.desc())
            .limit(MOST_CHEERS)
        )
    )


def today_of(client: Member) -> date:
    """The day on the client's own clock."""
    return time_zones.to_local(clock.now(), time_zones.zone(client.time_zone)).date()


def has_cheered(supporter: Supporter) -> bool:
    """Today."""
    today = today_of(supporter.client)
    mine = select(Cheer.id).where(Cheer.supporter_id == supporter.id, Cheer.day == today)
    return db.session.scalar(mine) is not None


def supporter_facts(client: Member) -> list[dict[str, object]]:
    """What a client's own file says of them."""
    return [
        {
            "name": each.name,
            "email": each.email,
            "state": each.state.value,
            "sees": each.sees,
            "asked_at": each.asked_at,
            "answered_at": each.answered_at,
            "ended_at": each.ended_at,
        }
        for each in supporters_of(client)
    ]
