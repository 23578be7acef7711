"""For nothing found: the same search with one wish less, where that finds somebody."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.search import results
from pro_am.search.applied import Applied, address, asked
from pro_am.search.forms import SearchForm

WIDEST_KM = "100"


@dataclass(frozen=True)
class Suggestion:
    nobody: str
    url: str
    label: str


def suggestions(form: SearchForm, applied: list[Applied]) -> list[Suggestion]:
    wider = [each for each in applied if each.relaxed]
    if form.where.town and form.km.data != WIDEST_KM:
        town, km = form.where.town.name, form.km.data
        nobody = _("Nobody within %(km)s km of %(town)s.", km=km, town=town)
        further = [*asked(but=("km",)), ("km", WIDEST_KM)]
        wider.insert(0, Applied("", further, nobody, _("Up to %(km)s km", km=WIDEST_KM)))
    return _offered(form, wider) or _offered(form, [_last_resort()])


def _last_resort() -> Applied:
    """Whoever is near, and whose dishes can be eaten."""
    rest = [each for each in asked() if each[0] in ("where", "km", "diet", "without")]
    return Applied("", rest, _("Nobody for several of these wishes."), _("Without them"))


def _offered(form: SearchForm, wider: list[Applied]) -> list[Suggestion]:
    offered = []
    for each in wider:
        count = len(results.find(form.with_other(each.rest)).ranked)
        if count:
            label = ngettext(
                "%(words)s: %(num)s offer", "%(words)s: %(num)s offers", count, words=each.relaxed
            )
            offered.append(Suggestion(each.nobody, address(each.rest), label))
    return offered
