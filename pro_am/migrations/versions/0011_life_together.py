"""Bookings that move, weekly series, groups, waiting lists and reminders."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

WORD = sa.String(length=32)


def upgrade() -> None:
    op.add_column(
        "offers", sa.Column("is_group", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column(
        "holds", sa.Column("is_group", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("bookings", sa.Column("agreed_at", sa.DateTime(), nullable=True))
    op.add_column("booking_steps", sa.Column("deed", WORD, nullable=True))
    op.add_column("booking_steps", sa.Column("moved_from", sa.DateTime(), nullable=True))
    op.add_column("booking_steps", sa.Column("moved_to", sa.DateTime(), nullable=True))
    _create_series()
    op.create_table(
        "move_proposals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("hold_id", sa.Integer(), nullable=True),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(), nullable=False),
        sa.Column("answer_by", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("open_for", sa.Integer(), nullable=True),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_move_proposals_times")),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name=op.f("fk_move_proposals_booking_id")
        ),
        sa.ForeignKeyConstraint(["hold_id"], ["holds.id"], name=op.f("fk_move_proposals_hold_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_move_proposals")),
        sa.UniqueConstraint("hold_id", name=op.f("uq_move_proposals_hold_id")),
        sa.UniqueConstraint("open_for", name=op.f("uq_move_proposals_open_for")),
    )
    op.create_index(op.f("ix_move_proposals_booking_id"), "move_proposals", ["booking_id"])
    _create_waiting_places()
    op.create_table(
        "booking_reminders",
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name=op.f("fk_booking_reminders_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_booking_reminders_member_id")
        ),
        sa.PrimaryKeyConstraint(
            "booking_id", "member_id", "kind", "starts_at", name=op.f("pk_booking_reminders")
        ),
    )


def downgrade() -> None:
    op.drop_table("booking_reminders")
    op.drop_table("waiting_places")
    op.drop_table("move_proposals")
    op.drop_table("series_occurrences")
    op.drop_table("booking_series")
    for table, column in (
        ("booking_steps", "moved_to"),
        ("booking_steps", "moved_from"),
        ("booking_steps", "deed"),
        ("bookings", "agreed_at"),
        ("holds", "is_group"),
        ("offers", "is_group"),
    ):
        op.drop_column(table, column)


def _create_series() -> None:
    op.create_table(
        "booking_series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("host_id", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("offer_id", sa.Integer(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("weeks >= 2", name=op.f("ck_booking_series_weeks")),
        sa.ForeignKeyConstraint(
            ["host_id"], ["members.id"], name=op.f("fk_booking_series_host_id")
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["members.id"], name=op.f("fk_booking_series_provider_id")
        ),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["offers.id"], name=op.f("fk_booking_series_offer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_series")),
        sa.UniqueConstraint(
            "host_id", "idempotency_key", name=op.f("uq_booking_series_host_id_idempotency_key")
        ),
        sa.UniqueConstraint("reference", name=op.f("uq_booking_series_reference")),
    )
    op.create_index(op.f("ix_booking_series_offer_id"), "booking_series", ["offer_id"])
    op.create_index(op.f("ix_booking_series_provider_id"), "booking_series", ["provider_id"])
    op.create_table(
        "series_occurrences",
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name=op.f("fk_series_occurrences_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["series_id"], ["booking_series.id"], name=op.f("fk_series_occurrences_series_id")
        ),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_series_occurrences")),
    )
    op.create_index(op.f("ix_series_occurrences_series_id"), "series_occurrences", ["series_id"])


def _create_waiting_places() -> None:
    op.create_table(
        "waiting_places",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("offer_id", sa.Integer(), nullable=False),
        sa.Column("calendar_id", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("over_at", sa.DateTime(), nullable=False),
        sa.Column("joined_at", sa.DateTime(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("live_key", sa.String(), nullable=True),
        sa.Column("hold_id", sa.Integer(), nullable=True),
        sa.Column("offered_until", sa.DateTime(), nullable=True),
        sa.Column("offers_made", sa.Integer(), nullable=False),
        sa.CheckConstraint("people >= 1", name=op.f("ck_waiting_places_people")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_waiting_places_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["offers.id"], name=op.f("fk_waiting_places_offer_id")
        ),
        sa.ForeignKeyConstraint(
            ["calendar_id"], ["calendars.id"], name=op.f("fk_waiting_places_calendar_id")
        ),
        sa.ForeignKeyConstraint(["hold_id"], ["holds.id"], name=op.f("fk_waiting_places_hold_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_places")),
        sa.UniqueConstraint("hold_id", name=op.f("uq_waiting_places_hold_id")),
        sa.UniqueConstraint("live_key", name=op.f("uq_waiting_places_live_key")),
        sa.UniqueConstraint("public_id", name=op.f("uq_waiting_places_public_id")),
    )
    op.create_index(op.f("ix_waiting_places_member_id"), "waiting_places", ["member_id"])
    op.create_index(op.f("ix_waiting_places_offer_id"), "waiting_places", ["offer_id"])
    op.create_index("ix_waiting_places_calendar_state", "waiting_places", ["calendar_id", "state"])
