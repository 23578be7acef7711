"""Every rule a pro-am can set: n-th weeks, several calendars, offers with limits of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

OWN_OF_OFFERS = (
    "buffer_before_minutes",
    "buffer_after_minutes",
    "travel_buffer_minutes",
    "notice_minutes",
    "horizon_days",
    "most_a_day",
    "cancel_notice_minutes",
    "reschedule_notice_minutes",
)
COPIED_INTO_BOOKINGS = ("cancel_notice_minutes", "reschedule_notice_minutes")
FRESHNESS = ("confirmed_at", "asked_at", "paused_at")


def upgrade() -> None:
    op.add_column(
        "weekly_hours", sa.Column("every", sa.Integer(), nullable=False, server_default="1")
    )
    for name in ("anchor", "valid_from", "valid_until"):
        op.add_column("weekly_hours", sa.Column(name, sa.Date(), nullable=True))

    op.add_column("calendars", sa.Column("name", sa.String(), nullable=False, server_default=""))
    op.add_column(
        "calendars", sa.Column("is_main", sa.Boolean(), nullable=False, server_default=sa.true())
    )
    op.add_column("calendars", sa.Column("most_a_day", sa.Integer(), nullable=True))
    for name in FRESHNESS:
        op.add_column("calendars", sa.Column(name, sa.DateTime(), nullable=True))
    with _rebuilding(), op.batch_alter_table("calendars") as calendars:
        calendars.drop_constraint(op.f("uq_calendars_profile_id"), type_="unique")
    op.create_index(op.f("ix_calendars_profile_id"), "calendars", ["profile_id"])
    # One of them is the first of its profile; the program before this one knows no other.
    op.create_index(
        "ix_calendars_main",
        "calendars",
        ["profile_id"],
        unique=True,
        sqlite_where=sa.text("is_main"),
        postgresql_where=sa.text("is_main"),
    )

    _refer("offers", "calendar_id", "calendars")
    for name in OWN_OF_OFFERS:
        op.add_column("offers", sa.Column(name, sa.Integer(), nullable=True))
    op.add_column("offers", sa.Column("cancellation_policy", sa.String(), nullable=True))

    for name in COPIED_INTO_BOOKINGS:
        op.add_column("bookings", sa.Column(name, sa.Integer(), nullable=True))

    _refer("holds", "offer_id", "offers")
    op.execute(
        "UPDATE holds SET offer_id ="
        " (SELECT bookings.offer_id FROM bookings WHERE bookings.hold_id = holds.id)"
    )


def downgrade() -> None:
    """A profile with several calendars has to part with the others before. Keys go with columns."""
    op.drop_index("ix_calendars_main", table_name="calendars")
    op.drop_index(op.f("ix_calendars_profile_id"), table_name="calendars")
    with _rebuilding():
        with op.batch_alter_table("holds") as holds:
            holds.drop_column("offer_id")
        with op.batch_alter_table("bookings") as bookings:
            for name in COPIED_INTO_BOOKINGS:
                bookings.drop_column(name)
        with op.batch_alter_table("offers") as offers:
            for name in ("cancellation_policy", *OWN_OF_OFFERS, "calendar_id"):
                offers.drop_column(name)
        with op.batch_alter_table("calendars") as calendars:
            for name in (*FRESHNESS, "most_a_day", "is_main", "name"):
                calendars.drop_column(name)
            calendars.create_unique_constraint(op.f("uq_calendars_profile_id"), ["profile_id"])
        with op.batch_alter_table("weekly_hours") as weekly_hours:
            for name in ("valid_until", "valid_from", "anchor", "every"):
                weekly_hours.drop_column(name)


def _refer(table: str, column: str, other: str) -> None:
    """A new column that may name a row of another table."""
    name = f"fk_{table}_{column}"
    if op.get_bind().dialect.name == "sqlite":  # which adds no constraint to a table that is there
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} INTEGER"
            f" CONSTRAINT {name} REFERENCES {other} (id)"
        )
        return
    op.add_column(table, sa.Column(column, sa.Integer(), nullable=True))
    op.create_foreign_key(op.f(name), table, other, [column], ["id"])


@contextmanager
def _rebuilding() -> Iterator[None]:
    """Let SQLite copy tables that others refer to, in its own way: sqlite.org/lang_altertable.

    It can only be told so between two transactions.
    """
    bind = op.get_bind()
    if bind.dialect.name != "sqlite":
        yield
        return
    connection: Any = bind.connection.dbapi_connection
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    yield
    assert connection.execute("PRAGMA foreign_key_check").fetchone() is None  # noqa: S101
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("BEGIN IMMEDIATE")
