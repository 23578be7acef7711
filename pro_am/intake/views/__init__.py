"""The pages of somebody who looks for a coach: questions, goals, and who fits them."""

from pro_am.intake.views import coaches, for_coach, goals, questions
from pro_am.intake.views.blueprint import blueprint

__all__ = ["blueprint", "coaches", "for_coach", "goals", "questions"]
