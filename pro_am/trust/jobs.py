"""Computing scores, in the worker: all of them every night, a few as things happen."""

from collections.abc import Sequence

RECOMPUTE = "trust.recompute"
UPDATE = "trust.update"


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


HANDLERS = {RECOMPUTE: recompute, UPDATE: update}
