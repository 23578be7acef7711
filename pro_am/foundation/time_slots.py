"""Stretches of time, half-open: a slot ending at 10:00 does not touch one starting then."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, order=True, slots=True)
class TimeSlot:
    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"A slot ends after it starts: {self.start} - {self.end}")

    @property
    def length(self) -> timedelta:
        return self.end - self.start

    def overlaps(self, other: "TimeSlot") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "TimeSlot") -> bool:
        return self.start <= other.start and other.end <= self.end
