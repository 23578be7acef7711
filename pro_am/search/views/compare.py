"""Two or three offers side by side: the same questions answered for each."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import member_or_none
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import queries as profiles
from pro_am.profiles.models import Offer
from pro_am.search import cards, memory
from pro_am.search.views.results import blueprint

MOST = 3


@blueprint.get("/compare")
@allow(Policy.PUBLIC)
def compare() -> ResponseReturnValue:
    """What cannot be booked now, and whom the reader must not meet, is left out and counted."""
    asked = list(dict.fromkeys(request.args.getlist("with")))
    shown = _bookable(asked[:MOST])
    of_offer = {
        card.public_id: card
        for card in cards.cards_for([each.id for each in shown], {}, None, member_or_none())
    }
    return render_template(
        "search/compare.html",
        compared=[(of_offer[o.public_id], o) for o in shown if o.public_id in of_offer],
        missing=len(asked[:MOST]) - len(shown),
        too_many=len(asked) > MOST,
        most=MOST,
    )


def _bookable(public_ids: list[str]) -> list[Offer]:
    """In the order asked."""
    offers = profiles.open_offers_with(public_ids, member_or_none())
    known = memory.known_offers().facts
    found = [offers[each] for each in public_ids if each in offers]
    return [offer for offer in found if offer.id in known]
