"""The pages of somebody who looks for a coach: questions, goals, and who fits them."""

from pro_am.intake.views import coaches, goals, questions
from pro_am.intake.views.blueprint import blueprint

__all__ = ["blueprint", "coaches", "goals", "questions"]
