"""What is looked for and not found, for everybody; and how not to be counted."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pro_am.foundation import clock, places
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles.memory import known_crafts, known_specialities
from pro_am.search.asked import queries
from pro_am.search.asked.queries import Want
from pro_am.search.asked.rules import KEPT, LEAST_ASKINGS, LEAST_DAYS
from pro_am.search.asked.views.noting import UNCOUNTED, count, is_uncounted

__all__ = ["blueprint", "count", "label_of"]

blueprint = Blueprint("wanted", __name__, url_prefix="/wanted")

MOST = 40
MOST_TOWNS = 4
A_YEAR = 365 * 24 * 3600


@blueprint.get("")
@allow(Policy.PUBLIC)
def show() -> ResponseReturnValue:
    since = clock.now().date() - KEPT
    wants = queries.unmet(since, MOST)
    towns = queries.towns_of(wants, since)
    return render_template(
        "search/wanted.html",
        wants=[
            (want, label_of(want), craft_of(want), _names(towns.get(want.what, ())))
            for want in wants
        ],
        days=KEPT.days,
        least_askings=LEAST_ASKINGS,
        least_days=LEAST_DAYS,
        is_uncounted=is_uncounted(),
        chose=UNCOUNTED in request.cookies,
    )


@blueprint.post("/count-me")
@allow(Policy.PUBLIC)
def choose() -> ResponseReturnValue:
    """Whether the searches of this browser are counted."""
    response = redirect(url_for(".show", _anchor="mine"), 303)
    if request.form.get("counted") == "no":
        response.set_cookie(
            UNCOUNTED, "1", max_age=A_YEAR, httponly=True, secure=request.is_secure, samesite="Lax"
        )
    else:
        response.delete_cookie(UNCOUNTED)
    return response


def label_of(want: Want) -> str:
    """The words as they were typed, or the name of what was chosen."""
    if want.words:
        return want.shown
    names = known_specialities().get(want.speciality)
    return names[current_language()] if names else craft_of(want) or want.speciality or want.craft


def craft_of(want: Want) -> str:
    named = (each.names for each in known_crafts().values() if each.slug == want.craft)
    return next((names[current_language()] for names in named), "")


def _names(towns: "list[tuple[int, int]] | tuple[()]") -> list[tuple[str, int]]:
    found = [(places.town(town_id), times) for town_id, times in towns[:MOST_TOWNS]]
    return [(town.name, times) for town, times in found if town]
