"""Offers that are booked at once, and bookings that were."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Server defaults, so that the program before this one can go on inserting.
    with op.batch_alter_table("offers") as batch_op:
        batch_op.add_column(
            sa.Column("is_instant", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(
            sa.Column("instant_notice_minutes", sa.Integer(), nullable=False, server_default="1440")
        )
    with op.batch_alter_table("bookings") as batch_op:
        batch_op.add_column(
            sa.Column("is_instant", sa.Boolean(), nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    with op.batch_alter_table("bookings") as batch_op:
        batch_op.drop_column("is_instant")
    with op.batch_alter_table("offers") as batch_op:
        batch_op.drop_column("instant_notice_minutes")
        batch_op.drop_column("is_instant")
