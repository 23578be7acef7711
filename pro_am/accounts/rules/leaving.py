"""Leaving: when, and who cannot yet."""

from datetime import timedelta

from pro_am.accounts.rules.refusals import OnlyAdmin

ERASED_AFTER = timedelta(days=14)  # until then one link brings everything back


def check_leaving(*, is_admin: bool, admins: int) -> None:
    if is_admin and admins == 1:
        raise OnlyAdmin
