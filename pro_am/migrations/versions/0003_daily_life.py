"""Accounts for daily life: leaving, fresh sessions, moving to another address, faces, topics."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("members") as batch_op:
        batch_op.add_column(sa.Column("left_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("erased_at", sa.DateTime(), nullable=True))
    with op.batch_alter_table("sessions") as batch_op:
        batch_op.add_column(sa.Column("fresh_until", sa.DateTime(), nullable=True))
    with op.batch_alter_table("account_tokens") as batch_op:
        batch_op.add_column(sa.Column("email", sa.String(), nullable=True))
    with op.batch_alter_table("letters") as batch_op:
        batch_op.add_column(sa.Column("member_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("topic", sa.String(), nullable=True))
    op.create_table(
        "portraits",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_portraits_member_id")),
        sa.ForeignKeyConstraint(
            ["picture_id"], ["pictures.id"], name=op.f("fk_portraits_picture_id")
        ),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_portraits")),
        sa.UniqueConstraint("picture_id", name=op.f("uq_portraits_picture_id")),
    )
    op.create_table(
        "unwanted_topics",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_unwanted_topics_member_id")
        ),
        sa.PrimaryKeyConstraint("member_id", "topic", name=op.f("pk_unwanted_topics")),
    )


def downgrade() -> None:
    op.drop_table("unwanted_topics")
    op.drop_table("portraits")
    with op.batch_alter_table("letters") as batch_op:
        batch_op.drop_column("topic")
        batch_op.drop_column("member_id")
    with op.batch_alter_table("account_tokens") as batch_op:
        batch_op.drop_column("email")
    with op.batch_alter_table("sessions") as batch_op:
        batch_op.drop_column("fresh_until")
    with op.batch_alter_table("members") as batch_op:
        batch_op.drop_column("erased_at")
        batch_op.drop_column("left_at")
