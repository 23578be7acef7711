"""One template to many clients in one act, and everybody's weeks moved on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.programmes.actions.once import is_first
from pro_am.programmes.actions.weeks import next_positions
from pro_am.programmes.models import Item, Programme, ProgrammeWeek, Template, TemplateItem
from pro_am.programmes.rules.course import WEEK
from pro_am.programmes.rules.plan import NothingInIt, Over, WeekIsPlanned, check_room
from pro_am.programmes.rules.words import ItemState, Standing

COPIED = ("day", "kind", "title", "amount", "unit", "note", "picture_id", "weight")


@dataclass(frozen=True)
class Given:
    """To how many programmes something went, and how many of them end before it does."""

    programmes: int
    cut_short: int


def assign(
    template: Template,
    programmes: Iterable[Programme],
    monday: date,
    *,
    over: Over = Over.ASK,
    by: Member,
    key: str,
) -> Given:
    """A copy of the template for each, from that Monday on; each is adjusted alone afterwards.

    Where a week has something planned already and nobody has said what becomes of it, nothing is
    given to anybody: WeekIsPlanned. What was answered stays, whatever is said. Weeks behind the
    end of a programme, or of a break, get nothing; ended programmes neither.
    """
    template_id, ids = template.id, [each.id for each in programmes]
    with transaction():
        template = _with_items(template_id)
        by_week: dict[int, list[TemplateItem]] = {}
        for item in template.items:
            by_week.setdefault(item.week, []).append(item)
        if not by_week:
            raise NothingInIt
        lasting = [each for each in _locked(ids) if each.standing is not Standing.ENDED]
        if not is_first(by, key):
            return Given(len(lasting), 0)
        weeks = _weeks_of(lasting, monday)
        targets = {each.id: _mondays(each, monday, template.weeks) for each in lasting}
        _ask(lasting, targets, weeks, over)
        for programme in lasting:
            for number, day in targets[programme.id].items():
                week = weeks.get((programme.id, day)) or _new_week(programme, day)
                if over is Over.REPLACE:
                    _take_planned_out(week)
                week.template_id = template.id
                _copy(by_week.get(number, []), week)
            programme.looked_at = clock.now()
    short = sum(1 for each in targets.values() if len(each) < template.weeks)
    return Given(len(lasting), short)


def shift(
    programmes: Iterable[Programme], from_monday: date, weeks: int, *, by: Member, key: str
) -> int:
    """Move what is planned from a Monday on so many weeks on; how many programmes it moved.

    What was answered stays in its week, with what was written of that week.
    """
    ids = [each.id for each in programmes]
    with transaction():
        found = _locked(ids)
        if not is_first(by, key):
            return len(found)
        known = _weeks_of(found, from_monday)
        # From the last on: each moves into a week that has been emptied already.
        for (_programme_id, monday), week in sorted(known.items(), key=_by_monday, reverse=True):
            moving = [item for item in week.items if item.state is ItemState.PLANNED]
            if not moving:
                continue
            programme, to = week.programme, monday + weeks * WEEK
            target = known.get((programme.id, to)) or _new_week(programme, to)
            known[programme.id, to] = target
            target.template_id = week.template_id
            places = next_positions(target.items)
            for item in moving:
                item.week = target
                item.position += places.get(item.day, 0)
            if len(moving) == len(week.items) and not target.note:
                target.note, week.note = week.note, ""
        for programme in found:
            programme.looked_at = clock.now()
    return len(found)


def _by_monday(known: tuple[tuple[int, date], ProgrammeWeek]) -> date:
    (_programme_id, monday), _week = known
    return monday


def _with_items(template_id: int) -> Template:
    return db.session.scalars(
        select(Template)
        .where(Template.id == template_id)
        .options(selectinload(Template.items))
        .execution_options(populate_existing=True)
    ).one()


def _locked(ids: Sequence[int]) -> Sequence[Programme]:
    return db.session.scalars(
        select(Programme)
        .where(Programme.id.in_(ids))
        .options(selectinload(Programme.breaks))
        .order_by(Programme.id)
        .with_for_update(of=Programme)
        .execution_options(populate_existing=True)
    ).all()


def _weeks_of(
    programmes: Iterable[Programme], since: date
) -> dict[tuple[int, date], ProgrammeWeek]:
    found = db.session.scalars(
        select(ProgrammeWeek)
        .where(
            ProgrammeWeek.programme_id.in_([each.id for each in programmes]),
            ProgrammeWeek.monday >= since,
        )
        .options(selectinload(ProgrammeWeek.items))
        .execution_options(populate_existing=True)
    )
    return {(week.programme_id, week.monday): week for week in found}


def _mondays(programme: Programme, monday: date, weeks: int) -> dict[int, date]:
    """The Mondays that weeks 1, 2, ... of a template fall on: those of the course from then on."""
    ahead = [each for each in programme.course.mondays() if each >= monday]
    return dict(enumerate(ahead[:weeks], start=1))


def _ask(
    programmes: Sequence[Programme],
    targets: dict[int, dict[int, date]],
    weeks: dict[tuple[int, date], ProgrammeWeek],
    over: Over,
) -> None:
    if over is not Over.ASK:
        return
    planned = [
        programme.client.first_name
        for programme in programmes
        if any(
            (week := weeks.get((programme.id, day))) and week.items
            for day in targets[programme.id].values()
        )
    ]
    if planned:
        raise WeekIsPlanned(names=", ".join(planned))


def _new_week(programme: Programme, monday: date) -> ProgrammeWeek:
    week = ProgrammeWeek(programme_id=programme.id, programme=programme, monday=monday, items=[])
    db.session.add(week)
    return week


def _take_planned_out(week: ProgrammeWeek) -> None:
    for item in [each for each in week.items if each.state is ItemState.PLANNED]:
        week.items.remove(item)
        db.session.delete(item)


def _copy(items: Sequence[TemplateItem], week: ProgrammeWeek) -> None:
    check_room(len(week.items) + len(items))
    places = next_positions(week.items)
    for item in items:
        copied = {name: getattr(item, name) for name in COPIED}
        week.items.append(
            Item(
                public_id=ids.public_id(),
                position=places.get(item.day, 0) + item.position,
                state=ItemState.PLANNED,
                **copied,
            )
        )
