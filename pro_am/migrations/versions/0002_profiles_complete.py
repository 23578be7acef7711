"""Galleries, pictures finished later, fields and questions of crafts, open drafts.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

COLUMNS = {
    "crafts": ("offer_fields", "booking_questions", "retired_at"),
    "profiles": ("not_offered",),
    "offers": ("answers", "left_open"),
    "bookings": ("answers",),
    "pictures": ("state",),
}


def upgrade() -> None:
    # Defaults on the server, so that the program of before can still write its rows.
    for column in ("offer_fields", "booking_questions"):
        op.add_column("crafts", sa.Column(column, sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("crafts", sa.Column("retired_at", sa.DateTime(), nullable=True))
    op.add_column(
        "profiles", sa.Column("not_offered", sa.String(), nullable=False, server_default="")
    )
    op.add_column("offers", sa.Column("answers", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("offers", sa.Column("left_open", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("bookings", sa.Column("answers", sa.JSON(), nullable=False, server_default="[]"))
    state = sa.Enum("waiting", "ready", name="picturestate", native_enum=False, length=32)
    op.add_column("pictures", sa.Column("state", state, nullable=False, server_default="ready"))
    op.create_table(
        "profile_photos",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("profile_id", sa.Integer(), nullable=False),
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("upload_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["profile_id"], ["profiles.id"], name=op.f("fk_profile_photos_profile_id")
        ),
        sa.ForeignKeyConstraint(
            ["picture_id"], ["pictures.id"], name=op.f("fk_profile_photos_picture_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile_photos")),
        sa.UniqueConstraint("picture_id", name=op.f("uq_profile_photos_picture_id")),
        sa.UniqueConstraint(
            "profile_id", "upload_key", name=op.f("uq_profile_photos_profile_id_upload_key")
        ),
    )


def downgrade() -> None:
    op.drop_table("profile_photos")
    for table, columns in COLUMNS.items():
        for column in columns:
            op.drop_column(table, column)
