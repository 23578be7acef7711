"""A coach's templates."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.programmes.models import ProgrammeWeek, Template, TemplateItem


def templates_of(coach: Member) -> list[Template]:
    """Those in use first, and of each kind the one that was changed last."""
    return list(
        db.session.scalars(
            select(Template)
            .where(Template.coach_id == coach.id)
            .order_by(
                Template.retired_at.is_not(None), Template.changed_at.desc(), Template.id.desc()
            )
        )
    )


def template_of(coach: Member, public_id: str) -> Template | None:
    """With its items and their pictures."""
    return db.session.scalar(
        select(Template)
        .where(Template.coach_id == coach.id, Template.public_id == public_id)
        .options(selectinload(Template.items).joinedload(TemplateItem.picture))
    )


def item_in(template: Template, item_id: int) -> TemplateItem | None:
    return db.session.scalar(
        select(TemplateItem)
        .where(TemplateItem.template_id == template.id, TemplateItem.id == item_id)
        .options(joinedload(TemplateItem.picture))
    )


def with_key(coach: Member, key: str) -> Template | None:
    """What the same form made before."""
    return db.session.scalar(
        select(Template).where(Template.coach_id == coach.id, Template.idempotency_key == key)
    )


def sizes_of(templates: Iterable[Template]) -> dict[int, int]:
    """How many activities each has."""
    rows = db.session.execute(
        select(TemplateItem.template_id, func.count())
        .where(TemplateItem.template_id.in_([each.id for each in templates]))
        .group_by(TemplateItem.template_id)
    )
    return {key: count for key, count in rows}


def given_to(templates: Iterable[Template]) -> dict[int, int]:
    """To how many programmes each was given."""
    rows = db.session.execute(
        select(ProgrammeWeek.template_id, func.count(ProgrammeWeek.programme_id.distinct()))
        .where(ProgrammeWeek.template_id.in_([each.id for each in templates]))
        .group_by(ProgrammeWeek.template_id)
    )
    return {key: count for key, count in rows if key is not None}
