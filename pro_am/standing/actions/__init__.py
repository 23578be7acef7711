"""Verifying people, and writing down what trust has computed."""

from pro_am.standing.actions.computed import ScoreFacts, write_down
from pro_am.standing.actions.levels import write_levels
from pro_am.standing.actions.verifying import verify_identity

__all__ = ["ScoreFacts", "verify_identity", "write_down", "write_levels"]
