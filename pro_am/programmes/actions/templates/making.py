"""Templates are made, changed, copied and put away."""

from collections.abc import Iterable
from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.programmes.models import Template, TemplateItem
from pro_am.programmes.queries import templates as queries
from pro_am.programmes.rules.plan import ItemText, check_weeks
from pro_am.programmes.rules.starters import Starter

COPIED = ("week", "day", "position", "kind", "title", "amount", "unit", "note", "weight")


@dataclass(frozen=True)
class TemplateText:
    title: str
    note: str
    weeks: int


def create_template(coach: Member, text: TemplateText, *, key: str) -> Template:
    return _make(coach, text, (), key=key)


def copy_template(template: Template, title: str, *, key: str) -> Template:
    """Another one with the same items; each is changed without the other."""
    text = TemplateText(title, template.note, template.weeks)
    items = [
        TemplateItem(picture_id=each.picture_id, **{name: getattr(each, name) for name in COPIED})
        for each in template.items
    ]
    return _make(template.coach, text, items, key=key)


def copy_starter(coach: Member, starter: Starter, *, key: str) -> Template:
    """One of ours, in the coach's language, to be made their own."""
    language = coach.language
    text = TemplateText(starter.titles[language], starter.notes[language], starter.weeks)
    items = []
    for week, day, position, item in starter.placed(language):
        row = TemplateItem(week=week, day=day, position=position)
        write(row, item)
        items.append(row)
    return _make(coach, text, items, key=key)


def change_template(template: Template, text: TemplateText) -> None:
    with transaction():
        check_weeks(text.weeks, {item.week for item in template.items})
        template.title, template.note, template.weeks = text.title, text.note, text.weeks
        template.changed_at = clock.now()


def retire(template: Template) -> None:
    """It is offered no more; the programmes that were made of it stay."""
    with transaction():
        template.retired_at = template.retired_at or clock.now()


def take_up_again(template: Template) -> None:
    with transaction():
        template.retired_at = None
        template.changed_at = clock.now()


def write(item: TemplateItem, text: ItemText) -> None:
    item.kind, item.title, item.note = text.kind, text.title, text.note
    item.amount, item.unit, item.weight = text.amount, text.unit, text.weight
    item.picture_id = text.picture_id


def _make(
    coach: Member, text: TemplateText, items: Iterable[TemplateItem], *, key: str
) -> Template:
    with transaction():
        if known := queries.with_key(coach, key):
            return known
        template = Template(
            public_id=ids.public_id(),
            coach_id=coach.id,
            idempotency_key=key,
            title=text.title,
            note=text.note,
            weeks=text.weeks,
            created_at=clock.now(),
            changed_at=clock.now(),
        )
        template.items.extend(items)
        db.session.add(template)
    return template
