"""A programme as its client takes it along: as facts, and as a table of its activities."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.programmes.models import Item, Programme, ProgrammeComment, ProgrammeWeek
from pro_am.programmes.queries import programmes
from pro_am.programmes.rules.course import DAYS, days_of

COLUMNS = ("week", "day", "kind", "title", "amount", "unit", "note", "state", "words")


def of_member(member: Member) -> Iterator[dict[str, object]]:
    """What a member's own file says of the programmes that they follow, and of those they lead."""
    for programme in programmes.of_client(member):
        yield {"as": "client"} | of_programme(programme)
    for programme in programmes.of_coach(member):
        yield {"as": "coach", "with": programme.client.name} | _about(programme)


def of_programme(programme: Programme) -> dict[str, object]:
    """All of it, as its client may keep it."""
    comments = _comments(programme)
    return _about(programme) | {
        "with": programme.coach.name,
        "breaks": [{"from": each.from_day, "to": each.to_day} for each in programme.breaks],
        "exceptions": [
            {
                "from": each.from_day,
                "to": each.to_day,
                "kind": each.kind,
                "words": each.words,
                "taken_back_at": each.taken_back_at,
            }
            for each in programme.exceptions
        ],
        "weeks": [
            {
                "monday": week.monday,
                "note": week.note,
                "coach_words": week.coach_words,
                "client_words": week.client_words,
                "items": [_item(week, item) for item in week.items],
                "comments": comments.get(week.id, []),
            }
            for week in _weeks(programme)
        ],
    }


def rows_of(programme: Programme) -> Iterator[tuple[object, ...]]:
    """Its activities in order, as the columns say."""
    for week in _weeks(programme):
        for item in week.items:
            facts = {"week": week.monday} | _item(week, item)
            yield tuple("" if facts[name] is None else facts[name] for name in COLUMNS)


def _about(programme: Programme) -> dict[str, object]:
    return {
        "title": programme.title,
        "booking": programme.booking.reference,
        "weeks_agreed": programme.weeks_agreed,
        "starts_on": programme.starts_on,
        "standing": programme.standing,
        "ending": programme.ending,
        "ended_at": programme.ended_at,
        "ending_words": programme.ending_words,
    }


def _weeks(programme: Programme) -> list[ProgrammeWeek]:
    return list(
        db.session.scalars(
            select(ProgrammeWeek)
            .where(ProgrammeWeek.programme_id == programme.id)
            .options(selectinload(ProgrammeWeek.items))
            .order_by(ProgrammeWeek.monday)
        )
    )


def _item(week: ProgrammeWeek, item: Item) -> dict[str, object]:
    return {
        "day": None if item.day == DAYS else days_of(week.monday)[item.day],
        "kind": item.kind,
        "title": item.title,
        "amount": None if item.amount is None else str(item.amount),
        "unit": item.unit,
        "note": item.note,
        "state": item.state,
        "words": item.words,
    }


def _comments(programme: Programme) -> dict[int, list[dict[str, object]]]:
    """By the id of their week."""
    found: dict[int, list[dict[str, object]]] = {}
    for each in db.session.scalars(
        select(ProgrammeComment)
        .join(ProgrammeComment.week)
        .where(ProgrammeWeek.programme_id == programme.id)
        .order_by(ProgrammeComment.id)
    ):
        said = {"by": each.by.name, "at": each.at, "text": each.text}
        found.setdefault(each.week_id, []).append(said)
    return found
