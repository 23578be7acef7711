"""Scores that were computed of late."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_scores_computed_at", "scores", ["computed_at"])


def downgrade() -> None:
    op.drop_index("ix_scores_computed_at", "scores")
