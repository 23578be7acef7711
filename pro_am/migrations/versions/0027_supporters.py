"""Friends who follow a client, when they are told of a week, and their cheers."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

WORD = sa.String(32)  # one of a few words


def upgrade() -> None:
    op.create_table(
        "asks_nobody",
        sa.Column("address_mark", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("address_mark", name="pk_asks_nobody"),
    )
    op.create_table(
        "quiet_weeks",
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["members.id"], name="fk_quiet_weeks_client_id"),
        sa.PrimaryKeyConstraint("client_id", "monday", name="pk_quiet_weeks"),
    )
    op.create_table(
        "recap_rhythms",
        sa.Column("client_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("next_at", sa.DateTime(), nullable=False),
        sa.Column("not_told", sa.Date(), nullable=True),
        sa.CheckConstraint("minute BETWEEN 0 AND 1439", name="ck_recap_rhythms_minute"),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name="ck_recap_rhythms_weekday"),
        sa.ForeignKeyConstraint(["client_id"], ["members.id"], name="fk_recap_rhythms_client_id"),
        sa.PrimaryKeyConstraint("client_id", name="pk_recap_rhythms"),
    )
    op.create_index("ix_recap_rhythms_next_at", "recap_rhythms", ["next_at"], unique=False)
    op.create_table(
        "supporters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("address_mark", sa.String(), nullable=False),
        sa.Column("link_key", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("sees", sa.JSON(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("ask_letter_id", sa.Integer(), nullable=True),
        sa.Column("reminded_at", sa.DateTime(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("read_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["members.id"], name="fk_supporters_client_id"),
        sa.PrimaryKeyConstraint("id", name="pk_supporters"),
        sa.UniqueConstraint(
            "client_id", "address_mark", name="uq_supporters_client_id_address_mark"
        ),
        sa.UniqueConstraint("link_key", name="uq_supporters_link_key"),
        sa.UniqueConstraint("public_id", name="uq_supporters_public_id"),
    )
    op.create_index("ix_supporters_asked", "supporters", ["state", "asked_at"], unique=False)
    op.create_table(
        "cheers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["supporter_id"], ["supporters.id"], name="fk_cheers_supporter_id"),
        sa.PrimaryKeyConstraint("id", name="pk_cheers"),
        sa.UniqueConstraint("supporter_id", "day", name="uq_cheers_supporter_id_day"),
    )
    op.create_table(
        "recaps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("letter_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["supporter_id"], ["supporters.id"], name="fk_recaps_supporter_id"),
        sa.PrimaryKeyConstraint("id", name="pk_recaps"),
        sa.UniqueConstraint("supporter_id", "monday", name="uq_recaps_supporter_id_monday"),
    )


def downgrade() -> None:
    op.drop_table("recaps")
    op.drop_table("cheers")
    op.drop_index("ix_supporters_asked", table_name="supporters")
    op.drop_table("supporters")
    op.drop_index("ix_recap_rhythms_next_at", table_name="recap_rhythms")
    op.drop_table("recap_rhythms")
    op.drop_table("quiet_weeks")
    op.drop_table("asks_nobody")
