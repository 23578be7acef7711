"""Recomputing scores, in the worker."""

RECOMPUTE = "trust.recompute"


def recompute() -> None:
    # Imported here: only the worker pays for numpy, not every web process.
    from pro_am.trust import actions

    actions.recompute()


HANDLERS = {RECOMPUTE: recompute}
