"""Calling friends, and answering from the letter."""

from pro_am.sos.views import answers, mine

BLUEPRINTS = (mine.blueprint, answers.blueprint)

__all__ = ["BLUEPRINTS"]
