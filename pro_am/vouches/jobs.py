"""The yearly confirmations, and addresses of guests that are of no more use, in the worker."""

from pro_am.vouches import actions

CONFIRM = "vouches.confirm"
FORGET = "vouches.forget"


def see_to_confirmations() -> None:
    actions.ask()
    actions.lapse()


HANDLERS = {CONFIRM: see_to_confirmations, FORGET: actions.forget_addresses}
