"""Pure: a craft as its operator writes it down, and the keys that hold it together.

Whoever runs a community writes names; keys are made from the English ones and then stay, so that
what members answered and chose survives a better wording.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.profiles.rules.craft_fields import WITH_CHOICES, Choice, CraftField

Names = Mapping[str, str]
Slug = Callable[[str], str]

# Of the sprite; what a craft may look like.
CRAFT_ICONS = (
    "chef-hat", "dumbbell", "flower-2", "sprout", "music", "scissors", "palette", "hammer",
    "book-open", "languages", "bike", "paw-print", "laptop", "camera",
)  # fmt: skip


class SpecialityInUse(Refusal):
    message = mark("Somebody has chosen “%(name)s”: rename it instead of removing it.")
    field = "specialities"


class CraftNameTaken(Refusal):
    message = mark("There is a craft of this name already.")
    field = "name_en"


@dataclass(frozen=True)
class SpecialityText:
    key: str  # empty when it is new
    names: Names


@dataclass(frozen=True)
class FacetText:
    """A question beside the stars, as reviews of this craft ask it."""

    key: str  # empty when it is new
    names: Names


@dataclass(frozen=True)
class CraftText:
    """What the desk's form says of a craft."""

    names: Names
    person_names: Names
    favourites_names: Names
    icon: str
    is_food: bool
    is_regulated: bool
    specialities: tuple[SpecialityText, ...]
    offer_fields: tuple[CraftField, ...]
    booking_questions: tuple[CraftField, ...]
    review_facets: tuple[FacetText, ...] = ()


def free_key(wanted: str, taken: Iterable[str]) -> str:
    """The key, with a number behind it when it is taken; never empty."""
    taken, base = set(taken), wanted or "x"
    key, number = base, 1
    while key in taken:
        number += 1
        key = f"{base}-{number}"
    return key


def with_keys(fields: Sequence[CraftField], slug: Slug) -> list[CraftField]:
    """New questions and choices get keys from their English names; the others keep theirs."""
    taken = {field.key for field in fields if field.key}
    keyed = []
    for field in fields:
        key = field.key or free_key(slug(field.names["en"]), taken)
        taken.add(key)
        choices = _keyed_choices(field.choices, slug) if field.kind in WITH_CHOICES else ()
        keyed.append(replace(field, key=key, choices=choices))
    return keyed


def facet_rows(
    facets: Sequence[FacetText], known: Iterable[str], slug: Slug
) -> list[dict[str, object]]:
    """As they are kept; a key that was never given out is a new one."""
    known = set(known)
    taken = {facet.key for facet in facets if facet.key in known}
    rows: list[dict[str, object]] = []
    for facet in facets:
        key = facet.key if facet.key in known else free_key(slug(facet.names["en"]), taken)
        taken.add(key)
        rows.append({"key": key, "names": dict(facet.names)})
    return rows


def keep_keys_of(old: Iterable[Choice], new: Iterable[Choice]) -> tuple[Choice, ...]:
    """A choice with the same name in one of the languages is the same choice, reworded."""
    known = list(old)
    kept = []
    for choice in new:
        same = next((each for each in known if _share_a_name(each, choice)), None)
        if same is not None:
            known.remove(same)
        kept.append(replace(choice, key=same.key if same else ""))
    return tuple(kept)


def _keyed_choices(choices: Iterable[Choice], slug: Slug) -> tuple[Choice, ...]:
    choices = tuple(choices)
    taken = {choice.key for choice in choices if choice.key}
    keyed = []
    for choice in choices:
        key = choice.key or free_key(slug(choice.names["en"]), taken)
        taken.add(key)
        keyed.append(replace(choice, key=key))
    return tuple(keyed)


def _share_a_name(one: Choice, other: Choice) -> bool:
    return any(one.names[language] == other.names[language] for language in one.names)
