"""What a coach plans once, and gives to many."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model
from pro_am.media.models import Picture
from pro_am.programmes.rules.words import ItemKind


class Template(Model):
    __tablename__ = "programme_templates"
    __table_args__ = (
        UniqueConstraint("coach_id", "idempotency_key"),
        CheckConstraint("weeks >= 1", "weeks"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    coach_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    idempotency_key: Mapped[str]
    title: Mapped[str]
    note: Mapped[str]
    weeks: Mapped[int]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]  # not offered any more; programmes made of it stay

    coach: Mapped[Member] = relationship()
    items: Mapped[list["TemplateItem"]] = relationship(
        back_populates="template", order_by="TemplateItem.week, TemplateItem.day"
    )


class TemplateItem(Model):
    __tablename__ = "programme_template_items"
    __table_args__ = (
        CheckConstraint("day BETWEEN 0 AND 7", "day"),
        CheckConstraint("week >= 1", "week"),
        CheckConstraint("weight >= 1", "weight"),
        Index("ix_programme_template_items_template", "template_id", "week", "day", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    template_id: Mapped[int] = mapped_column(ForeignKey("programme_templates.id"))
    week: Mapped[int]  # 1: the first
    day: Mapped[int]  # 0: Monday; 7: any day of the week
    position: Mapped[int]
    kind: Mapped[ItemKind]
    title: Mapped[str]
    amount: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    unit: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("pictures.id"))
    weight: Mapped[int] = mapped_column(default=1)

    template: Mapped[Template] = relationship(back_populates="items")
    picture: Mapped[Picture | None] = relationship()
