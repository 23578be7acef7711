"""The pairs, every night."""

from pro_am.also_booked import actions

RECOMPUTE = "also_booked.recompute"
HANDLERS = {RECOMPUTE: actions.recompute}
