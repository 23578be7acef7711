"""What the links in letters are good for, and for how long."""

import enum
from datetime import timedelta

CONFIRM_WITHIN = timedelta(days=7)
RESET_WITHIN = timedelta(minutes=60)
UNDO_WITHIN = timedelta(days=14)


class Purpose(enum.StrEnum):
    """What a token in a letter is good for; a token for one purpose opens nothing else."""

    CONFIRM_EMAIL = "confirm_email"
    RESET_PASSWORD = "reset_password"  # noqa: S105 - the name of a purpose
    CHANGE_EMAIL = "change_email"
    UNDO_EMAIL_CHANGE = "undo_email_change"
    COME_BACK = "come_back"
