"""What the page of recommendations shows: a card for each coach, with reasons in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from babel.dates import get_day_names
from flask_babel import gettext, ngettext
from flask_babel import gettext as _

from pro_am.accounts.models import Member
from pro_am.foundation import places
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.wording import locale
from pro_am.intake.models import GoalProfile
from pro_am.intake.queries.coaches import coaches_of
from pro_am.intake.rules.answering import Said, kept, said
from pro_am.intake.rules.matching import Coach, Fit, Part, Reason, recommended
from pro_am.intake.rules.meanings import LEVELS, STYLES, Kind, Place, When
from pro_am.intake.rules.questions import About, questions_from
from pro_am.profiles.memory import known_specialities
from pro_am.profiles.rules import SPOKEN
from pro_am.search.cards import Card, cards_for


@dataclass(frozen=True)
class Recommended:
    card: Card
    reasons: list[str]
    is_newcomer: bool


def recommendations(profile: GoalProfile, member: Member) -> list[Recommended]:
    questions = questions_from(profile.questionnaire.questions)
    meant = said(questions, profile.answers)
    wanted = frozenset(each.meaning.value for each in meant if each.meaning.kind is Kind.SPECIALITY)
    town = _town(profile)
    coaches = coaches_of(profile.craft_id, member, wanted, town)
    fits = {fit.coach.offer_id: fit for fit in recommended(coaches, meant, lot=profile.id)}
    distances = {offer_id: fit.coach.km for offer_id, fit in fits.items()}
    return [
        Recommended(
            card, reasons_of(fits[card.offer_id], town), fits[card.offer_id].coach.is_newcomer
        )
        for card in cards_for(list(fits), distances, None, member)
    ]


def reasons_of(fit: Fit, town: places.Town | None) -> list[str]:
    words = (_words(fit.coach, reason, town) for reason in fit.reasons)
    return [each for each in words if each]


def _town(profile: GoalProfile) -> places.Town | None:
    questions = questions_from(profile.questionnaire.questions)
    known = kept(questions, profile.answers)
    for question in questions:
        if question.about is About.TOWN and question.key in known:
            return places.find_town(known[question.key])
    return None


def _words(coach: Coach, reason: Reason, town: places.Town | None) -> str | None:
    """None where there is nothing that the member said, or nothing that answers it."""
    if not reason.said or not reason.found:
        return None
    answer = _answer(coach, reason, town)
    return _("You wrote %(quoted)s: %(answer)s", quoted=_quoted(reason.said), answer=answer)


def _quoted(said: Sequence[Said]) -> str:
    names = dict.fromkeys(each.choice.names[current_language()] for each in said)
    return _list([_("“%(words)s”", words=each) for each in names])


def _answer(coach: Coach, reason: Reason, town: places.Town | None) -> str:
    if reason.part is Part.TIME:
        return _free_words(coach, reason.found)
    if reason.part is Part.PLACE:
        return _place_words(coach, reason.found, town)
    if reason.part is Part.PRICE:
        within = reason.found == ("within",)
        return _("within that") if within else _("a little more than that")
    told = _list(_names(reason))
    if reason.part is Part.LEVEL:
        return _("for people who are %(level)s", level=told)
    if reason.part is Part.STYLE:
        return _("their way: %(style)s", style=told)
    return _("speaks %(language)s", language=told) if reason.part is Part.LANGUAGE else told


def _names(reason: Reason) -> list[str]:
    """Of specialities, levels, styles or languages, in the reader's language."""
    if reason.part is Part.GOAL:
        known, language = known_specialities(), current_language()
        return [known[each][language].lower() for each in reason.found if each in known]
    names: dict[str, str] = {**LEVELS, **STYLES, **SPOKEN}
    return [gettext(names[each]) for each in reason.found]


def _free_words(coach: Coach, found: Sequence[str]) -> str:
    """`free on Tuesday and Thursday evenings`: days of the week, for each part of the day."""
    days: dict[When, list[int]] = {}
    for each in found:
        day, when = each.split()
        days.setdefault(When(when), []).append(int(day))
    told = _list([_part_words(when, of) for when, of in days.items()])
    if coach.is_programme:
        return _("free for a first talk %(times)s", times=told)
    return _("free %(times)s", times=told)


def _part_words(when: When, days: list[int]) -> str:
    names = get_day_names("wide", locale=locale())
    told = _list([names[day] for day in days])
    if when is When.MORNINGS:
        return _("on %(days)s mornings", days=told)
    if when is When.MIDDAYS:
        return _("on %(days)s around midday", days=told)
    if when is When.EVENINGS:
        return _("on %(days)s evenings", days=told)
    return _("on %(days)s", days=told)


def _place_words(coach: Coach, found: Sequence[str], town: places.Town | None) -> str:
    if found == (Place.ONLINE.value,):
        return _("online")
    km = round(coach.km or 0)
    name = town.name if town else ""
    return ngettext("%(num)s km from %(town)s", "%(num)s km from %(town)s", max(km, 1), town=name)


def _list(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return _("%(some)s and %(last)s", some=", ".join(words[:-1]), last=words[-1])
