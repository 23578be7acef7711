"""Levels with their days of grace, what scores and weights are made of, and alarms."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

WEIGHT_COLUMNS = {"undecayed": "0", "fading": "0", "lasting": "0", "clique": "1"}


def upgrade() -> None:
    op.create_table(
        "member_levels",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("earned", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("below_since", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_member_levels_member_id")
        ),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_member_levels")),
    )
    op.create_table(
        "alarms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("reviews", sa.JSON(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("raised_at", sa.DateTime(), nullable=False),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_alarms_member_id")),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["members.id"], name=op.f("fk_alarms_settled_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarms")),
        sa.UniqueConstraint("key", name=op.f("uq_alarms_key")),
    )
    op.create_index(op.f("ix_alarms_member_id"), "alarms", ["member_id"])
    op.add_column("scores", sa.Column("figures", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column(
        "standings",
        sa.Column("from_meetings", sa.Double(), nullable=False, server_default=sa.text("0")),
    )
    for name, default in WEIGHT_COLUMNS.items():
        op.add_column(
            "review_weights",
            sa.Column(name, sa.Double(), nullable=False, server_default=sa.text(default)),
        )
    op.create_table(
        "trust_members",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("weighed", sa.Double(), nullable=False),
        sa.Column("phi", sa.JSON(), nullable=False),
        sa.Column("agreed", sa.JSON(), nullable=False),
        sa.Column("compared", sa.JSON(), nullable=False),
        sa.Column("first_day", sa.Double(), nullable=True),
        sa.Column("harm", sa.Double(), nullable=False),
        sa.Column("stake", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_trust_members_member_id")
        ),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_trust_members")),
    )


def downgrade() -> None:
    op.drop_table("trust_members")
    for name in WEIGHT_COLUMNS:
        op.drop_column("review_weights", name)
    op.drop_column("standings", "from_meetings")
    op.drop_column("scores", "figures")
    op.drop_table("alarms")
    op.drop_table("member_levels")
