"""Recomputing scores, in the worker."""

from collections.abc import Callable

RECOMPUTE = "trust.recompute"
LOOK_AT_PRICE = "trust.look_at_price"


def recompute() -> None:
    # Imported here: only the worker pays for numpy, not every web process.
    from pro_am.trust import actions

    actions.recompute()


def look_at_price(offer_id: int) -> None:
    from pro_am.trust.actions import alarms

    alarms.look_at_price(offer_id)


HANDLERS: dict[str, Callable[..., None]] = {RECOMPUTE: recompute, LOOK_AT_PRICE: look_at_price}
