"""The programme that is asked for, from one of its two people."""

from datetime import date

from flask import Blueprint, abort

from pro_am.accounts.current import current_member
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import programmes as queries
from pro_am.programmes.rules.words import Side

blueprint = Blueprint("programmes", __name__, url_prefix="/programmes")


def own(public_id: str) -> tuple[Programme, Side]:
    """With the side of whoever asks; 404 for everybody else."""
    return queries.for_person(current_member(), public_id) or abort(404)


def own_as(side: Side, public_id: str) -> Programme:
    """For pages of one of the two: the other has none there."""
    programme, found = own(public_id)
    return programme if found is side else abort(404)


def monday_from(text: str) -> date:
    """The week that an address names by its Monday."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        abort(404)
    return day if day.weekday() == 0 else abort(404)
