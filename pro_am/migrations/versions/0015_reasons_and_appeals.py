"""Restrictions with reasons, appeals, the public log, paused offers, accounts taken over."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

WORD = sa.String(length=32)


def upgrade() -> None:
    _create_restrictions()
    _create_appeals()
    op.create_table(
        "case_votes",
        sa.Column("case_ref", sa.String(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("words_fr", sa.String(), nullable=False),
        sa.Column("words_en", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name=op.f("fk_case_votes_by_id")),
        sa.PrimaryKeyConstraint("case_ref", "by_id", name=op.f("pk_case_votes")),
    )
    op.create_table(
        "moderation_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("about", WORD, nullable=False),
        sa.Column("rule", WORD, nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("by_role", WORD, nullable=False),
        sa.Column("restriction_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["restriction_id"], ["restrictions.id"], name=op.f("fk_moderation_log_restriction_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moderation_log")),
        sa.UniqueConstraint("restriction_id", name=op.f("uq_moderation_log_restriction_id")),
    )
    op.create_index(op.f("ix_moderation_log_at"), "moderation_log", ["at"])
    _create_takeovers()
    op.create_table(
        "offer_prices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("offer_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.Column("price_minor", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["offer_id"], ["offers.id"], name=op.f("fk_offer_prices_offer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer_prices")),
    )
    op.create_index("ix_offer_prices_offer", "offer_prices", ["offer_id", "until"])
    for table in ("reviews", "review_witnesses"):
        op.add_column(table, sa.Column("voided_at", sa.DateTime(), nullable=True))
    op.add_column("profiles", sa.Column("offers_paused_at", sa.DateTime(), nullable=True))
    op.add_column("profiles", sa.Column("withdrawn_from", WORD, nullable=True))
    op.add_column("profiles", sa.Column("hidden_at", sa.DateTime(), nullable=True))
    op.add_column("offers", sa.Column("hidden_at", sa.DateTime(), nullable=True))
    op.add_column(
        "offers",
        sa.Column("is_kept_back", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    for table, column in (
        ("offers", "is_kept_back"),
        ("offers", "hidden_at"),
        ("profiles", "hidden_at"),
        ("profiles", "withdrawn_from"),
        ("profiles", "offers_paused_at"),
        ("review_witnesses", "voided_at"),
        ("reviews", "voided_at"),
    ):
        op.drop_column(table, column)
    for table in (
        "offer_prices",
        "key_changes",
        "takeovers",
        "moderation_log",
        "case_votes",
        "appeal_votes",
        "appeals",
        "restrictions",
    ):
        op.drop_table(table)


def _create_restrictions() -> None:
    op.create_table(
        "restrictions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("rule", WORD, nullable=False),
        sa.Column("subject", WORD, nullable=True),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("quoted", sa.String(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.Column("other_id", sa.Integer(), nullable=True),
        sa.Column("words_fr", sa.String(), nullable=False),
        sa.Column("words_en", sa.String(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("by_role", WORD, nullable=False),
        sa.Column("is_alone", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("confirmed_by_id", sa.Integer(), nullable=True),
        sa.Column("began_at", sa.DateTime(), nullable=True),
        sa.Column("until", sa.DateTime(), nullable=True),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ending", WORD, nullable=True),
        sa.Column("look_by", sa.DateTime(), nullable=True),
        sa.Column("looked_at", sa.DateTime(), nullable=True),
        sa.Column("looked_by_id", sa.Integer(), nullable=True),
        *(
            sa.ForeignKeyConstraint([column], [f"{of}.id"], name=op.f(f"fk_restrictions_{column}"))
            for column, of in (
                ("member_id", "members"),
                ("report_id", "reports"),
                ("other_id", "members"),
                ("by_id", "members"),
                ("confirmed_by_id", "members"),
                ("looked_by_id", "members"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restrictions")),
        sa.UniqueConstraint("public_id", name=op.f("uq_restrictions_public_id")),
    )
    op.create_index(op.f("ix_restrictions_member_id"), "restrictions", ["member_id"])
    op.create_index(op.f("ix_restrictions_report_id"), "restrictions", ["report_id"])


def _create_appeals() -> None:
    op.create_table(
        "appeals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("restriction_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("answer_by", sa.DateTime(), nullable=False),
        sa.Column("answer", WORD, nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("panel", WORD, nullable=True),
        sa.ForeignKeyConstraint(
            ["restriction_id"], ["restrictions.id"], name=op.f("fk_appeals_restriction_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeals")),
        sa.UniqueConstraint("public_id", name=op.f("uq_appeals_public_id")),
        sa.UniqueConstraint("restriction_id", name=op.f("uq_appeals_restriction_id")),
    )
    op.create_index(op.f("ix_appeals_answered_at"), "appeals", ["answered_at"])
    op.create_table(
        "appeal_votes",
        sa.Column("appeal_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("answer", WORD, nullable=False),
        sa.Column("words_fr", sa.String(), nullable=False),
        sa.Column("words_en", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appeal_id"], ["appeals.id"], name=op.f("fk_appeal_votes_appeal_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name=op.f("fk_appeal_votes_by_id")),
        sa.PrimaryKeyConstraint("appeal_id", "by_id", name=op.f("pk_appeal_votes")),
    )


def _create_takeovers() -> None:
    op.create_table(
        "takeovers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("said_at", sa.DateTime(), nullable=False),
        sa.Column("said_by_id", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        *(
            sa.ForeignKeyConstraint([column], ["members.id"], name=op.f(f"fk_takeovers_{column}"))
            for column in ("member_id", "said_by_id", "undone_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_takeovers")),
        sa.UniqueConstraint("public_id", name=op.f("uq_takeovers_public_id")),
    )
    op.create_index(op.f("ix_takeovers_member_id"), "takeovers", ["member_id"])
    op.create_table(
        "key_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_key_changes_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_changes")),
    )
    op.create_index(op.f("ix_key_changes_at"), "key_changes", ["at"])
