"""The forms of profiles and offers."""

from collections.abc import Sequence
from typing import Any

from flask import current_app
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import (
    BooleanField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.fields import MoneyField, TownField, WholeNumberField, choices_from
from pro_am.foundation.web.forms import CreatingForm, Form, told
from pro_am.foundation.web.languages import NAMES
from pro_am.profiles.forms.answers import AnswersForm, asking
from pro_am.profiles.forms.limits import LimitsForm
from pro_am.profiles.models import Craft, Offer, Profile
from pro_am.profiles.rules import (
    ALLERGENS,
    DIETS,
    INSTANT_NOTICE_MINUTES,
    MOST_SPECIALITIES,
    PRICE_UNITS,
    SPOKEN,
    AllergensUnanswered,
    Answer,
    PlaceMode,
    PriceUnit,
)
from pro_am.profiles.rules.craft_fields import fields_from
from pro_am.profiles.rules.programmes import FEWEST_WEEKS, MOST_WEEKS

DURATIONS = (30, 45, 60, 75, 90, 120, 150, 180, 210, 240, 300, 360)
STEPS = (15, 30, 60)
WEEKS_OF_MANY = 8  # until the pro-am says otherwise
INSTANT_NOTICES = (60, 120, 180, 360, 720, 1440, 2880, 4320, 10080)
OFFER_PLACES = {
    PlaceMode.PROVIDER: _l("At my place"),
    PlaceMode.HOST: _l("At the host’s place"),
    PlaceMode.DELIVERED: _l("I deliver"),
    PlaceMode.REMOTE: _l("Online"),
}
ANSWERS = {Answer.NO: _l("No"), Answer.MAYBE: _l("May contain"), Answer.YES: _l("Yes")}


class ProfileForm(Form):
    craft = RadioField(_l("What you do"), validators=[InputRequired(_l("Choose one."))])
    headline = StringField(
        _l("In one sentence"),
        [DataRequired(_l("Say in one sentence what people get from you.")), Length(max=140)],
    )
    story = TextAreaField(_l("Your story"), [Length(max=6000)], render_kw={"rows": 8})
    not_offered = TextAreaField(_l("What you do not do"), [Length(max=1000)], render_kw={"rows": 3})
    specialities = SelectMultipleField(_l("Specialities"))
    favourites = StringField(_l("Favourites"), [Length(max=300)])
    languages = SelectMultipleField(
        _l("Languages you speak"),
        choices=choices_from({code: _l(words) for code, words in SPOKEN.items()}),
    )
    language = SelectField(_l("This page is written in"), choices=choices_from(NAMES))
    town = TownField(_l("Town"), [DataRequired(_l("Say which town you are in."))])
    travel_km = WholeNumberField(
        _l("How far you travel, in km"),
        [Optional(), NumberRange(1, 200, _l("Between 1 and 200 km."))],
        render_kw={"inputmode": "numeric"},
    )
    address = StringField(_l("Your address"), [Length(max=300)])
    is_professional = RadioField(
        _l("You offer this as"),
        choices=choices_from({"no": _l("a private person"), "yes": _l("a professional")}),
        validators=[InputRequired(_l("Choose one."))],
        default="no",
    )
    credential = StringField(_l("Diploma or licence"), [Length(max=200)])

    def offer_choices(self, crafts: Sequence[Craft], language: str, craft: Craft) -> None:
        self.craft.choices = {each.slug: each.names[language] for each in crafts}
        self.specialities.choices = {each.slug: each.names[language] for each in craft.specialities}
        self.favourites.label.text = craft.favourites_names[language]

    def allow_gaps(self) -> None:
        """What is not public yet may be saved incomplete."""
        self.headline.validators = [Optional(), Length(max=140)]

    def fill_from(self, profile: Profile) -> None:
        self.craft.data = profile.craft.slug
        self.specialities.data = [each.slug for each in profile.specialities]
        self.favourites.data = ", ".join(profile.favourites)
        self.languages.data = list(profile.languages)
        self.town.data = profile.town_name
        self.is_professional.data = "yes" if profile.is_professional else "no"
        for name in (
            "headline", "story", "not_offered", "language", "travel_km", "address", "credential",
        ):  # fmt: skip
            self[name].data = getattr(profile, name)

    def validate_specialities(self, field: Any) -> None:
        if len(field.data or []) > MOST_SPECIALITIES:
            raise ValidationError(
                gettext("Choose at most %(most)s: what you are best at.", most=MOST_SPECIALITIES)
            )


class OfferForm(LimitsForm, AnswersForm, CreatingForm):
    title = StringField(
        _l("Title"), [DataRequired(_l("Give it a name people understand.")), Length(max=90)]
    )
    description = TextAreaField(_l("What people get"), [Length(max=4000)], render_kw={"rows": 6})
    place_mode = RadioField(
        _l("Where it happens"),
        choices=choices_from({mode.value: words for mode, words in OFFER_PLACES.items()}),
        validators=[InputRequired(_l("Choose where it happens."))],
    )
    price = MoneyField(
        _l("Price"),
        [DataRequired(_l("Write a price; 0 when it is free."))],
        render_kw={"inputmode": "decimal"},
    )
    price_unit = SelectField(
        _l("Per"),
        choices=choices_from({unit.value: _l(words) for unit, words in PRICE_UNITS.items()}),
    )
    seats_least = WholeNumberField(
        _l("People, at least"),
        [InputRequired(_l("Write a number.")), NumberRange(1, 100, _l("Between 1 and 100."))],
        default=1,
        render_kw={"inputmode": "numeric"},
    )
    seats_most = WholeNumberField(
        _l("People, at most"),
        [InputRequired(_l("Write a number.")), NumberRange(1, 100, _l("Between 1 and 100."))],
        default=4,
        render_kw={"inputmode": "numeric"},
    )
    is_programme = BooleanField(_l("A programme over several weeks"))
    weeks = WholeNumberField(
        _l("How many weeks"),
        [Optional(), NumberRange(FEWEST_WEEKS, MOST_WEEKS, _l("Between 1 and 52 weeks."))],
        default=WEEKS_OF_MANY,
        render_kw={"inputmode": "numeric"},
    )
    is_group = BooleanField(
        _l("A group: several bookings share a start, and each takes a seat for each person")
    )
    duration_minutes = SelectField(_l("How long it takes"), coerce=int, default=120)
    slot_step_minutes = SelectField(_l("Start times every"), coerce=int, default=30)
    answering = RadioField(
        _l("How it is booked"),
        choices=choices_from(
            {
                "ask": _l("People ask, and I answer"),
                "at_once": _l("At once: whoever takes a free time has it"),
            }
        ),
        validators=[InputRequired(_l("Choose one."))],
        default="ask",
    )
    instant_notice_minutes = SelectField(
        _l("At once, if it begins in no less than"), coerce=int, default=INSTANT_NOTICE_MINUTES
    )
    diets = SelectMultipleField(
        _l("Suits these diets"),
        choices=choices_from({slug: _l(words) for slug, words in DIETS.items()}),
    )
    food_rules_kept = BooleanField(
        _l(
            "I have registered my food activity where the law asks for it, "
            "and I keep the cold chain"
        )
    )

    def allow_gaps(self) -> None:
        """A draft needs a name to be found again; all else can wait until it is published."""
        self.place_mode.validators = [Optional()]
        self.price.validators = [Optional()]

    @property
    def left_open(self) -> tuple[str, ...]:
        return tuple(
            name
            for name in ("place_mode", "price")
            if not (self[name].data or "").strip()
            and not (name == "place_mode" and self.is_programme.data)
        )

    @property
    def place(self) -> PlaceMode:
        """Programmes are led at a distance until their coach says otherwise."""
        otherwise = PlaceMode.REMOTE if self.is_programme.data else PlaceMode.PROVIDER
        return PlaceMode(self.place_mode.data) if self.place_mode.data else otherwise

    def ask_for_a_programme(self) -> None:
        """Its place is known unless they say otherwise, and it is for one person."""
        self.place_mode.validators = [Optional()]
        self.seats_least.data = self.seats_most.data = 1
        self.is_group.data = False

    def allergen_answers(self) -> dict[str, str]:
        return {slug: self[f"allergen_{slug}"].data or "" for slug in ALLERGENS}

    def show(self, refusal: Refusal) -> None:
        """An open allergen question is shown beside the first that is open."""
        if isinstance(refusal, AllergensUnanswered):
            self.refused = True
            first = next(each for each in self.allergen_fields if not each.data)
            first.errors = [told(refusal)]
        else:
            super().show(refusal)

    @property
    def allergen_fields(self) -> list[Any]:
        return [self[f"allergen_{slug}"] for slug in ALLERGENS]

    def fill_from(self, offer: Offer, price: str) -> None:
        for name in (
            "title", "description", "seats_least", "seats_most", "is_group", "duration_minutes",
            "slot_step_minutes", "instant_notice_minutes", "food_rules_kept",
        ):  # fmt: skip
            self[name].data = getattr(offer, name)
        self.price_unit.data = offer.price_unit.value
        self.is_programme.data = offer.is_programme
        self.weeks.data = offer.weeks or WEEKS_OF_MANY
        self.place_mode.data = "" if "place_mode" in offer.left_open else offer.place_mode.value
        self.price.data = "" if "price" in offer.left_open else price
        self.answering.data = "at_once" if offer.is_instant else "ask"
        self.diets.data = list(offer.diets)
        self.fill_limits_from(offer)
        for slug in ALLERGENS:
            self[f"allergen_{slug}"].data = offer.allergens.get(slug)

    @property
    def price_minor(self) -> int:
        return self.price.minor or 0

    @property
    def is_instant(self) -> bool:
        return bool(self.answering.data == "at_once")

    @property
    def unit(self) -> PriceUnit:
        return PriceUnit.WEEK if self.is_programme.data else PriceUnit(self.price_unit.data)

    @property
    def programme_weeks(self) -> int | None:
        """None: not a programme; 0: one whose weeks were left out."""
        return (self.weeks.data or 0) if self.is_programme.data else None


for _slug, _words in ALLERGENS.items():
    setattr(
        OfferForm,
        f"allergen_{_slug}",
        RadioField(
            _l(_words),
            choices=choices_from({answer.value: words for answer, words in ANSWERS.items()}),
            validators=[Optional()],
        ),
    )


def offer_form(craft: Craft, duration_words: Any, *, known: Offer | None = None) -> OfferForm:
    """A form for an offer, with the craft's own questions, in the reader's words."""
    questions = fields_from(craft.offer_fields)
    form = asking(OfferForm, questions, known=known.answers if known else {})
    form.price.currency = current_app.config["CURRENCY"]
    form.duration_minutes.choices = {each: duration_words(each) for each in DURATIONS}
    form.slot_step_minutes.choices = {each: duration_words(each) for each in STEPS}
    form.instant_notice_minutes.choices = {each: duration_words(each) for each in INSTANT_NOTICES}
    form.offer_limits(duration_words)
    if form.is_programme.data:
        form.ask_for_a_programme()
    return form


class PictureForm(Form):
    picture = FileField(_l("Picture"), [FileRequired(_l("Choose a picture."))])
    alt = StringField(_l("What the picture shows, for people who cannot see it"), [Length(max=200)])


class ActForm(Form):
    """A button."""
