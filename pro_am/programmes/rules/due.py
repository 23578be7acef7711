"""What is agreed for a programme, and what of it is due: weeks that have begun, at their price."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Due:
    """Money in minor units; it is paid in person, so what was paid is not known here."""

    weeks_begun: int
    weeks_agreed: int
    price_minor: int  # a week
    currency: str

    @property
    def so_far_minor(self) -> int:
        return self.weeks_begun * self.price_minor

    @property
    def agreed_minor(self) -> int:
        return self.weeks_agreed * self.price_minor
