"""The filters of a search that are in use, each with the same search without it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import request, url_for
from flask_babel import gettext as _

from pro_am.foundation.web import wording
from pro_am.foundation.web.addresses import with_query
from pro_am.search.forms import SearchForm
from pro_am.search.forms.fields import coarse_text
from pro_am.search.rules.documents import ingredient

Asked = list[tuple[str, str]]

WHOLE_DAY = ("day", "after", "before")
PLACE = ("where", "km", "near", "area")
BESIDE_THE_FORM = ("page", "map")
BESIDE_THE_SEARCH = ("sort", *BESIDE_THE_FORM)  # how it is shown, not what is looked for


@dataclass(frozen=True)
class Applied:
    """A filter in use. What somebody cannot eat is never relaxed for them: `relaxed` is empty."""

    words: str
    rest: Asked
    """What else was asked."""
    nobody: str = ""
    """Said when this filter leaves nobody."""
    relaxed: str = ""
    """The search without it, in a few words."""

    @property
    def url_without(self) -> str:
        return address(self.rest)


def address(asked: Asked) -> str:
    return with_query(url_for("search.find"), asked)


def asked(*, but: Collection[str] = ()) -> Asked:
    """What the address asks, by name and value; empty fields and the page left out.

    Where the reader is goes into no link more exactly than to a kilometre.
    """
    return [
        (name, coarse_text(value) if name == "near" else value)
        for name, value in request.args.items(multi=True)
        if value and name not in (*BESIDE_THE_FORM, *but)
    ]


def pairs_of(asked: str) -> Asked:
    """What a search asks, from the query of its address."""
    return [(name, value) for name, value in parse_qsl(asked) if name not in BESIDE_THE_SEARCH]


def applied(form: SearchForm) -> list[Applied]:
    """In the order of the form; ask before its choices are counted."""
    return [
        *_what_where_when(form),
        *_several(form),
        *_single(form),
        *_yes_or_no(form),
        *_eaten(form),
    ]


def _what_where_when(form: SearchForm) -> Iterator[Applied]:
    if form.q.data and not form.q.errors:
        yield Applied(
            _("“%(words)s”", words=form.q.data),
            asked(but=("q",)),
            _("Nobody for these words."),
            _("Without the words"),
        )
    if form.area.area:
        yield Applied(
            _("in this part of the map"),
            asked(but=PLACE),
            _("Nobody in this part of the map."),
            _("Everywhere"),
        )
    elif form.where.town:
        yield Applied(
            _("within %(km)s km of %(town)s", km=form.km.data, town=form.where.town.name),
            asked(but=PLACE),
            _("Nobody within %(km)s km of %(town)s.", km=form.km.data, town=form.where.town.name),
            _("Everywhere"),
        )
    if form.wanted_day:
        day = wording.day(form.wanted_day)
        yield Applied(
            ", ".join(filter(None, (day, _hours(form)))),
            asked(but=WHOLE_DAY),
            _("Nobody is free on %(day)s.", day=wording.long_day(form.wanted_day)),
            _("On any day"),
        )


def _hours(form: SearchForm) -> str:
    if form.after.data and form.before.data:
        return f"{form.after.data}:00–{form.before.data}:00"
    if form.after.data:
        return _("from %(hour)s:00", hour=form.after.data)
    return _("until %(hour)s:00", hour=form.before.data) if form.before.data else ""


def _several(form: SearchForm) -> Iterator[Applied]:
    """Of several values of one filter each goes by itself; all of them together are relaxed."""
    for field, nobody, relaxed in (
        (form.craft, _("Nobody in this craft."), _("In every craft")),
        (form.speciality, _("Nobody with this speciality."), _("With any speciality")),
        (form.ingredient, _("Nobody with this ingredient."), _("With any ingredient")),
        (form.place, _("Nobody in such a place."), _("In any place")),
        (form.speaks, _("Nobody speaks this language."), _("In any language")),
    ):
        is_only = len(field.data) == 1
        for value in field.data:
            yield Applied(
                str(field.choices.get(value, value)),
                _one_less(field.name, value),
                nobody if is_only else "",
                relaxed if is_only else "",
            )


def _single(form: SearchForm) -> Iterator[Applied]:
    if form.price.minor is not None:
        price = wording.money_words(form.price.minor, form.price.currency)
        yield Applied(
            _("up to %(price)s", price=price) if form.price.minor else _("free"),
            asked(but=("price",)),
            _("Nobody at this price."),
            _("At any price"),
        )
    if form.wanted_people:
        yield Applied(
            _("for %(num)s", num=form.wanted_people),
            asked(but=("people",)),
            _("Nobody for so many people."),
            _("For any number"),
        )
    if form.trust.data:
        yield Applied(
            _("trust: %(words)s", words=form.trust.choices[form.trust.data]),
            asked(but=("trust",)),
            _("Nobody is proven that well yet."),
            _("With any trust"),
        )


def _yes_or_no(form: SearchForm) -> Iterator[Applied]:
    if form.instant.data:
        yield Applied(
            _("booked at once"),
            asked(but=("instant",)),
            _("Nobody can be booked at once."),
            _("With a little wait for the answer"),
        )
    if form.photo.data:
        yield Applied(
            _("with a photo"),
            asked(but=("photo",)),
            _("Nobody shows a photo."),
            _("Without a photo"),
        )


def _eaten(form: SearchForm) -> Iterator[Applied]:
    for diet in form.diet.data:
        yield Applied(str(form.diet.choices[diet]), _one_less("diet", diet))
    for allergen in form.without.data:
        words = _("without %(allergen)s", allergen=str(form.without.choices[allergen]).lower())
        yield Applied(words, _one_less("without", allergen))


def _one_less(name: str, value: str) -> Asked:
    """Values are compared as the form reads them: ingredients folded."""
    if name == "ingredient":
        return [each for each in asked() if each[0] != name or ingredient(each[1]) != value]
    return [each for each in asked() if each != (name, value)]
