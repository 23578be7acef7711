"""Programmes with their weeks and items, and the templates that they begin from."""

from pro_am.programmes.models.acts import CoachLetter, ProgrammeAct, WeekLetter
from pro_am.programmes.models.programme import (
    Item,
    Programme,
    ProgrammeBreak,
    ProgrammeComment,
    ProgrammeException,
    ProgrammeWeek,
)
from pro_am.programmes.models.template import Template, TemplateItem

__all__ = [
    "CoachLetter",
    "Item",
    "Programme",
    "ProgrammeAct",
    "ProgrammeBreak",
    "ProgrammeComment",
    "ProgrammeException",
    "ProgrammeWeek",
    "Template",
    "TemplateItem",
    "WeekLetter",
]
