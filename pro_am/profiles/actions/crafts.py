"""What the operator does with crafts."""

from collections.abc import Sequence

from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.foundation import audit, clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.words import mark
from pro_am.profiles import queries
from pro_am.profiles.events import ProfileChanged
from pro_am.profiles.models import Craft, Profile, Speciality
from pro_am.profiles.rules.craft_fields import CraftField, as_row, fields_from
from pro_am.profiles.rules.craft_texts import (
    CraftNameTaken,
    CraftText,
    SpecialityInUse,
    SpecialityText,
    facet_rows,
    free_key,
    keep_keys_of,
    with_keys,
)
from pro_am.profiles.rules.gallery import Move, moved


def add_craft(text: CraftText, *, by: Member) -> Craft:
    with transaction():
        slug = ids.slug(text.names["en"]) or ids.public_id()[:8]
        if queries.craft_with(slug):
            raise CraftNameTaken
        last = db.session.scalar(select(func.max(Craft.position)))
        craft = Craft(slug=slug, position=0 if last is None else last + 1)
        _write(craft, text)
        db.session.add(craft)
        audit.note(mark("craft added"), by=by.id, about=f"craft {slug}")
    return craft


def change_craft(craft: Craft, text: CraftText, *, by: Member) -> None:
    """Say it otherwise; answers and choices of members stay as far as they fit."""
    with transaction():
        _write(craft, text)
        audit.note(mark("craft changed"), by=by.id, about=f"craft {craft.slug}")
        # What is found by the craft's words is found by the new ones.
        for profile_id in db.session.scalars(
            select(Profile.id).where(Profile.craft_id == craft.id)
        ):
            publish(ProfileChanged(profile_id))


def move_craft(craft: Craft, move: Move, *, by: Member) -> None:
    with transaction():
        for position, each in enumerate(moved(queries.crafts(), craft, move)):
            each.position = position
        audit.note(mark("craft moved"), by=by.id, about=f"craft {craft.slug}")


def retire_craft(craft: Craft, *, by: Member) -> None:
    """No new offers of it; those there are stay."""
    with transaction():
        craft.retired_at = clock.now()
        audit.note(mark("craft retired"), by=by.id, about=f"craft {craft.slug}")


def reopen_craft(craft: Craft, *, by: Member) -> None:
    with transaction():
        craft.retired_at = None
        audit.note(mark("craft reopened"), by=by.id, about=f"craft {craft.slug}")


def _write(craft: Craft, text: CraftText) -> None:
    craft.names, craft.person_names = dict(text.names), dict(text.person_names)
    craft.favourites_names = dict(text.favourites_names)
    craft.icon, craft.is_food, craft.is_regulated = text.icon, text.is_food, text.is_regulated
    craft.offer_fields = _rows(craft.offer_fields, text.offer_fields)
    craft.booking_questions = _rows(craft.booking_questions, text.booking_questions)
    known = [row["key"] for row in craft.review_facets or ()]
    craft.review_facets = list(facet_rows(text.review_facets, known, ids.slug))
    _write_specialities(craft, text.specialities)


def _rows(before: Sequence[dict[str, object]] | None, wanted: Sequence[CraftField]) -> list[object]:
    known = {field.key: field for field in fields_from(before or ())}
    fields = []
    for field in wanted:
        old = known.get(field.key)
        choices = keep_keys_of(old.choices if old else (), field.choices)
        key = field.key if old else ""
        fields.append(CraftField(key, field.names, field.kind, choices, field.required))
    return [as_row(field) for field in with_keys(fields, ids.slug)]


def _write_specialities(craft: Craft, wanted: Sequence[SpecialityText]) -> None:
    known = {speciality.slug: speciality for speciality in craft.specialities}
    kept = {each.key for each in wanted}
    for slug, speciality in known.items():
        if slug not in kept:
            _remove(craft, speciality)
    for position, each in enumerate(wanted):
        speciality = known.get(each.key) or _new_speciality(craft, each, known)
        speciality.names, speciality.position = dict(each.names), position


def _new_speciality(craft: Craft, text: SpecialityText, known: dict[str, Speciality]) -> Speciality:
    slug = free_key(ids.slug(text.names["en"]), known)
    known[slug] = speciality = Speciality(slug=slug)
    craft.specialities.append(speciality)
    return speciality


def _remove(craft: Craft, speciality: Speciality) -> None:
    if queries.is_chosen(speciality):
        raise SpecialityInUse(name=speciality.names["en"])
    craft.specialities.remove(speciality)
    db.session.delete(speciality)
