from datetime import datetime, timedelta

import pytest

from pro_am.bookings.rules.reminders import Reminder, due_reminder

START = datetime(2030, 1, 7, 18, 0)
LONG_AGO = START - timedelta(days=9)
SECOND = timedelta(seconds=1)


def before(**span):
    return START - timedelta(**span)


@pytest.mark.parametrize(
    ("now", "agreed_at", "due"),
    [
        (before(hours=24) - SECOND, LONG_AGO, None),
        (before(hours=24), LONG_AGO, Reminder.DAY),
        (before(hours=2) - SECOND, LONG_AGO, Reminder.DAY),
        (before(hours=2), LONG_AGO, Reminder.HOURS),
        (START - SECOND, LONG_AGO, Reminder.HOURS),
        (START, LONG_AGO, None),
        # What was agreed a moment ago needs no reminder.
        (before(hours=20), before(hours=23), None),
        (before(hours=20), before(hours=24), None),
        (before(hours=20), before(hours=24) - SECOND, Reminder.DAY),
        (before(hours=1), before(hours=23), Reminder.HOURS),
        (before(hours=1), before(hours=2), None),
    ],
)
def test_one_reminder_is_due_at_a_time_and_none_of_what_was_just_agreed(now, agreed_at, due):
    assert due_reminder(START, agreed_at=agreed_at, now=now) is due
