"""A clock that processes share through a file, and that somebody sets while they run."""

from datetime import UTC, datetime, timedelta
from pathlib import Path


class WrongClock:
    def __init__(self, file: Path) -> None:
        self._file = file

    def wrong_by(self) -> timedelta:
        return timedelta(seconds=float(self._file.read_text()))

    def now(self) -> datetime:
        return _real_now() + self.wrong_by()

    def set(self, now: datetime) -> None:
        self._write(now - _real_now())

    def step(self, by: timedelta) -> None:
        self._write(self.wrong_by() + by)

    def _write(self, wrong_by: timedelta) -> None:
        """Whole or not at all, for whoever reads meanwhile."""
        new = self._file.with_suffix(".new")
        new.write_text(str(wrong_by.total_seconds()))
        new.replace(self._file)


def _real_now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)  # noqa: TID251 - what the wrong one is measured by
