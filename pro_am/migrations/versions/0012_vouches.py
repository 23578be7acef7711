"""Vouches for people, and invitations."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

WORD = sa.String(length=32)


def upgrade() -> None:
    op.create_table(
        "vouches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("voucher_id", sa.Integer(), nullable=False),
        sa.Column("vouched_id", sa.Integer(), nullable=False),
        sa.Column("craft", sa.String(), nullable=False),
        sa.Column("speciality", sa.String(), nullable=False),
        sa.Column("basis", WORD, nullable=False),
        sa.Column("relation", WORD, nullable=True),
        sa.Column("known_since", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.Column("given_at", sa.DateTime(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("ending", WORD, nullable=True),
        sa.Column("voided_at", sa.DateTime(), nullable=True),
        sa.Column("shows_name", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.CheckConstraint("voucher_id <> vouched_id", name=op.f("ck_vouches_two_members")),
        sa.ForeignKeyConstraint(["voucher_id"], ["members.id"], name=op.f("fk_vouches_voucher_id")),
        sa.ForeignKeyConstraint(["vouched_id"], ["members.id"], name=op.f("fk_vouches_vouched_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vouches")),
        sa.UniqueConstraint("public_id", name=op.f("uq_vouches_public_id")),
        sa.UniqueConstraint(
            "voucher_id", "idempotency_key", name=op.f("uq_vouches_voucher_id_idempotency_key")
        ),
    )
    standing = sa.text("withdrawn_at IS NULL")
    op.create_index(
        "uq_vouches_standing",
        "vouches",
        ["voucher_id", "vouched_id"],
        unique=True,
        sqlite_where=standing,
        postgresql_where=standing,
    )
    op.create_index("ix_vouches_vouched", "vouches", ["vouched_id", "withdrawn_at"])
    op.create_index("ix_vouches_confirmed", "vouches", ["withdrawn_at", "confirmed_at"])
    op.create_table(
        "invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("inviter_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("accepted_at", sa.DateTime(), nullable=True),
        sa.Column("accepted_by_id", sa.Integer(), nullable=True),
        sa.Column("vouches", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("craft", sa.String(), nullable=False),
        sa.Column("relation", WORD, nullable=True),
        sa.Column("known_since", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("shows_name", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.ForeignKeyConstraint(
            ["inviter_id"], ["members.id"], name=op.f("fk_invitations_inviter_id")
        ),
        sa.ForeignKeyConstraint(
            ["accepted_by_id"], ["members.id"], name=op.f("fk_invitations_accepted_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("public_id", name=op.f("uq_invitations_public_id")),
        sa.UniqueConstraint("accepted_by_id", name=op.f("uq_invitations_accepted_by_id")),
        sa.UniqueConstraint(
            "inviter_id", "idempotency_key", name=op.f("uq_invitations_inviter_id_idempotency_key")
        ),
    )
    op.create_index("ix_invitations_created", "invitations", ["created_at"])


def downgrade() -> None:
    op.drop_table("invitations")
    op.drop_table("vouches")
