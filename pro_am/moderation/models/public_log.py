"""The public log of decisions: what everybody may know of them, and nobody by name."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from pro_am.foundation.database import Model
from pro_am.moderation.models.restriction import Restriction
from pro_am.moderation.rules.public_log import About
from pro_am.moderation.rules.restrictions import Role, Rule


class PublicEntry(Model):
    """One decision; with a restriction it shows what became of that, too."""

    __tablename__ = "moderation_log"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    about: Mapped[About]
    rule: Mapped[Rule | None]
    outcome: Mapped[str]  # a marked sentence, translated where it is shown
    by_role: Mapped[Role]
    restriction_id: Mapped[int | None] = mapped_column(ForeignKey("restrictions.id"), unique=True)

    restriction: Mapped[Restriction | None] = relationship()
