"""For nothing or little found: the same search with one wish less, or another one beside it.

What somebody cannot eat stays as it is, always. What is offered here stands under its own heading,
never among what was asked for.
"""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice

from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.accounts.models import Member
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.web.languages import current_language
from pro_am.profiles.memory import known_specialities, slugs_of_specialities
from pro_am.search import around, memory, results
from pro_am.search.applied import Applied, Asked, address, applied, asked
from pro_am.search.cards import Card, cards_for
from pro_am.search.forms import SearchForm
from pro_am.search.results import Found
from pro_am.search.rules.rank import Ranked

FEW = 3  # offers: with fewer, others are shown below
MOST_SEARCHES = 8
MOST_SECONDS = 0.3  # for all of them
WITH_CARDS, CARDS = 3, 4  # so many sections show so many offers; of others a link tells the number
WIDEST_KM = "100"
NEARBY_DAYS = timedelta(days=3)
MOST_RELATED = 3
LOOKED_AT = 5000  # pro-ams, for what goes together
EATEN = ("diet", "without")


@dataclass(frozen=True)
class Section:
    title: str
    nobody: str
    """What it answers: which wish left nobody."""
    url: str
    label: str
    """Of the link: how many there are."""
    cards: list[Card]


@dataclass(frozen=True)
class _Way:
    title: str
    rest: Asked
    nobody: str = ""
    is_another_day: bool = False


def rescue(form: SearchForm, found: Found, viewer: Member | None) -> list[Section]:
    """Empty where enough was found, or nothing was asked that could be given up."""
    in_use = applied(form)
    if len(found.ranked) >= FEW or not in_use:
        return []
    offered = list(_found_by(form, found, _ways(form, found, in_use)))
    if not offered:
        offered = list(_found_by(form, found, [_last_resort()]))
    shown = [each.candidate for _way, _count, some in offered for each in some]
    cards = cards_for(
        [each.offer_id for each in shown],
        {each.offer_id: each.distance_km for each in shown},
        None,
        viewer,
    )
    by_offer = {card.offer_id: card for card in cards}
    return [
        _section(
            way,
            count,
            [
                by_offer[each.candidate.offer_id]
                for each in some
                if each.candidate.offer_id in by_offer
            ],
        )
        for way, count, some in offered
    ]


def _section(way: _Way, count: int, cards: list[Card]) -> Section:
    label = ngettext(
        "%(words)s: %(num)s offer", "%(words)s: %(num)s offers", count, words=way.title
    )
    return Section(way.title, way.nobody, address(way.rest), label, cards)


def _found_by(
    form: SearchForm, exactly: Found, ways: Iterable[_Way]
) -> Iterator[tuple[_Way, int, list[Ranked]]]:
    """Those that find somebody else, with their number and the first of them, each once."""
    until = time.monotonic() + MOST_SECONDS
    shown = set(exactly.offers)
    with_cards = 0
    for way in islice(ways, MOST_SEARCHES):
        if time.monotonic() > until:
            return
        ranked = results.find(form.with_other(way.rest)).ranked
        new = [each for each in ranked if each.candidate.offer_id not in shown]
        title = way.title
        if way.is_another_day and exactly.span:
            near = _around_the_day(new, exactly.span)
            new, title = (near, _("At another time, within three days")) if near else (new, title)
        if not new:
            continue
        with_cards += 1
        some = new[:CARDS] if with_cards <= WITH_CARDS else []
        shown.update(each.candidate.offer_id for each in some)
        yield replace(way, title=title), len(ranked), some


def _around_the_day(ranked: list[Ranked], span: TimeSlot) -> list[Ranked]:
    """Who is free a few days before or after."""
    return around.free_in(ranked, TimeSlot(span.start - NEARBY_DAYS, span.end + NEARBY_DAYS), CARDS)


def _ways(form: SearchForm, found: Found, in_use: list[Applied]) -> Iterator[_Way]:
    """The least loss first: another day, a longer way, something like it, then wish by wish."""
    relaxed = [each for each in in_use if each.relaxed]
    for each in relaxed:
        if form.wanted_day and not any(name == "day" for name, _value in each.rest):
            yield _Way(each.relaxed, each.rest, each.nobody, is_another_day=True)
            relaxed.remove(each)
            break
    if form.where.town and form.km.data != WIDEST_KM:
        town, km = form.where.town.name, form.km.data
        nobody = _("Nobody within %(km)s km of %(town)s.", km=km, town=town)
        further = [*asked(but=("km",)), ("km", WIDEST_KM)]
        yield _Way(_("Up to %(km)s km", km=WIDEST_KM), further, nobody)
    yield from _related(form, found)
    open_words = asked(but={name for name, _value in asked()} - {"q", *EATEN})
    if form.q.data and len(relaxed) > 1:
        yield _Way(_("For these words, all else open"), open_words)
    # The words last: what somebody is looking for matters more than what it costs.
    for each in sorted(relaxed, key=lambda each: not any(n == "q" for n, _v in each.rest)):
        yield _Way(each.relaxed, each.rest, each.nobody)


def _related(form: SearchForm, found: Found) -> Iterator[_Way]:
    """What people do who do this, too; else what else there is in the craft."""
    slug_of = slugs_of_specialities()
    wanted = {number for number, slug in slug_of.items() if slug in form.speciality.data}
    if not wanted and form.q.data:
        wanted = {each for hit in found.ranked for each in hit.candidate.specialities}
    if not wanted:
        return
    offers = memory.known_offers().facts
    looked_at = offers.rows(one_for_each_member=True)["offer_id"][:LOOKED_AT]
    together = Counter(
        each
        for facts in offers.of(looked_at.tolist())
        if wanted & set(facts.specialities)
        for each in set(facts.specialities) - wanted
    )
    slugs = [slug_of[number] for number, _times in together.most_common(MOST_RELATED)]
    if slugs:
        names = ", ".join(known_specialities()[slug][current_language()] for slug in slugs)
        rest = asked(but=("q", "speciality", "ingredient", "exact"))
        chosen = [("speciality", slug) for slug in slugs]
        yield _Way(_("Something like it: %(names)s", names=names), [*rest, *chosen])


def _last_resort() -> _Way:
    """Whoever is near, and whose dishes can be eaten."""
    rest = [each for each in asked() if each[0] in ("where", "near", "km", *EATEN)]
    return _Way(_("Without them"), rest, _("Nobody for several of these wishes."))
