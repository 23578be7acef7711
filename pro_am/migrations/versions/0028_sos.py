"""Letters that cannot wait, or end in one click; mailboxes that take none; SOS and answers."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

WORD = sa.String(32)  # one of a few words


def upgrade() -> None:
    with op.batch_alter_table("letters") as batch_op:
        batch_op.add_column(sa.Column("way_out", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("haste", sa.Integer(), nullable=False, server_default="1"))
        batch_op.create_index("ix_letters_haste", ["haste", "state", "next_at"])
    op.create_table(
        "bounced_addresses",
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("email", name="pk_bounced_addresses"),
    )
    op.create_table(
        "unwritten_addresses",
        sa.Column("address_mark", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("address_mark", name="pk_unwritten_addresses"),
    )
    op.create_table(
        "sos_choices",
        sa.Column("member_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("coach_sees", sa.Boolean(), nullable=False),
        sa.Column("numbers", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_sos_choices_member_id"),
        sa.PrimaryKeyConstraint("member_id", name="pk_sos_choices"),
    )
    op.create_table(
        "sos_calls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("pick", WORD, nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("shows_numbers", sa.Boolean(), nullable=False),
        sa.Column("coach_sees", sa.Boolean(), nullable=False),
        sa.Column("offered_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ending", WORD, nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["members.id"], name="fk_sos_calls_client_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sos_calls"),
        sa.UniqueConstraint(
            "client_id", "idempotency_key", name="uq_sos_calls_client_id_idempotency_key"
        ),
        sa.UniqueConstraint("public_id", name="uq_sos_calls_public_id"),
    )
    op.create_index("ix_sos_calls_client", "sos_calls", ["client_id", "at"])
    op.create_index("ix_sos_calls_at", "sos_calls", ["at"])
    op.create_table(
        "sos_told",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sos_id", sa.Integer(), nullable=False),
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["sos_id"], ["sos_calls.id"], name="fk_sos_told_sos_id"),
        sa.ForeignKeyConstraint(
            ["supporter_id"], ["supporters.id"], name="fk_sos_told_supporter_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sos_told"),
        sa.UniqueConstraint("sos_id", "supporter_id", name="uq_sos_told_sos_id_supporter_id"),
    )
    op.create_table(
        "sos_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("told_id", sa.Integer(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["told_id"], ["sos_told.id"], name="fk_sos_answers_told_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sos_answers"),
        sa.UniqueConstraint(
            "told_id", "idempotency_key", name="uq_sos_answers_told_id_idempotency_key"
        ),
    )


def downgrade() -> None:
    for table in ("sos_answers", "sos_told", "sos_calls", "sos_choices"):
        op.drop_table(table)
    op.drop_table("unwritten_addresses")
    op.drop_table("bounced_addresses")
    with op.batch_alter_table("letters") as batch_op:
        batch_op.drop_index("ix_letters_haste")
        batch_op.drop_column("haste")
        batch_op.drop_column("way_out")
