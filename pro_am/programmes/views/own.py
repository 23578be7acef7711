"""The pages of a programme: for both of its people, or for one of them."""

from datetime import date

from flask import Blueprint, abort

from pro_am.programmes.models import Programme
from pro_am.programmes.rules.words import Side
from pro_am.programmes.views.whose import own_programme

blueprint = Blueprint("programmes", __name__, url_prefix="/programmes")


def own_as(side: Side, public_id: str) -> Programme:
    """For pages of one of the two: the other has none there."""
    programme, found = own_programme(public_id)
    return programme if found is side else abort(404)


def monday_from(text: str) -> date:
    """The week that an address names by its Monday."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        abort(404)
    return day if day.weekday() == 0 else abort(404)
