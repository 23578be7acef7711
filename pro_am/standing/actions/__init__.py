"""Verifying people, and writing down what trust has computed."""

from pro_am.standing.actions.computed import ScoreFacts, StandingFacts, write_down
from pro_am.standing.actions.levels import write_levels
from pro_am.standing.actions.verifying import verify_identity

__all__ = ["ScoreFacts", "StandingFacts", "verify_identity", "write_down", "write_levels"]
