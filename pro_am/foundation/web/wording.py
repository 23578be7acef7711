"""How dates, times, sums and stories are written for the reader; every template may use it."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

import nh3
from babel import Locale
from babel.dates import format_date, get_timezone_location
from babel.numbers import format_decimal
from flask import Flask, current_app
from flask_babel import get_locale, gettext, ngettext
from markdown_it import MarkdownIt
from markupsafe import Markup

from pro_am.foundation import clock, money, time_zones
from pro_am.foundation.web import languages

LOCALES = {"fr": Locale("fr", "FR"), "en": Locale("en", "GB")}
NBSP = "\u00a0"  # what it stands between is never parted at the end of a line
STORY_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "h3", "h4", "a"}
OPERATOR_TAGS = STORY_TAGS | {"h2", "hr"}

_markdown = MarkdownIt("commonmark", {"html": False}).disable(
    ["image", "code", "fence", "html_block"]
)


def attach(app: Flask) -> None:
    app.jinja_env.globals.update(now=clock.now)
    app.jinja_env.filters.update(
        day=day,
        long_day=long_day,
        month=month,
        moment=moment,
        clock_time=clock_time,
        local_day=local_day,
        city=city,
        duration=duration,
        ago=ago,
        span_to=span_to,
        money=money_words,
        decimal=decimal,
        quantity=quantity,
        axis_day=axis_day,
        story=story,
    )
    app.context_processor(lambda: {"community_name": current_app.config["COMMUNITY_NAME"]})


def locale() -> Locale:
    found = get_locale()
    return LOCALES[str(found.language) if found else languages.current_language()]


def day(value: date) -> str:
    """`sam. 28 nov.`, with the year when it is not this one."""
    pattern = "EEE d MMM" if value.year == clock.now().year else "EEE d MMM y"
    return _date(value, pattern)


def long_day(value: date) -> str:
    """`samedi 28 novembre 2026`."""
    return _date(value, "EEEE d MMMM y")


def axis_day(value: date, span: str) -> str:
    """Below a chart of a week `lun. 7`, of a month `7 janv.`, of a year `janv. 30`."""
    return _date(value, {"week": "EEE d", "month": "d MMM"}.get(span, "MMM yy"))


def month(value: date) -> str:
    """`mars 2026`."""
    return _date(value, "MMMM y")


def clock_time(instant: datetime, zone: str) -> str:
    """`19:30` on the clock of that zone."""
    return f"{time_zones.to_local(instant, time_zones.zone(zone)):%H:%M}"


def moment(instant: datetime, zone: str, *, short: bool = False) -> str:
    """`samedi 28 novembre 2026, 19:30` on the clock of that zone (UTC instant given)."""
    local = time_zones.to_local(instant, time_zones.zone(zone))
    words = day(local.date()) if short else long_day(local.date())
    separator = f"{NBSP}·{NBSP}" if short else ", "
    return f"{words}{separator}{clock_time(instant, zone)}"


def local_day(instant: datetime, zone: str) -> str:
    """`2026-11-28`, as addresses say the day on the clock of that zone."""
    return time_zones.to_local(instant, time_zones.zone(zone)).date().isoformat()


def city(zone: str) -> str:
    """`Londres` for `Europe/London`: the place whose clock a zone is known by."""
    return get_timezone_location(time_zones.zone(zone), locale=locale(), return_city=True)


def duration(minutes: int) -> str:
    """`45 min`, `2 h`, `2 h 30`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{hours}{NBSP}h{NBSP}{rest:02d}" if rest else f"{hours}{NBSP}h"


def ago(instant: datetime) -> str:
    """How long until or since an instant, in whole hours or days: `in 18 h`, `3 days ago`."""
    words = span_to(instant)
    ahead = instant > clock.now()
    return gettext("in %(time)s", time=words) if ahead else gettext("%(time)s ago", time=words)


def span_to(instant: datetime) -> str:
    """The time between now and an instant, whichever is first: `18 hours`, `3 days`."""
    length = abs(instant - clock.now())
    if length < timedelta(hours=1):
        count = max(1, length // timedelta(minutes=1))
        return ngettext("%(num)s minute", "%(num)s minutes", count)
    if length < timedelta(days=2):
        count = length // timedelta(hours=1)
        return ngettext("%(num)s hour", "%(num)s hours", count)
    count = length // timedelta(days=1)
    return ngettext("%(num)s day", "%(num)s days", count)


def money_words(minor: int, currency: str) -> str:
    """`28 €`, `28,50 €`: minor units in, the reader's format out."""
    return _money(minor, currency, locale())


def decimal(value: float, digits: int = 1) -> str:
    return _decimal(round(value, digits), digits, locale())


def quantity(value: Decimal, unit: str = "") -> str:
    """`72,5 kg`, `8 432`: as many digits as it has, three behind the comma at most."""
    return _quantity(value, locale()) + (NBSP + unit if unit else "")


def story(text: str) -> Markup:
    """A member's Markdown as safe HTML: no pictures, no scripts, links marked as foreign."""
    return _told(text)


def operator_html(text: str) -> str:
    """The same for what the operator writes: with headings, and with links of their own."""
    return _clean(text, OPERATOR_TAGS, "noopener")


def money_as_typed(minor: int, currency: str) -> str:
    """`28,50` as the reader would write it into a field."""
    units = money.Money(minor, currency).units
    digits = "0" if units == units.to_integral_value() else "0.00"
    return str(format_decimal(units, format=digits, locale=locale()))


def _clean(text: str, tags: set[str], link_rel: str) -> str:
    return nh3.clean(
        _markdown.render(text),
        tags=tags,
        attributes={"a": {"href"}, "*": set()},
        url_schemes={"http", "https", "mailto"},
        link_rel=link_rel,
    )


def _date(value: date, pattern: str) -> str:
    # A datetime is a date too, and equal to none.
    return _dated(date(value.year, value.month, value.day), pattern, locale())


# The same few words are asked for again and again; Babel takes 20 to 50 microseconds for each.


@lru_cache(maxsize=4096)
def _dated(value: date, pattern: str, locale: Locale) -> str:
    """The CLDR has no pattern for the French `1er décembre`."""
    if value.day == 1 and locale.language == "fr":
        pattern = pattern.replace(" d ", " d'er' ")
    return format_date(value, pattern, locale=locale)


@lru_cache(maxsize=4096)
def _money(minor: int, currency: str, locale: Locale) -> str:
    return money.words(money.Money(minor, currency), locale)


@lru_cache(maxsize=4096)
def _decimal(value: float, digits: int, locale: Locale) -> str:
    return str(format_decimal(value, format=f"0.{'0' * digits}", locale=locale))


@lru_cache(maxsize=512)
def _told(text: str) -> Markup:
    return Markup(_clean(text, STORY_TAGS, "nofollow noopener noreferrer ugc"))  # noqa: S704


@lru_cache(maxsize=4096)
def _quantity(value: Decimal, locale: Locale) -> str:
    return str(format_decimal(value, format="#,##0.###", locale=locale))
