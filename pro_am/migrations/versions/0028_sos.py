"""Letters that somebody without an account ends in one click; mailboxes that take none."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("letters") as batch_op:
        batch_op.add_column(sa.Column("way_out", sa.String(), nullable=True))
    op.create_table(
        "bounced_addresses",
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("email", name="pk_bounced_addresses"),
    )


def downgrade() -> None:
    op.drop_table("bounced_addresses")
    with op.batch_alter_table("letters") as batch_op:
        batch_op.drop_column("way_out")
