"""Which searches are counted, as soon as their page has been answered."""

from functools import lru_cache

from flask import after_this_request, current_app, request
from werkzeug.wrappers import Response

from pro_am.foundation import clock, places
from pro_am.foundation.web.languages import current_language
from pro_am.search.asked import actions
from pro_am.search.asked.rules import (
    LARGER_WITHIN_KM,
    SMALL_TOWN,
    Asked,
    is_person,
    kept_words,
)
from pro_am.search.forms import SearchForm

UNCOUNTED = "uncounted"
"""The cookie of a browser whose searches are not counted."""
# What is counted by itself, and what says nothing about a wish.
_BESIDES = {"q", "where", "craft", "speciality", "km", "sort", "after", "before"}


def count(form: SearchForm, *, found: int) -> None:
    """Count this search, unless nobody made it, or whoever did would rather not be counted."""
    if form.errors or not _is_counted():
        return
    words, shown = kept_words(form.q.data or "")
    asked = Asked(
        clock.now().date(),
        current_language(),
        words,
        _only(form.craft.data),
        _only(form.speciality.data),
        _rounded(form.where.town) if form.where.town else 0,
        " ".join(sorted(_filters(form))),
    )
    if not asked.says_something:
        return
    asker = f"{request.remote_addr} {request.user_agent.string}"
    counts = actions.counts()
    counts.add(asked, shown, asker, in_vain=not found)
    if counts.are_due:
        after_this_request(_write_down_later)


def is_uncounted() -> bool:
    """By its own choice, or because the browser asks every site for this."""
    signals = request.headers.get("DNT"), request.headers.get("Sec-GPC")
    return UNCOUNTED in request.cookies or "1" in signals


def _is_counted() -> bool:
    return (
        request.method == "GET"
        and current_app.config["COUNT_SEARCHES"] == "yes"
        and "page" not in request.args
        and "prefetch" not in request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
        and is_person(request.user_agent.string)
        and not is_uncounted()
    )


def _only(chosen: str | list[str] | None) -> str:
    """Of several nobody knows which is meant."""
    if isinstance(chosen, list):
        return chosen[0] if len(chosen) == 1 else ""
    return chosen or ""


def _filters(form: SearchForm) -> set[str]:
    """By their names: what somebody cannot eat is theirs."""
    fields = (field for field in form if field.name not in _BESIDES)
    return {field.name for field in fields if field.data and field.data != field.default}


@lru_cache(maxsize=4096)
def _rounded(town: places.Town) -> int:
    """A small town is counted as the largest around it."""
    if town.population >= SMALL_TOWN:
        return town.id
    around = places.towns_around(*town.point, LARGER_WITHIN_KM, 1)
    return around[0].id if around else 0


def _write_down_later(response: Response) -> Response:
    """When the answer has gone out, so that nobody waits for it."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # what the proxy stands for

    def write_down() -> None:
        with app.app_context():
            actions.write_down()

    response.call_on_close(write_down)
    return response
