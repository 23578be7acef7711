"""Every row of the product, to see that restoring gives back exactly what was there."""

from sqlalchemy import select

from pro_am.foundation.database import Model, db

# What only grows, or is known to go: the log of what was done, letters, jobs, sessions.
LOG = {
    "appeal_votes",
    "appeals",
    "audit_entries",
    "jobs",
    "letters",
    "moderation_log",
    "report_deeds",
    "reports",
    "restrictions",
    "revisions",
    "search_outbox",
    "sessions",
    "takeovers",
}


def every_row() -> dict[str, list[tuple[object, ...]]]:
    """By table, in an order that does not change."""
    db.session.rollback()
    return {
        table.name: sorted((tuple(row) for row in db.session.execute(select(table))), key=repr)
        for table in Model.metadata.sorted_tables
        if table.name not in LOG
    }
