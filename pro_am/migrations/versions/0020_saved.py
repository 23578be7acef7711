"""Favourites."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "favourites",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("profile_id", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name="fk_favourites_member_id_members"
        ),
        sa.ForeignKeyConstraint(
            ["profile_id"], ["profiles.id"], name="fk_favourites_profile_id_profiles"
        ),
        sa.PrimaryKeyConstraint("member_id", "profile_id", name="pk_favourites"),
    )
    op.create_index("ix_favourites_profile_id", "favourites", ["profile_id"])


def downgrade() -> None:
    op.drop_table("favourites")
