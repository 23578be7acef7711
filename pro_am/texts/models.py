"""Each revision of a text; the latest is the one that is shown."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from pro_am.foundation.database import Model


class Text(Model):
    __tablename__ = "texts"
    __table_args__ = (Index("ix_texts_latest", "slug", "language", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str]
    language: Mapped[str]
    title: Mapped[str]
    body: Mapped[str]  # Markdown
    written_at: Mapped[datetime]
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
