"""Programmes with their weeks, items, exceptions and comments, and templates."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

WORD = sa.String(32)  # one of a few words


def upgrade() -> None:
    op.create_table(
        "programme_templates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("coach_id", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("retired_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("weeks >= 1", name="ck_programme_templates_weeks"),
        sa.ForeignKeyConstraint(
            ["coach_id"], ["members.id"], name="fk_programme_templates_coach_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_programme_templates"),
        sa.UniqueConstraint(
            "coach_id", "idempotency_key", name="uq_programme_templates_coach_id_idempotency_key"
        ),
        sa.UniqueConstraint("public_id", name="uq_programme_templates_public_id"),
    )
    op.create_table(
        "programme_template_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("template_id", sa.Integer(), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("amount", sa.Numeric(precision=10, scale=2), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=True),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.CheckConstraint("day BETWEEN 0 AND 7", name="ck_programme_template_items_day"),
        sa.CheckConstraint("week >= 1", name="ck_programme_template_items_week"),
        sa.CheckConstraint("weight >= 1", name="ck_programme_template_items_weight"),
        sa.ForeignKeyConstraint(
            ["picture_id"], ["pictures.id"], name="fk_programme_template_items_picture_id"
        ),
        sa.ForeignKeyConstraint(
            ["template_id"],
            ["programme_templates.id"],
            name="fk_programme_template_items_template_id",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_programme_template_items"),
    )
    op.create_index(
        "ix_programme_template_items_template",
        "programme_template_items",
        ["template_id", "week", "day", "position"],
        unique=False,
    )
    op.create_table(
        "programmes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("coach_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("weeks_agreed", sa.Integer(), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("standing", WORD, nullable=False),
        sa.Column("paused_on", sa.Date(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ending", WORD, nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("heard_at", sa.DateTime(), nullable=True),
        sa.Column("looked_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("client_id <> coach_id", name="ck_programmes_two_members"),
        sa.CheckConstraint("weeks_agreed >= 1", name="ck_programmes_weeks"),
        sa.ForeignKeyConstraint(["booking_id"], ["bookings.id"], name="fk_programmes_booking_id"),
        sa.ForeignKeyConstraint(["client_id"], ["members.id"], name="fk_programmes_client_id"),
        sa.ForeignKeyConstraint(["coach_id"], ["members.id"], name="fk_programmes_coach_id"),
        sa.PrimaryKeyConstraint("id", name="pk_programmes"),
        sa.UniqueConstraint("booking_id", name="uq_programmes_booking_id"),
        sa.UniqueConstraint("public_id", name="uq_programmes_public_id"),
    )
    op.create_index("ix_programmes_client_id", "programmes", ["client_id"], unique=False)
    op.create_index(
        "ix_programmes_coach_standing", "programmes", ["coach_id", "standing"], unique=False
    )
    op.create_table(
        "programme_exceptions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("from_day <= to_day", name="ck_programme_exceptions_days"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_programme_exceptions_programme_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_programme_exceptions"),
        sa.UniqueConstraint("public_id", name="uq_programme_exceptions_public_id"),
    )
    op.create_index(
        "ix_programme_exceptions_days",
        "programme_exceptions",
        ["programme_id", "from_day"],
        unique=False,
    )
    op.create_table(
        "programme_weeks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("template_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("coach_words", sa.String(), nullable=False),
        sa.Column("client_words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_programme_weeks_programme_id"
        ),
        sa.ForeignKeyConstraint(
            ["template_id"], ["programme_templates.id"], name="fk_programme_weeks_template_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_programme_weeks"),
        sa.UniqueConstraint(
            "programme_id", "monday", name="uq_programme_weeks_programme_id_monday"
        ),
    )
    op.create_table(
        "programme_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("week_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("amount", sa.Numeric(precision=10, scale=2), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=True),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.CheckConstraint("day BETWEEN 0 AND 7", name="ck_programme_items_day"),
        sa.CheckConstraint("weight >= 1", name="ck_programme_items_weight"),
        sa.ForeignKeyConstraint(
            ["picture_id"], ["pictures.id"], name="fk_programme_items_picture_id"
        ),
        sa.ForeignKeyConstraint(
            ["week_id"], ["programme_weeks.id"], name="fk_programme_items_week_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_programme_items"),
        sa.UniqueConstraint("public_id", name="uq_programme_items_public_id"),
    )
    op.create_index(
        "ix_programme_items_week", "programme_items", ["week_id", "day", "position"], unique=False
    )
    op.create_table(
        "programme_comments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("week_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("exception_id", sa.Integer(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name="fk_programme_comments_by_id"),
        sa.ForeignKeyConstraint(
            ["exception_id"], ["programme_exceptions.id"], name="fk_programme_comments_exception_id"
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["programme_items.id"], name="fk_programme_comments_item_id"
        ),
        sa.ForeignKeyConstraint(
            ["week_id"], ["programme_weeks.id"], name="fk_programme_comments_week_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_programme_comments"),
        sa.UniqueConstraint(
            "by_id",
            "week_id",
            "idempotency_key",
            name="uq_programme_comments_by_id_week_id_idempotency_key",
        ),
    )
    op.create_index(
        "ix_programme_comments_week", "programme_comments", ["week_id", "id"], unique=False
    )


def downgrade() -> None:
    op.drop_index("ix_programme_comments_week", table_name="programme_comments")
    op.drop_table("programme_comments")
    op.drop_index("ix_programme_items_week", table_name="programme_items")
    op.drop_table("programme_items")
    op.drop_table("programme_weeks")
    op.drop_index("ix_programme_exceptions_days", table_name="programme_exceptions")
    op.drop_table("programme_exceptions")
    op.drop_index("ix_programmes_coach_standing", table_name="programmes")
    op.drop_index("ix_programmes_client_id", table_name="programmes")
    op.drop_table("programmes")
    op.drop_index("ix_programme_template_items_template", table_name="programme_template_items")
    op.drop_table("programme_template_items")
    op.drop_table("programme_templates")
