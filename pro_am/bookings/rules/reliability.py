"""How reliably somebody keeps what is agreed: counted from bookings alone, apart from the stars."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reliability:
    """Agreed bookings of one member in one role, by what became of them."""

    kept: int
    cancelled: int  # by a pro-am at any time, by a host too late
    missed: int  # did not come: uncontested, or decided by a moderator

    @property
    def agreed(self) -> int:
        return self.kept + self.cancelled + self.missed

    @property
    def share_kept(self) -> float | None:
        """From 0 to 1; None where nothing was agreed yet."""
        return self.kept / self.agreed if self.agreed else None
