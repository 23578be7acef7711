"""What lets a process remember calendars and other things, and know when they changed."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "revisions",
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("topic", name=op.f("pk_revisions")),
    )
    op.add_column("calendars", sa.Column("claimed_at", sa.DateTime(), nullable=True))
    op.create_index(op.f("ix_calendars_claimed_at"), "calendars", ["claimed_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_calendars_claimed_at"), table_name="calendars")
    with op.batch_alter_table("calendars") as calendars:
        calendars.drop_column("claimed_at")
    op.drop_table("revisions")
