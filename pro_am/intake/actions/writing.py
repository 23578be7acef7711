"""What the operator asks: each change is a new version, and answers keep theirs."""

from collections.abc import Sequence

from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.foundation import audit, clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.words import mark
from pro_am.intake import queries
from pro_am.intake.models import Questionnaire
from pro_am.intake.rules.questions import Question, as_row, questions_from
from pro_am.intake.rules.writing import check
from pro_am.intake.starting_questionnaires import STARTING_QUESTIONNAIRES
from pro_am.profiles.models import Craft


def found_starting_questionnaires() -> None:
    """Give crafts that never asked anything their first questions."""
    with transaction():
        known = queries.crafts_with_one()
        for craft in db.session.scalars(
            select(Craft).where(Craft.slug.in_(STARTING_QUESTIONNAIRES))
        ):
            if craft.id not in known:
                _add(craft, 1, questions_from(STARTING_QUESTIONNAIRES[craft.slug]))


def write_questionnaire(
    craft: Craft, questions: Sequence[Question], *, by: Member, language: str
) -> None:
    """The same again is no new version; none at all means that the craft asks nothing."""
    with transaction():
        check(questions, language)
        last = queries.current(craft.slug)
        if last and questions_from(last.questions) == tuple(questions):
            return
        number = db.session.scalar(
            select(func.max(Questionnaire.number)).where(Questionnaire.craft_id == craft.id)
        )
        _add(craft, (number or 0) + 1, questions)
        audit.note(mark("questionnaire written"), by=by.id, about=f"craft {craft.slug}")


def _add(craft: Craft, number: int, questions: Sequence[Question]) -> None:
    rows = [as_row(question) for question in questions]
    db.session.add(
        Questionnaire(craft_id=craft.id, number=number, questions=rows, written_at=clock.now())
    )
