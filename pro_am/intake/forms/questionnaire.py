"""The desk's form of a questionnaire: rows that grow one at a time."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    FieldList,
    FormField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import Length, NumberRange, Optional

from pro_am.foundation.web.fields import WholeNumberField, choices_from
from pro_am.foundation.web.forms import Form
from pro_am.intake.rules.meanings import Meaning, NotUnderstood, as_text, meanings_from
from pro_am.intake.rules.questions import (
    ABOUTS,
    KINDS,
    LARGEST_NUMBER,
    MOST_CHOICES,
    MOST_QUESTIONS,
    WITH_CHOICES,
    About,
    Choice,
    Kind,
    Question,
)
from pro_am.intake.rules.writing import Numbered, Written, as_written
from pro_am.profiles.forms.crafts import NamesRow

PARTED_BY = "|"  # in a line of choices: French | English | what it stands for
ENDS_OF_A_SCALE = 2
_NUMBERED = re.compile(r"\s*([0-9]{1,2})\s*:\s*([0-9]{1,2}(?:\s*,\s*[0-9]{1,2})*)\s*")


class QuestionRow(NamesRow):
    fr = StringField(_l("In French"), [Length(max=200)])
    en = StringField(_l("In English"), [Length(max=200)])
    place = WholeNumberField(_l("Place in the order"), [Optional(), NumberRange(1, 99)])
    kind = SelectField(
        _l("Answered by"),
        choices=choices_from({kind.value: _l(words) for kind, words in KINDS.items()}),
    )
    about = SelectField(
        _l("It tells of"),
        choices=choices_from({about.value: _l(words) for about, words in ABOUTS.items()}),
        default=About.WISHES.value,
    )
    required = BooleanField(_l("Has to be answered"))
    choices = TextAreaField(_l("Choices"), [Length(max=4000)], render_kw={"rows": 5})
    least = WholeNumberField(_l("Least"), [Optional(), NumberRange(0, LARGEST_NUMBER)])
    most = WholeNumberField(_l("Most"), [Optional(), NumberRange(0, LARGEST_NUMBER)])
    only_if = StringField(_l("Only if"), [Length(max=40)])

    def validate_choices(self, field: Any) -> None:
        kind, lines = Kind(self.kind.data), list(_lines(field.data))
        if self.is_empty or kind not in WITH_CHOICES:
            return
        if kind is Kind.SCALE and len(lines) != ENDS_OF_A_SCALE:
            raise ValidationError(gettext("A scale has two lines: the words at both ends."))
        if not lines or len(lines) > MOST_CHOICES:
            raise ValidationError(
                gettext("Write one choice a line, at most %(most)s.", most=MOST_CHOICES)
            )
        for line in lines:
            try:
                _choice(line)
            except NotUnderstood as part:
                raise ValidationError(
                    gettext("We do not understand “%(part)s” in “%(line)s”.", part=part, line=line)
                ) from None

    def validate_only_if(self, field: Any) -> None:
        if (field.data or "").strip() and not _NUMBERED.fullmatch(field.data):
            raise ValidationError(
                gettext("Write the number of a question and of its lines, like “1: 2, 3”.")
            )

    def validate_most(self, field: Any) -> None:
        if field.data is not None and (self.least.data or 0) > field.data:
            raise ValidationError(gettext("The most is not less than the least."))

    def written(self, number: int) -> Written:
        kind = Kind(self.kind.data)
        is_number = kind is Kind.NUMBER
        most = self.most.data if is_number and self.most.data is not None else LARGEST_NUMBER
        question = Question(
            key=self.key.data or "",
            names=self.names,
            kind=kind,
            about=About(self.about.data),
            choices=tuple(_choice(line) for line in _lines(self.choices.data))
            if kind in WITH_CHOICES
            else (),
            required=bool(self.required.data),
            least=(self.least.data or 0) if is_number else 0,
            most=most,
        )
        return Written(question, number, self.place.data or number, _numbered(self.only_if.data))


class QuestionnaireForm(Form):
    questions = FieldList(FormField(QuestionRow), max_entries=MOST_QUESTIONS)

    def add_row(self) -> None:
        """One empty row more, as long as there is room."""
        if len(self.questions.entries) < self.questions.max_entries:
            self.questions.append_entry()

    @property
    def errors(self) -> dict[Any, Any]:
        """For the summary: what is wrong in a row is said with its number."""
        found = dict(super().errors)
        if "questions" in found:
            found["questions"] = list(dict.fromkeys(self._row_errors()))
        return found

    def _row_errors(self) -> Iterator[str]:
        yield from (each for each in self.questions.errors if isinstance(each, str))
        for number, entry in enumerate(self.questions, 1):
            for errors in entry.form.errors.values():
                for each in errors:
                    yield gettext("Question %(number)s: %(error)s", number=number, error=each)

    @property
    def written(self) -> list[Written]:
        """Those that are not empty, with the numbers that the page shows."""
        return [
            entry.form.written(number)
            for number, entry in enumerate(self.questions, 1)
            if not entry.form.is_empty
        ]


def questionnaire_form(questions: Sequence[Question]) -> QuestionnaireForm:
    return QuestionnaireForm(data={"questions": [_facts(each) for each in as_written(questions)]})


def _facts(written: Written) -> dict[str, Any]:
    question, only_if = written.question, written.only_if
    is_number = question.kind is Kind.NUMBER
    return {
        "key": question.key,
        **question.names,
        "place": written.place,
        "kind": question.kind.value,
        "about": question.about.value,
        "required": question.required,
        "choices": "\n".join(_line(choice) for choice in question.choices),
        "least": question.least if is_number else None,
        "most": question.most if is_number and question.most != LARGEST_NUMBER else None,
        "only_if": f"{only_if.question}: {', '.join(map(str, only_if.lines))}" if only_if else "",
    }


def _line(choice: Choice) -> str:
    parts = [choice.names["fr"], choice.names["en"], as_text(choice.means)]
    return f" {PARTED_BY} ".join(part for part in parts if part)


def _lines(text: str | None) -> Iterator[str]:
    return (line for line in (text or "").splitlines() if line.strip())


def _choice(line: str) -> Choice:
    """Raises NotUnderstood with what is none."""
    french, _, rest = line.partition(PARTED_BY)
    english, _, means = rest.partition(PARTED_BY)
    if not french.strip() or not english.strip():
        raise NotUnderstood(line)
    meanings: tuple[Meaning, ...] = meanings_from(means)
    return Choice("", {"fr": french.strip(), "en": english.strip()}, meanings)


def _numbered(text: str | None) -> Numbered | None:
    read = _NUMBERED.fullmatch(text or "")
    if read is None:
        return None
    return Numbered(int(read[1]), tuple(int(each) for each in read[2].split(",")))
