"""What is done and written once: forms about programmes, and the letters of their weeks."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "programme_acts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name="fk_programme_acts_by_id"),
        sa.PrimaryKeyConstraint("id", name="pk_programme_acts"),
        sa.UniqueConstraint(
            "by_id", "idempotency_key", name="uq_programme_acts_by_id_idempotency_key"
        ),
    )
    op.create_index("ix_programme_acts_at", "programme_acts", ["at"], unique=False)
    for table, day in (("programme_week_letters", "monday"), ("programme_coach_letters", "day")):
        op.create_table(
            table,
            sa.Column("programme_id", sa.Integer(), nullable=False),
            sa.Column(day, sa.Date(), nullable=False),
            sa.Column("written_at", sa.DateTime(), nullable=False),
            sa.Column("letter_id", sa.Integer(), nullable=True),
            sa.ForeignKeyConstraint(
                ["programme_id"], ["programmes.id"], name=f"fk_{table}_programme_id"
            ),
            sa.PrimaryKeyConstraint("programme_id", day, name=f"pk_{table}"),
        )


def downgrade() -> None:
    op.drop_table("programme_coach_letters")
    op.drop_table("programme_week_letters")
    op.drop_index("ix_programme_acts_at", table_name="programme_acts")
    op.drop_table("programme_acts")
