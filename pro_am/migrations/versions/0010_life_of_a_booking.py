"""Counter-proposals, start codes, no-shows and disputes, cancellation policies."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def _state() -> sa.String:
    """Words of the product, as models keep them: see foundation.database."""
    return sa.String(length=32)


def upgrade() -> None:
    for column in (
        sa.Column("awaits", _state(), server_default="provider", nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=True),
        sa.Column("round", sa.Integer(), server_default="0", nullable=False),
        sa.Column("start_code", sa.String(), server_default="", nullable=False),
        sa.Column("code_tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("claimed_at", sa.DateTime(), nullable=True),
        sa.Column("outcome", _state(), nullable=True),
    ):
        op.add_column("bookings", column)
    for column in (
        sa.Column("refund_percent", sa.Integer(), nullable=True),
        sa.Column("idempotency_key", sa.String(), nullable=True),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("ends_at", sa.DateTime(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
    ):
        op.add_column("booking_steps", column)
    op.create_index(
        "uq_booking_steps_key",
        "booking_steps",
        ["booking_id", "by_id", "idempotency_key"],
        unique=True,
    )
    op.add_column(
        "offers",
        sa.Column("asks_start_code", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.create_table(
        "answer_reminders",
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("moment", _state(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name=op.f("fk_answer_reminders_booking_id")
        ),
        sa.PrimaryKeyConstraint("booking_id", "round", "moment", name=op.f("pk_answer_reminders")),
    )
    _disputes()
    op.create_table(
        "own_policies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tiers", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name=op.f("fk_own_policies_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_policies")),
    )


def _disputes() -> None:
    op.create_table(
        "disputes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("opened_by_id", sa.Integer(), nullable=False),
        sa.Column("about", _state(), nullable=False),
        sa.Column("outcome", _state(), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("words_fr", sa.String(), nullable=False),
        sa.Column("words_en", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name=op.f("fk_disputes_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["opened_by_id"], ["members.id"], name=op.f("fk_disputes_opened_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["members.id"], name=op.f("fk_disputes_decided_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disputes")),
        sa.UniqueConstraint("public_id", name=op.f("uq_disputes_public_id")),
        sa.UniqueConstraint("booking_id", name=op.f("uq_disputes_booking_id")),
    )
    op.create_index(op.f("ix_disputes_decided_at"), "disputes", ["decided_at"])
    op.create_table(
        "dispute_statements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["disputes.id"], name=op.f("fk_dispute_statements_dispute_id")
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["members.id"], name=op.f("fk_dispute_statements_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_statements")),
        sa.UniqueConstraint(
            "dispute_id", "by_id", name=op.f("uq_dispute_statements_dispute_id_by_id")
        ),
    )
    op.create_table(
        "dispute_pictures",
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["picture_id"], ["pictures.id"], name=op.f("fk_dispute_pictures_picture_id")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["dispute_statements.id"],
            name=op.f("fk_dispute_pictures_statement_id"),
        ),
        sa.PrimaryKeyConstraint("picture_id", name=op.f("pk_dispute_pictures")),
    )
    op.create_index(op.f("ix_dispute_pictures_statement_id"), "dispute_pictures", ["statement_id"])


def downgrade() -> None:
    for table in (
        "own_policies",
        "dispute_pictures",
        "dispute_statements",
        "disputes",
        "answer_reminders",
    ):
        op.drop_table(table)
    op.drop_index("uq_booking_steps_key", table_name="booking_steps")
    # Dropped one by one: SQLite would else make these tables anew, which others point to.
    for table, names in (
        ("offers", ("asks_start_code",)),
        ("booking_steps", ("people", "ends_at", "starts_at", "idempotency_key", "refund_percent")),
        (
            "bookings",
            ("outcome", "claimed_at", "code_tries", "start_code", "round", "asked_at", "awaits"),
        ),
    ):
        for name in names:
            op.drop_column(table, name)
