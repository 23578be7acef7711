"""The pages of somebody who looks for a coach: questions, goals, and who fits them."""

from pro_am.intake.views import goals, questions
from pro_am.intake.views.blueprint import blueprint

__all__ = ["blueprint", "goals", "questions"]
