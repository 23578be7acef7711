"""The desk's form of a craft: its names, and three lists that grow a row at a time."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    FieldList,
    FormField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms import Form as RowForm
from wtforms.validators import DataRequired, Length

from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import Form
from pro_am.profiles.models import Craft
from pro_am.profiles.rules.craft_fields import (
    FIELD_KINDS,
    MOST_CHOICES,
    MOST_FIELDS,
    WITH_CHOICES,
    Choice,
    CraftField,
    FieldKind,
    fields_from,
)
from pro_am.profiles.rules.craft_texts import CRAFT_ICONS, CraftText, FacetText, SpecialityText

MOST_SPECIALITIES = 40
MOST_FACETS = 6
LISTS = ("specialities", "offer_fields", "booking_questions", "review_facets")
PARTED_BY = "|"  # in a line of choices: French | English


class NamesRow(RowForm):
    """A row that is empty is no row; else it has its name in both languages."""

    key = HiddenField(validators=[Length(max=80)])
    fr = StringField(_l("In French"), [Length(max=80)])
    en = StringField(_l("In English"), [Length(max=80)])

    @property
    def names(self) -> dict[str, str]:
        return {"fr": (self.fr.data or "").strip(), "en": (self.en.data or "").strip()}

    @property
    def is_empty(self) -> bool:
        return not any(self.names.values())

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        for box in (self.fr, self.en):
            if not self.is_empty and not (box.data or "").strip():
                box.errors = [*box.errors, gettext("Write the name in both languages.")]
                valid = False
        return valid


class QuestionRow(NamesRow):
    kind = SelectField(
        _l("Answered by"),
        choices=choices_from({kind.value: _l(words) for kind, words in FIELD_KINDS.items()}),
    )
    choices = TextAreaField(_l("Choices"), [Length(max=2000)], render_kw={"rows": 3})
    required = BooleanField(_l("Has to be answered"))

    def validate_choices(self, field: Any) -> None:
        lines = list(_lines(field.data))
        if self.is_empty or self.kind.data not in WITH_CHOICES:
            return
        if not lines or len(lines) > MOST_CHOICES:
            raise ValidationError(
                gettext("Write one choice a line, at most %(most)s.", most=MOST_CHOICES)
            )
        if any(_parted(line) is None for line in lines):
            raise ValidationError(gettext("Write each choice as “French | English”."))

    @property
    def question(self) -> CraftField:
        kind = FieldKind(self.kind.data)
        parted = (_parted(line) for line in _lines(self.choices.data))
        return CraftField(
            key=self.key.data or "",
            names=self.names,
            kind=kind,
            choices=tuple(Choice("", {"fr": names[0], "en": names[1]}) for names in parted if names)
            if kind in WITH_CHOICES
            else (),
            required=bool(self.required.data),
        )


def _name(label: Any) -> StringField:
    return StringField(
        label, [DataRequired(_l("Write the name in both languages.")), Length(max=80)]
    )


class CraftForm(Form):
    name_fr = _name(_l("Name in French"))
    name_en = _name(_l("Name in English"))
    person_fr = _name(_l("What its people do, in French"))
    person_en = _name(_l("What its people do, in English"))
    favourites_fr = _name(_l("What they name as favourites, in French"))
    favourites_en = _name(_l("What they name as favourites, in English"))
    icon = RadioField(
        _l("Icon"),
        choices=choices_from({name: name for name in CRAFT_ICONS}),
        default=CRAFT_ICONS[0],
    )
    is_food = BooleanField(_l("It is about food: allergens are asked for each offer"))
    is_regulated = BooleanField(
        _l("It is regulated: a price needs a diploma that a steward has seen")
    )
    specialities = FieldList(FormField(NamesRow), max_entries=MOST_SPECIALITIES)
    offer_fields = FieldList(FormField(QuestionRow), max_entries=MOST_FIELDS)
    booking_questions = FieldList(FormField(QuestionRow), max_entries=MOST_FIELDS)
    review_facets = FieldList(FormField(NamesRow), max_entries=MOST_FACETS)

    def add_row(self, name: str) -> None:
        """One empty row more in one of the lists, as long as there is room."""
        rows = self[name]
        if len(rows.entries) < rows.max_entries:
            rows.append_entry()

    @property
    def errors(self) -> dict[Any, Any]:
        """For the summary: what is wrong in a row is said of its list."""
        found = dict(super().errors)
        for name in LISTS:
            if name in found:
                found[name] = list(dict.fromkeys(_words_in(found[name])))
        return found

    @property
    def text(self) -> CraftText:
        return CraftText(
            names={"fr": self.name_fr.data.strip(), "en": self.name_en.data.strip()},
            person_names={"fr": self.person_fr.data.strip(), "en": self.person_en.data.strip()},
            favourites_names={
                "fr": self.favourites_fr.data.strip(),
                "en": self.favourites_en.data.strip(),
            },
            icon=self.icon.data,
            is_food=bool(self.is_food.data),
            is_regulated=bool(self.is_regulated.data),
            specialities=tuple(
                SpecialityText(row.key.data or "", row.names) for row in self._rows("specialities")
            ),
            offer_fields=tuple(row.question for row in self._rows("offer_fields")),
            booking_questions=tuple(row.question for row in self._rows("booking_questions")),
            review_facets=tuple(
                FacetText(row.key.data or "", row.names) for row in self._rows("review_facets")
            ),
        )

    def _rows(self, name: str) -> Iterator[Any]:
        """Those that are not empty."""
        return (entry.form for entry in self[name] if not entry.form.is_empty)


def craft_form(craft: Craft | None) -> CraftForm:
    return CraftForm(data=_facts_of(craft) if craft else None)


def _facts_of(craft: Craft) -> dict[str, Any]:
    facts: dict[str, Any] = {
        f"{field}_{language}": names[language]
        for field, names in (
            ("name", craft.names),
            ("person", craft.person_names),
            ("favourites", craft.favourites_names),
        )
        for language in ("fr", "en")
    }
    return facts | {
        "icon": craft.icon,
        "is_food": craft.is_food,
        "is_regulated": craft.is_regulated,
        "specialities": [{"key": each.slug, **each.names} for each in craft.specialities],
        "offer_fields": _question_facts(craft.offer_fields),
        "booking_questions": _question_facts(craft.booking_questions),
        "review_facets": [{"key": row["key"], **row["names"]} for row in craft.review_facets],
    }


def _question_facts(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "key": field.key,
            **field.names,
            "kind": field.kind.value,
            "required": field.required,
            "choices": "\n".join(
                f"{choice.names['fr']} {PARTED_BY} {choice.names['en']}" for choice in field.choices
            ),
        }
        for field in fields_from(rows)
    ]


def _words_in(errors: Any) -> Iterator[str]:
    """The sentences in the errors of a list of forms, however deep."""
    if isinstance(errors, str):
        yield errors
    else:
        for each in errors.values() if isinstance(errors, Mapping) else errors:
            yield from _words_in(each)


def _lines(text: str | None) -> Iterator[str]:
    return (line for line in (text or "").splitlines() if line.strip())


def _parted(line: str) -> tuple[str, str] | None:
    """A line of the choices as its two names; None when it is not written so."""
    french, bar, english = (part.strip() for part in line.partition(PARTED_BY))
    return (french, english) if bar and french and english and PARTED_BY not in english else None
