"""Whom the people of the demo keep, and what they still look for."""

from collections.abc import Mapping
from urllib.parse import urlencode

from pro_am.accounts.models import Member
from pro_am.alerts import actions as alerts
from pro_am.alerts.actions import Wanted
from pro_am.alerts.rules import Pace
from pro_am.favourites import actions as favourites
from pro_am.foundation import places
from pro_am.profiles.models import Profile
from pro_am.search.rules.documents import Query

FAVOURITES = {"anais": ("lea", "maud", "karim"), "helen": ("lea", "ines")}
# Who, what it is called, the words asked for, where, and how often they want to hear of it.
SEARCHES = (
    ("anais", "Pain au levain près de Nantes", "levain", "Nantes (44)", Pace.AT_ONCE),
    ("anais", "Yoga à Nantes", "yoga", "Nantes (44)", Pace.DAILY),
    ("helen", "Somebody who speaks English and cooks Thai", "thai", "Lyon (69)", Pace.AT_ONCE),
)


def fill(members: Mapping[str, Member], profiles: Mapping[str, Profile]) -> None:
    for who, kept in FAVOURITES.items():
        for key in kept:
            favourites.keep(members[who], profiles[key])
    for who, name, words, where, pace in SEARCHES:
        town = places.find_town(where)
        assert town is not None  # noqa: S101 - our own
        asked = urlencode([("q", words), ("where", where)])
        query = Query(words=words, near=town.point)
        alerts.save(members[who], Wanted(asked, query, None), name=name, pace=pace)
