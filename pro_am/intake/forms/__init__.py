"""The form of one question, the form about health, and how answers are told."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, RadioField, SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from pro_am.foundation.web.fields import TownField, WholeNumberField, choices_from
from pro_am.foundation.web.forms import Form
from pro_am.foundation.web.languages import current_language
from pro_am.intake.rules.answering import chosen, fits, form_name
from pro_am.intake.rules.questions import LONGEST_TEXT, SCALE, About, Kind, Question


class QuestionForm(Form):
    """One question; see `asking`."""

    question: Question

    @property
    def given(self) -> Any:
        """None when it was left empty."""
        return _given(self.question, self["answer"].data)


class HealthForm(Form):
    """All questions about health, and the consent that goes with them."""

    questions: Sequence[Question] = ()
    consent = BooleanField(
        _l("The coach I choose may read this. Nobody else will, and I can take it back any time.")
    )

    @property
    def answer_fields(self) -> list[tuple[Question, Any]]:
        return [(question, self[form_name(question.key)]) for question in self.questions]

    @property
    def given(self) -> dict[str, Any]:
        return {
            question.key: _given(question, field.data) for question, field in self.answer_fields
        }


def asking(question: Question, known: Mapping[str, Any]) -> QuestionForm:
    validators: list[Any] = (
        [InputRequired(_l("Please answer this: what follows depends on it."))]
        if question.required
        else [Optional()]
    )
    answer = known.get(question.key)
    asked = type("QuestionForm", (QuestionForm,), {"answer": _field(question, validators)})
    form: QuestionForm = asked(data={"answer": _as_typed(question, answer)})
    form.question = question
    return form


def asking_of_health(
    questions: Sequence[Question], known: Mapping[str, Any], *, agreed: bool
) -> HealthForm:
    fields = {form_name(each.key): _field(each, [Optional()]) for each in questions}
    typed = {form_name(each.key): _as_typed(each, known.get(each.key)) for each in questions}
    form: HealthForm = type("HealthForm", (HealthForm,), fields)(data={**typed, "consent": agreed})
    form.questions = questions
    return form


def intake_words(question: Question, answer: Any) -> str:
    """An answer in the reader's language; a text stays in its writer's."""
    language = current_language()
    if question.kind is Kind.SCALE:
        ends = [choice.names[language] for choice in question.choices[:2]]
        if len(ends) == 2:
            return gettext(
                "%(number)s of 5, from “%(low)s” to “%(high)s”",
                number=answer,
                low=ends[0],
                high=ends[1],
            )
        return gettext("%(number)s of 5", number=answer)
    picked = chosen(question, answer)
    return ", ".join(choice.names[language] for choice in picked) if picked else str(answer)


def _field(question: Question, validators: list[Any]) -> Field:
    return _MAKERS[question.kind](question, question.names[current_language()], validators)


def _single(question: Question, label: str, validators: list[Any]) -> Field:
    return RadioField(label, choices=_choices(question), validators=validators)


def _multiple(question: Question, label: str, validators: list[Any]) -> Field:
    return SelectMultipleField(label, choices=_choices(question), validators=validators)


def _scale(question: Question, label: str, validators: list[Any]) -> Field:
    ends = [choice.names[current_language()] for choice in question.choices[:2]]
    words = {str(number): str(number) for number in SCALE}
    if len(ends) == 2:
        words |= {"1": f"1: {ends[0]}", "5": f"5: {ends[1]}"}
    return RadioField(label, choices=choices_from(words), validators=validators)


def _number(question: Question, label: str, validators: list[Any]) -> Field:
    between = NumberRange(
        question.least,
        question.most,
        gettext(
            "Between %(least)s and %(most)s, please.", least=question.least, most=question.most
        ),
    )
    return WholeNumberField(label, [*validators, between], render_kw={"inputmode": "numeric"})


def _text(question: Question, label: str, validators: list[Any]) -> Field:
    if question.about is About.TOWN:
        return TownField(label, [*validators, Length(max=80)])
    longest = Length(
        max=LONGEST_TEXT, message=gettext("At most %(most)s characters.", most=LONGEST_TEXT)
    )
    return TextAreaField(label, [*validators, longest], render_kw={"rows": 4})


_MAKERS: Mapping[Kind, Callable[[Question, str, list[Any]], Field]] = {
    Kind.SINGLE: _single,
    Kind.MULTIPLE: _multiple,
    Kind.SCALE: _scale,
    Kind.NUMBER: _number,
    Kind.TEXT: _text,
}


def _choices(question: Question) -> list[Any]:
    language = current_language()
    return choices_from({choice.key: choice.names[language] for choice in question.choices})


def _as_typed(question: Question, answer: Any) -> Any:
    """Nothing of an answer that the question, as it is, would not take."""
    if answer is None or not fits(question, answer):
        return None
    return str(answer) if question.kind is Kind.SCALE else answer


def _given(question: Question, typed: Any) -> Any:
    if question.kind is Kind.TEXT:
        return (typed or "").strip() or None
    if question.kind is Kind.SCALE:
        return int(typed) if typed else None
    return typed or None if question.kind is not Kind.NUMBER else typed
