"""Questions before a booking, photos in messages, reports, blocks and pauses in writing."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Messages of today get a public id each, and so do those that the code of before still writes.
RANDOM_ID = {
    "sqlite": "(lower(hex(randomblob(12))))",
    "postgresql": "substr(replace(gen_random_uuid()::text, '-', ''), 1, 24)",
}


def upgrade() -> None:
    random_id = sa.text(RANDOM_ID[op.get_bind().dialect.name])
    with op.batch_alter_table("messages", recreate="auto") as batch_op:
        batch_op.add_column(
            sa.Column("public_id", sa.String(), nullable=False, server_default=random_id)
        )
        batch_op.add_column(sa.Column("picture_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("hidden_at", sa.DateTime(), nullable=True))
        batch_op.create_unique_constraint(op.f("uq_messages_public_id"), ["public_id"])
        batch_op.create_foreign_key(
            op.f("fk_messages_picture_id"), "pictures", ["picture_id"], ["id"]
        )
    op.add_column("reviews", sa.Column("hidden_at", sa.DateTime(), nullable=True))
    op.add_column("reviews", sa.Column("public_id", sa.String(), nullable=True))
    op.execute(sa.update(sa.table("reviews", sa.column("public_id"))).values(public_id=random_id))
    op.create_index("ix_reviews_public_id", "reviews", ["public_id"], unique=True)
    op.create_table(
        "questions",
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("asker_id", sa.Integer(), nullable=False),
        sa.Column("profile_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["asker_id"], ["members.id"], name=op.f("fk_questions_asker_id")),
        sa.ForeignKeyConstraint(
            ["profile_id"], ["profiles.id"], name=op.f("fk_questions_profile_id")
        ),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_questions_thread_id")),
        sa.PrimaryKeyConstraint("thread_id", name=op.f("pk_questions")),
        sa.UniqueConstraint(
            "asker_id", "profile_id", name=op.f("uq_questions_asker_id_profile_id")
        ),
        sa.UniqueConstraint("public_id", name=op.f("uq_questions_public_id")),
    )
    op.create_index(op.f("ix_questions_profile_id"), "questions", ["profile_id"])
    op.create_index("ix_questions_asker_asked", "questions", ["asker_id", "asked_at"])
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("reporter_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("quoted", sa.String(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("decided_at", sa.DateTime(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("words_fr", sa.String(), nullable=False),
        sa.Column("words_en", sa.String(), nullable=False),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("reporter_id <> owner_id", name=op.f("ck_reports_two_members")),
        sa.ForeignKeyConstraint(
            ["decided_by_id"], ["members.id"], name=op.f("fk_reports_decided_by_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["members.id"], name=op.f("fk_reports_owner_id")),
        sa.ForeignKeyConstraint(
            ["reporter_id"], ["members.id"], name=op.f("fk_reports_reporter_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("public_id", name=op.f("uq_reports_public_id")),
        sa.UniqueConstraint(
            "reporter_id", "idempotency_key", name=op.f("uq_reports_reporter_id_idempotency_key")
        ),
    )
    op.create_index(op.f("ix_reports_owner_id"), "reports", ["owner_id"])
    op.create_index("ix_reports_queue", "reports", ["decided_at", "severity", "created_at"])
    op.create_table(
        "report_deeds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("deed", sa.String(length=32), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name=op.f("fk_report_deeds_by_id")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.id"], name=op.f("fk_report_deeds_report_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_deeds")),
    )
    op.create_index(op.f("ix_report_deeds_report_id"), "report_deeds", ["report_id"])
    op.create_table(
        "blocks",
        sa.Column("blocker_id", sa.Integer(), nullable=False),
        sa.Column("blocked_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["blocked_id"], ["members.id"], name=op.f("fk_blocks_blocked_id")),
        sa.ForeignKeyConstraint(["blocker_id"], ["members.id"], name=op.f("fk_blocks_blocker_id")),
        sa.PrimaryKeyConstraint("blocker_id", "blocked_id", name=op.f("pk_blocks")),
    )
    op.create_index(op.f("ix_blocks_blocked_id"), "blocks", ["blocked_id"])
    op.create_table(
        "writing_pauses",
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_writing_pauses_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.id"], name=op.f("fk_writing_pauses_report_id")
        ),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_writing_pauses")),
    )
    op.create_index(op.f("ix_writing_pauses_member_id"), "writing_pauses", ["member_id"])


def downgrade() -> None:
    for table in ("writing_pauses", "blocks", "report_deeds", "reports", "questions"):
        op.drop_table(table)
    op.drop_index("ix_reviews_public_id", table_name="reviews")
    op.drop_column("reviews", "public_id")
    op.drop_column("reviews", "hidden_at")
    with op.batch_alter_table("messages", recreate="auto") as batch_op:
        batch_op.drop_constraint(op.f("fk_messages_picture_id"), type_="foreignkey")
        batch_op.drop_constraint(op.f("uq_messages_public_id"), type_="unique")
        batch_op.drop_column("hidden_at")
        batch_op.drop_column("picture_id")
        batch_op.drop_column("public_id")
