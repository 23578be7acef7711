"""Forms that ask a craft's own questions, beside their own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, RadioField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from pro_am.foundation.web.fields import WholeNumberField, choices_from
from pro_am.foundation.web.languages import current_language
from pro_am.profiles.models import Offer
from pro_am.profiles.rules.craft_fields import (
    LARGEST_NUMBER,
    LONGEST_TEXT,
    WITH_CHOICES,
    YES_OR_NO,
    Answers,
    CraftField,
    FieldKind,
    answers_kept,
    fields_from,
    form_name,
    names_chosen,
)

YES_NO_CHOICES = {"yes": _l(YES_OR_NO[True]), "no": _l(YES_OR_NO[False])}


class AnswersForm(Form):
    """A form with questions that are data; see `asking`."""

    questions: Sequence[CraftField] = ()

    @property
    def answer_fields(self) -> list[tuple[CraftField, Any]]:
        return [(question, self[form_name(question.key)]) for question in self.questions]

    @property
    def answers(self) -> Answers:
        """What was answered; what was left open is left out."""
        read = {
            question.key: _answer_from(question, field.data)
            for question, field in self.answer_fields
        }
        return {key: answer for key, answer in read.items() if answer not in (None, "", [])}


F = TypeVar("F", bound=AnswersForm)


def asking(
    form_class: type[F],
    questions: Sequence[CraftField],
    *,
    known: Mapping[str, Any] | None = None,
    must_answer: bool = False,
) -> F:
    """A form of this class that asks these questions too, with the answers that are known.

    Whoever may leave required questions open (a draft) is told later; who `must_answer`, at once.
    """
    language = current_language()
    fields = {
        form_name(question.key): _MAKERS[question.kind](
            question, language, _validators(question, must_answer)
        )
        for question in questions
    }
    # A class of its own is dear: WTForms looks at all of its attributes.
    extended: type[F] = type(form_class.__name__, (form_class,), fields) if fields else form_class
    kept = answers_kept(questions, known or {})
    form = extended(
        data={
            form_name(question.key): _as_typed(question, kept[question.key])
            for question in questions
            if question.key in kept
        }
    )
    form.questions = questions
    return form


def _validators(question: CraftField, must_answer: bool) -> list[Any]:
    if question.required and must_answer:
        return [InputRequired(_l("Please answer this."))]
    return [Optional()]


def _choice(question: CraftField, language: str, validators: list[Any]) -> Field:
    return RadioField(
        question.names[language], choices=_choices(question, language), validators=validators
    )


def _several(question: CraftField, language: str, validators: list[Any]) -> Field:
    return SelectMultipleField(
        question.names[language], choices=_choices(question, language), validators=validators
    )


def _number(question: CraftField, language: str, validators: list[Any]) -> Field:
    between = NumberRange(
        0, LARGEST_NUMBER, gettext("Between 0 and %(most)s.", most=LARGEST_NUMBER)
    )
    return WholeNumberField(
        question.names[language], [*validators, between], render_kw={"inputmode": "numeric"}
    )


def _yes_no(question: CraftField, language: str, validators: list[Any]) -> Field:
    return RadioField(
        question.names[language], choices=choices_from(YES_NO_CHOICES), validators=validators
    )


def _short_text(question: CraftField, language: str, validators: list[Any]) -> Field:
    return StringField(question.names[language], [*validators, Length(max=LONGEST_TEXT)])


_MAKERS: Mapping[FieldKind, Callable[[CraftField, str, list[Any]], Field]] = {
    FieldKind.CHOICE: _choice,
    FieldKind.SEVERAL: _several,
    FieldKind.NUMBER: _number,
    FieldKind.YES_NO: _yes_no,
    FieldKind.SHORT_TEXT: _short_text,
}


def _choices(question: CraftField, language: str) -> list[Any]:
    return choices_from({choice.key: choice.names[language] for choice in question.choices})


def _answer_from(question: CraftField, typed: Any) -> Any:
    if question.kind is FieldKind.YES_NO:
        return {"yes": True, "no": False}.get(typed)
    if question.kind is FieldKind.SHORT_TEXT:
        return (typed or "").strip()
    return typed


def _as_typed(question: CraftField, answer: Any) -> Any:
    if question.kind is FieldKind.YES_NO:
        return "yes" if answer else "no"
    return answer


def answers_shown(offer: Offer) -> list[tuple[CraftField, Any]]:
    """What an offer says to its craft's questions, in their order."""
    fields = fields_from(offer.profile.craft.offer_fields)
    kept = answers_kept(fields, offer.answers)
    return [(field, kept[field.key]) for field in fields if field.key in kept]


def answer_words(question: CraftField, answer: Any) -> str:
    """An answer in the reader's language; a text stays in its writer's."""
    if question.kind in WITH_CHOICES:
        return ", ".join(names[current_language()] for names in names_chosen(question, answer))
    if question.kind is FieldKind.YES_NO:
        return gettext(YES_OR_NO[answer])
    return str(answer)
