"""What a price is for, in the reader's words."""

from flask_babel import gettext, ngettext

from pro_am.profiles.rules import PRICE_UNITS, PriceUnit


def per_words(unit: PriceUnit, price_minor: int, weeks: int | None) -> str:
    """`a week, for 8 weeks`; of what is free, only how long it is."""
    if weeks is None:
        return gettext(PRICE_UNITS[unit]) if price_minor else ""
    if not price_minor:
        return weeks_words(weeks)
    return ngettext("a week, for %(num)s week", "a week, for %(num)s weeks", weeks)


def weeks_words(weeks: int) -> str:
    return ngettext("%(num)s week", "%(num)s weeks", weeks)
