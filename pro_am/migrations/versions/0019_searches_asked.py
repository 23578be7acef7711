"""Counts of searches, and the words that are kept off the public page."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

SEARCH = ("day", "language", "words", "craft", "speciality", "town_id", "filters")


def upgrade() -> None:
    op.create_table(
        "searches_asked",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("shown", sa.String(), nullable=False),
        sa.Column("craft", sa.String(), nullable=False),
        sa.Column("speciality", sa.String(), nullable=False),
        sa.Column("town_id", sa.Integer(), nullable=False),
        sa.Column("filters", sa.String(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("in_vain", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_searches_asked"),
        sa.UniqueConstraint(*SEARCH, name="uq_searches_asked_search"),
    )
    op.create_index("ix_searches_asked_what", "searches_asked", ["words", "craft", "speciality"])
    op.create_table(
        "struck_words",
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("struck_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("words", name="pk_struck_words"),
    )


def downgrade() -> None:
    op.drop_table("struck_words")
    op.drop_index("ix_searches_asked_what", table_name="searches_asked")
    op.drop_table("searches_asked")
