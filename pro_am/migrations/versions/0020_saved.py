"""Favourites, saved searches, and what those who booked somebody also booked."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

WORD = sa.String(32)  # one of a few words


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
    op.create_table(
        "saved_searches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("query", sa.JSON(), nullable=False),
        sa.Column("free_from", sa.DateTime(), nullable=True),
        sa.Column("free_until", sa.DateTime(), nullable=True),
        sa.Column("pace", WORD, nullable=False),
        sa.Column("letters_since", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name="fk_saved_searches_member_id_members"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_saved_searches"),
        sa.UniqueConstraint("member_id", "asked", name="uq_saved_searches_member_id_asked"),
        sa.UniqueConstraint("public_id", name="uq_saved_searches_public_id"),
    )
    op.create_table(
        "saved_search_finds",
        sa.Column("saved_search_id", sa.Integer(), nullable=False),
        sa.Column("offer_id", sa.Integer(), nullable=False),
        sa.Column("found_at", sa.DateTime(), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["offers.id"], name="fk_saved_search_finds_offer_id_offers"
        ),
        sa.ForeignKeyConstraint(
            ["saved_search_id"],
            ["saved_searches.id"],
            name="fk_saved_search_finds_saved_search_id_saved_searches",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("saved_search_id", "offer_id", name="pk_saved_search_finds"),
    )
    op.create_index("ix_saved_search_finds_offer_id", "saved_search_finds", ["offer_id"])
    op.create_index("ix_saved_search_finds_waiting", "saved_search_finds", ["told_at", "found_at"])
    op.create_table(
        "looked_at_offers",
        sa.Column("offer_id", sa.Integer(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["offers.id"], name="fk_looked_at_offers_offer_id_offers"
        ),
        sa.PrimaryKeyConstraint("offer_id", name="pk_looked_at_offers"),
    )
    op.create_table(
        "lookouts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("has_begun", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lookouts"),
    )
    op.create_table(
        "also_booked",
        sa.Column("profile_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("strength", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["other_id"], ["profiles.id"], name="fk_also_booked_other_id_profiles"
        ),
        sa.ForeignKeyConstraint(
            ["profile_id"], ["profiles.id"], name="fk_also_booked_profile_id_profiles"
        ),
        sa.PrimaryKeyConstraint("profile_id", "other_id", name="pk_also_booked"),
    )
    op.create_index("ix_also_booked_other_id", "also_booked", ["other_id"])
    op.create_table(
        "also_booked_left_out",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name="fk_also_booked_left_out_member_id_members"
        ),
        sa.PrimaryKeyConstraint("member_id", name="pk_also_booked_left_out"),
    )


def downgrade() -> None:
    for table in (
        "also_booked_left_out",
        "also_booked",
        "lookouts",
        "looked_at_offers",
        "saved_search_finds",
        "saved_searches",
        "favourites",
    ):
        op.drop_table(table)
