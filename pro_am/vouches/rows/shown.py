"""What a vouch is for and how the two know each other, in words; who vouches for somebody."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import format_date, gettext
from flask_babel import gettext as _

from pro_am.accounts.models import Member
from pro_am.accounts.rules.names import first_name
from pro_am.foundation.web.languages import current_language
from pro_am.media.queries import PictureAddresses, picture_urls
from pro_am.profiles.memory import known_crafts, known_specialities
from pro_am.vouches.models import Vouch
from pro_am.vouches.queries.shown import ShownVouch
from pro_am.vouches.rules.vouch import AS_HOST, BASES, RELATIONS, Relation


@dataclass(frozen=True)
class Quote:
    """As `macros/vouches.html` draws it."""

    who: str
    is_named: bool
    slug: str | None
    face: PictureAddresses | None
    known: str
    craft: str
    words: str
    language: str
    when: str
    counts_once: bool


def quotes_for(vouches: Iterable[ShownVouch], viewer: Member | None) -> list[Quote]:
    """With names for members who are signed in, where their owners show them."""
    return [_quote(each, viewer) for each in vouches]


def craft_words(craft: str, speciality: str = "") -> str:
    """What somebody is vouched for: a speciality, a craft, or as a host."""
    language = current_language()
    if speciality in known_specialities():
        return known_specialities()[speciality][language]
    names = {each.slug: each.names[language] for each in known_crafts().values()}
    return _("as a host") if craft == AS_HOST else str(names.get(craft, craft))


def known_words(vouch: ShownVouch | Vouch) -> str:
    """How the two know each other, since when, and what that rests on."""
    words = [gettext(BASES[vouch.basis])]
    if vouch.relation and vouch.relation is not Relation.OTHER:
        words.append(gettext(RELATIONS[vouch.relation]))
    if vouch.known_since:
        words.append(_("since %(year)s", year=vouch.known_since))
    return ", ".join(words)


def _quote(vouch: ShownVouch, viewer: Member | None) -> Quote:
    is_named = viewer is not None and (vouch.shows_name or viewer.id == vouch.voucher_id)
    return Quote(
        who=first_name(vouch.name, is_erased=False)
        if is_named
        else _("a member since %(year)s", year=vouch.member_since.year),
        is_named=is_named,
        slug=vouch.slug if is_named else None,
        face=picture_urls(vouch.face) if is_named and vouch.face else None,
        known=known_words(vouch),
        craft=craft_words(vouch.craft, vouch.speciality),
        words=vouch.words,
        language=vouch.language,
        when=format_date(vouch.given_at, "MMMM yyyy"),
        counts_once=vouch.counts_once,
    )
