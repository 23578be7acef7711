"""The page of the unexpected: this week's draw with its cards and reasons."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from flask import current_app
from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.accounts.models import Member
from pro_am.foundation import clock, time_zones
from pro_am.foundation.web.languages import current_language
from pro_am.profiles.memory import known_crafts, names_of_specialities
from pro_am.search import cards, memory
from pro_am.search.cards import Card
from pro_am.search.rules.weekly_draw import Drawn, Eligible, drawn_for


@dataclass(frozen=True)
class Unexpected:
    card: Card
    why: str


def this_week() -> str:
    """As it is told and drawn from: `2026-W47`."""
    local = time_zones.to_local(clock.now(), time_zones.zone(current_app.config["TIME_ZONE"]))
    return f"{local:%G-W%V}"


def stamp() -> Hashable:
    return this_week(), memory.known_offers().revision


def unexpected(viewer: Member | None) -> list[Unexpected]:
    drawn = drawn_for(this_week(), _eligible())
    found = {each.eligible.offer_id: each for each in drawn}
    return [
        Unexpected(card, _why(found[card.offer_id]))
        for card in cards.cards_for(list(found), {}, None, viewer)
    ]


def _eligible() -> Iterator[Eligible]:
    known = memory.known_offers()
    one_of_each = known.facts.rows(one_for_each_member=True)["offer_id"].tolist()
    for facts in known.facts.of(sorted(one_of_each)):
        topics = facts.specialities or (-facts.craft_id,)
        is_new = known.is_newcomer(facts.member_id)
        yield Eligible(facts.offer_id, facts.member_id, topics, is_new)


def _why(drawn: Drawn) -> str:
    language = current_language()
    if drawn.topic < 0:
        what = known_crafts()[-drawn.topic].names[language]
    else:
        what = names_of_specialities()[drawn.topic][language]
    rare = ngettext(
        "%(what)s: nobody else here does it.",
        "%(what)s: one of %(num)s people here who do it.",
        drawn.people,
        what=what,
    )
    return _("%(rare)s New here.", rare=rare) if drawn.eligible.is_newcomer else rare
