"""What members measure: series and values, who sees them, files that wait, and devices."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

WORD = sa.String(32)  # one of a few words


def upgrade() -> None:
    op.create_table(
        "measure_devices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["members.id"], name="fk_measure_devices_client_id"),
        sa.PrimaryKeyConstraint("id", name="pk_measure_devices"),
        sa.UniqueConstraint(
            "client_id", "idempotency_key", name="uq_measure_devices_client_id_idempotency_key"
        ),
        sa.UniqueConstraint("fingerprint", name="uq_measure_devices_fingerprint"),
        sa.UniqueConstraint("public_id", name="uq_measure_devices_public_id"),
    )
    op.create_table(
        "measure_series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("goal_thousandths", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["members.id"], name="fk_measure_series_client_id"),
        sa.PrimaryKeyConstraint("id", name="pk_measure_series"),
        sa.UniqueConstraint(
            "client_id", "idempotency_key", name="uq_measure_series_client_id_idempotency_key"
        ),
        sa.UniqueConstraint("public_id", name="uq_measure_series_public_id"),
    )
    op.create_table(
        "measure_uploads",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("imported_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["members.id"], name="fk_measure_uploads_client_id"),
        sa.PrimaryKeyConstraint("id", name="pk_measure_uploads"),
        sa.UniqueConstraint(
            "client_id", "idempotency_key", name="uq_measure_uploads_client_id_idempotency_key"
        ),
        sa.UniqueConstraint("public_id", name="uq_measure_uploads_public_id"),
    )
    op.create_index(
        "ix_measure_uploads_created_at", "measure_uploads", ["created_at"], unique=False
    )
    op.create_table(
        "measure_sharings",
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["series_id"], ["measure_series.id"], name="fk_measure_sharings_series_id"
        ),
        sa.PrimaryKeyConstraint("series_id", "audience", name="pk_measure_sharings"),
    )
    op.create_index("ix_measure_sharings_audience", "measure_sharings", ["audience"], unique=False)
    op.create_table(
        "measure_values",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("client_key", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.Column("thousandths", sa.BigInteger(), nullable=False),
        sa.Column("source", WORD, nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("corrected_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["series_id"], ["measure_series.id"], name="fk_measure_values_series_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_measure_values"),
        sa.UniqueConstraint("public_id", name="uq_measure_values_public_id"),
        sa.UniqueConstraint(
            "series_id", "client_key", name="uq_measure_values_series_id_client_key"
        ),
    )
    op.create_index("ix_measure_values_day", "measure_values", ["series_id", "day"], unique=False)
    op.create_table(
        "measure_comments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("value_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name="fk_measure_comments_by_id"),
        sa.ForeignKeyConstraint(
            ["value_id"], ["measure_values.id"], name="fk_measure_comments_value_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_measure_comments"),
        sa.UniqueConstraint(
            "by_id", "idempotency_key", name="uq_measure_comments_by_id_idempotency_key"
        ),
    )
    op.create_index("ix_measure_comments_value", "measure_comments", ["value_id"], unique=False)
    op.create_table(
        "measure_proposals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_measure_proposals_programme_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_measure_proposals"),
        sa.UniqueConstraint(
            "programme_id",
            "idempotency_key",
            name="uq_measure_proposals_programme_id_idempotency_key",
        ),
        sa.UniqueConstraint("public_id", name="uq_measure_proposals_public_id"),
    )
    op.create_index(
        "ix_measure_proposals_programme",
        "measure_proposals",
        ["programme_id", "answered_at"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index("ix_measure_proposals_programme", table_name="measure_proposals")
    op.drop_table("measure_proposals")
    op.drop_index("ix_measure_comments_value", table_name="measure_comments")
    op.drop_table("measure_comments")
    op.drop_index("ix_measure_values_day", table_name="measure_values")
    op.drop_table("measure_values")
    op.drop_index("ix_measure_sharings_audience", table_name="measure_sharings")
    op.drop_table("measure_sharings")
    op.drop_index("ix_measure_uploads_created_at", table_name="measure_uploads")
    op.drop_table("measure_uploads")
    op.drop_table("measure_series")
    op.drop_table("measure_devices")
