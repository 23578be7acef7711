"""Calling friends, answering, ending; and what is settled beforehand."""

from pro_am.sos.actions.answering import answer
from pro_am.sos.actions.calling import Call, call, end
from pro_am.sos.actions.forgetting import forget_client, forget_old
from pro_am.sos.actions.offering import LOOK_AGAIN, look_again
from pro_am.sos.actions.settling import Settled, settle

__all__ = [
    "LOOK_AGAIN",
    "Call",
    "Settled",
    "answer",
    "call",
    "end",
    "forget_client",
    "forget_old",
    "look_again",
    "settle",
]
