"""In a small community, too, whoever asks for something finds it, or what comes near to it."""

import re
from typing import NamedTuple
from urllib.parse import parse_qsl

import pytest
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from pro_am.foundation.database import db
from pro_am.profiles.models import Offer, Profile
from pro_am.search import actions
from tests.operations.french_requests import REQUESTS
from tests.support.browser import Browser

LEAST_SHARE = 0.9
LOOKED_AT = 3  # offers: who asks does not scroll far


class Asked(NamedTuple):
    words: str
    address: dict[str, str]
    answers: frozenset[str]


def requests():
    for line in REQUESTS.strip().splitlines():
        words, where, more, answers = (part.strip() for part in line.split(";"))
        address = {"q": words, "where": where, **dict(parse_qsl(more))}
        yield Asked(words, address, frozenset(answers.split(",")))


@pytest.fixture
def specialities(community):
    """Of each offer, by the anchor of its card."""
    actions.rebuild()
    offers = db.session.scalars(
        select(Offer).options(joinedload(Offer.profile).selectinload(Profile.specialities))
    )
    return {
        f"offer-{offer.public_id}": {each.slug for each in offer.profile.specialities}
        for offer in offers
    }


def test_nine_of_ten_french_requests_are_answered(filled, specialities):
    visitor = Browser(filled.test_client(), "fr")
    exact, near, lost = [], [], []
    for asked in requests():
        answer = visitor.client.get("/fr/search", query_string=asked.address)
        found, _, rescue = answer.text.partition('id="rescue"')
        if is_answered(found, asked.answers, specialities):
            exact.append(asked.words)
        elif is_answered(rescue, asked.answers, specialities):
            near.append(asked.words)
        else:
            lost.append(f"{asked.words} ({asked.address['where']})")

    total = len(exact) + len(near) + len(lost)
    share = (len(exact) + len(near)) / total
    told = f"{len(exact)} found, {len(near)} nearly, of {total}: {share:.0%}. Lost: {lost}"
    assert total >= 100
    assert share >= LEAST_SHARE, told


def is_answered(part, answers, specialities):
    """Whether one of the first cards is of somebody who does it, and has a time to be booked."""
    cards = re.findall(r'<li class="card"\s+id="([^"]+)">(.*?)</li>', part, flags=re.DOTALL)
    return any(
        specialities[anchor] & answers and 'class="slot"' in card
        for anchor, card in cards[:LOOKED_AT]
    )
