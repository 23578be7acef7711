"""The items of a template: many days in one act, and whole weeks."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.programmes.actions.once import is_first
from pro_am.programmes.actions.templates.making import COPIED, write
from pro_am.programmes.models import Template, TemplateItem
from pro_am.programmes.rules.plan import MOST_WEEKS, ItemText, check_room


def add_items(
    template: Template, week: int, days: Sequence[int], text: ItemText, *, key: str
) -> None:
    """The same thing on each of these days (0: Monday; 7: any day of the week)."""
    with transaction():
        template = _locked(template)
        if not is_first(template.coach, key):
            return
        there = [item for item in template.items if item.week == week]
        check_room(len(there) + len(days))
        for day in days:
            position = max((each.position + 1 for each in there if each.day == day), default=0)
            item = TemplateItem(template_id=template.id, week=week, day=day, position=position)
            write(item, text)
            db.session.add(item)
        template.changed_at = clock.now()


def change_template_item(item: TemplateItem, text: ItemText, *, day: int) -> None:
    with transaction():
        item.day = day
        write(item, text)
        item.template.changed_at = clock.now()


def remove_template_item(item: TemplateItem) -> None:
    with transaction():
        item.template.changed_at = clock.now()
        db.session.delete(item)


def copy_week(template: Template, week: int, *, to: Collection[int]) -> int:
    """The items of a week in others that have none yet; how many weeks got them.

    A week beyond the last makes the template longer.
    """
    with transaction():
        template = _locked(template)
        planned = {item.week for item in template.items}
        source = [item for item in template.items if item.week == week]
        empty = [each for each in sorted(to) if each not in planned and each <= MOST_WEEKS]
        if not source:
            return 0
        for each in empty:
            for item in source:
                facts = {name: getattr(item, name) for name in COPIED} | {"week": each}
                db.session.add(
                    TemplateItem(template_id=template.id, picture_id=item.picture_id, **facts)
                )
        template.weeks = max([template.weeks, *empty])
        template.changed_at = clock.now()
    return len(empty)


def _locked(template: Template) -> Template:
    return db.session.scalars(
        select(Template)
        .where(Template.id == template.id)
        .with_for_update(of=Template)
        .execution_options(populate_existing=True)
    ).one()
