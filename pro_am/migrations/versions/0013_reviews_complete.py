"""Reviews: photos, questions of each craft, witnesses, cases, and who was asked by letter."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

WORD = sa.String(length=32)


def upgrade() -> None:
    op.add_column(
        "crafts", sa.Column("review_facets", sa.JSON(), nullable=False, server_default="[]")
    )
    op.add_column(
        "reviews", sa.Column("happened", sa.Boolean(), nullable=False, server_default=sa.true())
    )
    op.create_table(
        "review_photos",
        sa.Column("picture_id", sa.Integer(), nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["picture_id"], ["pictures.id"], name=op.f("fk_review_photos_picture_id")
        ),
        sa.ForeignKeyConstraint(
            ["review_id"], ["reviews.id"], name=op.f("fk_review_photos_review_id")
        ),
        sa.PrimaryKeyConstraint("picture_id", name=op.f("pk_review_photos")),
    )
    op.create_index(op.f("ix_review_photos_review_id"), "review_photos", ["review_id"])
    _witnesses()
    _cases()
    op.create_table(
        "review_letters",
        sa.Column("booking_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("moment", WORD, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name=op.f("fk_review_letters_booking_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_review_letters_member_id")
        ),
        sa.PrimaryKeyConstraint(
            "booking_id", "member_id", "moment", name=op.f("pk_review_letters")
        ),
    )


def downgrade() -> None:
    for table in ("review_letters", "review_cases", "review_witnesses", "review_photos"):
        op.drop_table(table)
    op.drop_column("reviews", "happened")
    op.drop_column("crafts", "review_facets")


def _witnesses() -> None:
    op.create_table(
        "review_witnesses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_review_witnesses_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["review_id"], ["reviews.id"], name=op.f("fk_review_witnesses_review_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_witnesses")),
        sa.UniqueConstraint(
            "review_id", "member_id", name=op.f("uq_review_witnesses_review_id_member_id")
        ),
    )
    op.create_index("ix_review_witnesses_member", "review_witnesses", ["member_id", "at"])


def _cases() -> None:
    op.create_table(
        "review_cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False, server_default=""),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("outcome", WORD, nullable=True),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("words_fr", sa.String(), nullable=False, server_default=""),
        sa.Column("words_en", sa.String(), nullable=False, server_default=""),
        sa.ForeignKeyConstraint(
            ["review_id"], ["reviews.id"], name=op.f("fk_review_cases_review_id")
        ),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["members.id"], name=op.f("fk_review_cases_settled_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_cases")),
        sa.UniqueConstraint("public_id", name=op.f("uq_review_cases_public_id")),
        sa.UniqueConstraint("review_id", "kind", name=op.f("uq_review_cases_review_id_kind")),
    )
    op.create_index(op.f("ix_review_cases_settled_at"), "review_cases", ["settled_at"])
