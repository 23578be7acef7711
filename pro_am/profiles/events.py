"""What happened here that others may care about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ProfileChanged:
    """A profile or one of its offers is new, different, published or paused."""

    profile_id: int


@dataclass(frozen=True)
class PriceChanged:
    """An offer that is or was public costs something else from now on."""

    offer_id: int
