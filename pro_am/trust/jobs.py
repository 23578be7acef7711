"""Computing scores, in the worker: all of them every night, a few as things happen."""

from collections.abc import Callable, Sequence

RECOMPUTE = "trust.recompute"
UPDATE = "trust.update"
LOOK_AT_PRICE = "trust.look_at_price"


def recompute() -> None:
    # Imported here: only the worker pays for numpy, not every web process.
    from pro_am.trust import actions

    actions.recompute()


def update(
    reviews: Sequence[Sequence[int]] = (),
    vouches: Sequence[Sequence[int]] = (),
    identities: Sequence[int] = (),
) -> None:
    from pro_am.trust import actions

    actions.catch_up(reviews, vouches, identities)


def look_at_price(offer_id: int) -> None:
    from pro_am.trust.actions import alarms

    alarms.look_at_price(offer_id)


HANDLERS: dict[str, Callable[..., None]] = {
    RECOMPUTE: recompute,
    UPDATE: update,
    LOOK_AT_PRICE: look_at_price,
}
