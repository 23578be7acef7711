"""An offer as its form would send it."""

from dataclasses import fields

from pro_am.profiles.actions import OfferText
from pro_am.profiles.models import Offer


def text_of(offer: Offer, **changed: object) -> OfferText:
    facts = {each.name: getattr(offer, each.name) for each in fields(OfferText)}
    return OfferText(**{**facts, **changed})
