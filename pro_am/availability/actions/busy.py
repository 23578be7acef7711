"""What calendars that are kept elsewhere take, and how far that can be relied on."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, insert, update

from pro_am.availability import queries
from pro_am.availability.actions.claiming import claim
from pro_am.availability.actions.picturing import picture_free_days
from pro_am.availability.events import HoursChanged, RelianceChanged
from pro_am.availability.models import BusyTime, Calendar
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.time_slots import TimeSlot


def set_busy(calendar_id: int, source_id: int, stretches: Iterable[TimeSlot]) -> None:
    """What a calendar kept elsewhere takes from now on; where nothing changes, nobody waits."""
    taken = sorted((slot.start, slot.end) for slot in stretches)
    if taken == queries.busy_of(calendar_id, source_id):
        return
    with transaction():
        calendar = claim(calendar_id)
        db.session.execute(
            delete(BusyTime).where(
                BusyTime.calendar_id == calendar_id, BusyTime.source_id == source_id
            )
        )
        if taken:
            row = {"calendar_id": calendar_id, "source_id": source_id}
            db.session.execute(
                insert(BusyTime),
                [{**row, "starts_at": start, "ends_at": end} for start, end in taken],
            )
        picture_free_days(calendar)
        publish(HoursChanged(calendar.id, calendar.profile_id))


def rely_on(calendar_id: int, *, until: datetime | None) -> None:
    """Say until when what calendars kept elsewhere take is known well enough to book at once."""
    with transaction():
        calendar = db.session.get_one(Calendar, calendar_id)
        before = calendar.is_relied_on(clock.now())
        db.session.execute(
            update(Calendar)
            .where(Calendar.id == calendar_id)
            .values(relied_on_until=until)
            .execution_options(synchronize_session=False)
        )
        db.session.refresh(calendar, ["relied_on_until"])
        if calendar.is_relied_on(clock.now()) is not before:
            publish(RelianceChanged(calendar.profile_id))


def note_stale(calendar_id: int) -> None:
    """Time alone has made it stale: tell those who say what is booked at once."""
    with transaction():
        calendar = db.session.get_one(Calendar, calendar_id)
        publish(RelianceChanged(calendar.profile_id))
