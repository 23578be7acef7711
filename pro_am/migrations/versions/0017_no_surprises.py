"""Who does without surprises in results."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "no_surprises",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_no_surprises_member_id_members")
        ),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_no_surprises")),
    )


def downgrade() -> None:
    op.drop_table("no_surprises")
