"""Who may be shown a series, as keys that say nothing of how they come to it."""

COACH = "coach"


def coach_of(programme_id: int) -> str:
    return f"{COACH}:{programme_id}"
