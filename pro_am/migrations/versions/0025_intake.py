"""Questionnaires, goal profiles, and what was said of health."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "questionnaires",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("craft_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("number >= 1", name="ck_questionnaires_number"),
        sa.ForeignKeyConstraint(["craft_id"], ["crafts.id"], name="fk_questionnaires_craft_id"),
        sa.PrimaryKeyConstraint("id", name="pk_questionnaires"),
        sa.UniqueConstraint("craft_id", "number", name="uq_questionnaires_craft_id_number"),
    )
    op.create_table(
        "goal_profiles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("craft_id", sa.Integer(), nullable=False),
        sa.Column("questionnaire_id", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("shown_on_request", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["craft_id"], ["crafts.id"], name="fk_goal_profiles_craft_id"),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_goal_profiles_member_id"),
        sa.ForeignKeyConstraint(
            ["questionnaire_id"], ["questionnaires.id"], name="fk_goal_profiles_questionnaire_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_goal_profiles"),
        sa.UniqueConstraint("member_id", "craft_id", name="uq_goal_profiles_member_id_craft_id"),
    )
    op.create_index("ix_goal_profiles_craft_id", "goal_profiles", ["craft_id"], unique=False)
    op.create_index(
        "ix_goal_profiles_questionnaire_id", "goal_profiles", ["questionnaire_id"], unique=False
    )
    op.create_table(
        "goal_health_notes",
        sa.Column("goal_profile_id", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("agreed_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["goal_profile_id"], ["goal_profiles.id"], name="fk_goal_health_notes_goal_profile_id"
        ),
        sa.PrimaryKeyConstraint("goal_profile_id", name="pk_goal_health_notes"),
    )


def downgrade() -> None:
    op.drop_table("goal_health_notes")
    op.drop_index("ix_goal_profiles_questionnaire_id", table_name="goal_profiles")
    op.drop_index("ix_goal_profiles_craft_id", table_name="goal_profiles")
    op.drop_table("goal_profiles")
    op.drop_table("questionnaires")
