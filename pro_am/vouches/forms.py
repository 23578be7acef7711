"""The forms of vouches and invitations."""

from collections.abc import Iterable, Mapping

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    EmailField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Email, InputRequired, Length, Optional

from pro_am.foundation import clock
from pro_am.foundation.web.fields import WholeNumberField, choices_from
from pro_am.foundation.web.forms import CreatingForm, Form
from pro_am.vouches.actions import Guest, Known
from pro_am.vouches.rules import invitations
from pro_am.vouches.rules.vouch import RELATIONS, WORDS_LEAST, WORDS_LONGEST, Relation, is_year

SAY_MORE = _l("Say in a sentence or two what you have seen of them.")
RELATION_CHOICES = {relation.value: _l(words) for relation, words in RELATIONS.items()}


class _KnownFields:
    """How the two know each other: the same questions for a vouch and for an invitation."""

    known_since = WholeNumberField(
        _l("Since which year"), [Optional()], render_kw={"inputmode": "numeric"}
    )
    shows_name = BooleanField(_l("Members who are signed in see my name"), default=True)

    def validate_known_since(self, field: WholeNumberField) -> None:
        if field.data is not None and not is_year(field.data, clock.now()):
            raise ValidationError(_l("Write a year like 2019, not one to come."))


class VouchForm(_KnownFields, CreatingForm):
    craft = RadioField(
        _l("What would you trust them with?"),
        validators=[InputRequired(_l("Choose what you recommend this person for."))],
    )
    relation = RadioField(
        _l("How do you know them?"),
        choices=choices_from(RELATION_CHOICES),
        validators=[InputRequired(_l("Say how you know this person."))],
    )
    words = TextAreaField(
        _l("In your words"),
        [
            DataRequired(SAY_MORE),
            Length(min=WORDS_LEAST, message=SAY_MORE),
            Length(max=WORDS_LONGEST),
        ],
        render_kw={"rows": 4},
    )

    def offer_crafts(self, words: Mapping[tuple[str, str], str]) -> None:
        """From a craft and a speciality (or none) to their words."""
        self.craft.choices = [
            SelectChoice("/".join(key).rstrip("/"), label[:1].upper() + label[1:])
            for key, label in words.items()
        ]
        if len(words) == 1:
            self.craft.data = self.craft.data or self.craft.choices[0].value

    @property
    def known(self) -> Known:
        craft, _, speciality = self.craft.data.partition("/")
        return Known(
            craft=craft,
            speciality=speciality,
            words=self.words.data,
            relation=Relation(self.relation.data) if "relation" in self else None,
            known_since=self.known_since.data,
            shows_name=self.shows_name.data,
        )


class InviteForm(_KnownFields, CreatingForm):
    name = StringField(
        _l("Their first name"), [DataRequired(_l("Write whom you invite.")), Length(max=80)]
    )
    email = EmailField(
        _l("Their e-mail address"),
        [
            Optional(),
            Email(_l("This does not look like an e-mail address: name@example.org.")),
            Length(max=254),
        ],
    )
    note = TextAreaField(
        _l("A word for them"), [Length(max=invitations.WORDS_LONGEST)], render_kw={"rows": 3}
    )
    vouches = BooleanField(_l("I recommend them in person, from their first day"))
    craft = SelectField(_l("What would you trust them with?"))
    relation = SelectField(_l("How do you know them?"), choices=choices_from(RELATION_CHOICES))
    words = TextAreaField(
        _l("In your words, for everybody"), [Length(max=WORDS_LONGEST)], render_kw={"rows": 3}
    )

    def offer_crafts(self, words: Iterable[tuple[str, str]]) -> None:
        self.craft.choices = [
            SelectChoice(slug, label[:1].upper() + label[1:]) for slug, label in words
        ]

    def validate_words(self, field: TextAreaField) -> None:
        if self.vouches.data and len((field.data or "").strip()) < WORDS_LEAST:
            raise ValidationError(SAY_MORE)

    @property
    def guest(self) -> Guest:
        return Guest(self.name.data, self.email.data or None, self.note.data or "")

    @property
    def known(self) -> Known | None:
        if not self.vouches.data:
            return None
        return Known(
            craft=self.craft.data,
            words=self.words.data or "",
            relation=Relation(self.relation.data),
            known_since=self.known_since.data,
            shows_name=self.shows_name.data,
        )


class SureForm(Form):
    """One button, on a page of its own."""
