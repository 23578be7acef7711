"""Offers and bookings of programmes, their breaks, and words at their end."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("offers", sa.Column("weeks", sa.Integer(), nullable=True))
    op.add_column("bookings", sa.Column("weeks", sa.Integer(), nullable=True))
    op.add_column(
        "programmes", sa.Column("ending_words", sa.String(), nullable=False, server_default="")
    )
    op.create_table(
        "programme_breaks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=True),
        sa.CheckConstraint("from_day <= to_day", name="ck_programme_breaks_days"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_programme_breaks_programme_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_programme_breaks"),
    )
    op.create_index("ix_programme_breaks_days", "programme_breaks", ["programme_id", "from_day"])


def downgrade() -> None:
    op.drop_index("ix_programme_breaks_days", table_name="programme_breaks")
    op.drop_table("programme_breaks")
    op.drop_column("programmes", "ending_words")
    op.drop_column("bookings", "weeks")
    op.drop_column("offers", "weeks")
