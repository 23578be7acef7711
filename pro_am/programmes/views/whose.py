"""A programme of whoever asks, or a page that does not exist."""

from flask import abort

from pro_am.accounts.current import current_member
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import programmes
from pro_am.programmes.rules.words import Side


def own_programme(public_id: str) -> tuple[Programme, Side]:
    return programmes.for_person(current_member(), public_id) or abort(404)


def followed_programme(public_id: str) -> Programme:
    """One that the person follows, not one that they lead."""
    programme, side = own_programme(public_id)
    return programme if side is Side.CLIENT else abort(404)
