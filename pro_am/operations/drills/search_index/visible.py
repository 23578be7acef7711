"""How long a change takes from its commit until a search shows it."""

import time

from sqlalchemy import select

from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.operations.drills.hostile.visitor import Visitor
from pro_am.operations.drills.search_index.people import change
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import Publication

LOOK_EVERY = 0.02  # seconds
GIVES_UP_AFTER = 60


def seconds_until_visible(address: str, count: int) -> list[float]:
    """Of so many changes, the quickest first; the offer gets a word that nobody has said yet."""
    visitor = Visitor(address)
    offer_ids = db.session.scalars(
        select(Offer.id).where(Offer.state == Publication.PUBLISHED).order_by(Offer.id)
    ).all()
    return sorted(
        _until_visible(visitor, db.session.get_one(Offer, offer_ids[number % len(offer_ids)]))
        for number in range(count)
    )


def _until_visible(visitor: Visitor, offer: Offer) -> float:
    word, mark = f"zz{ids.public_id().lower()}", f"offer={offer.public_id}"
    change(offer, title=f"Pain {word}")
    saved = time.monotonic()
    while mark not in visitor.get(f"/en/search?q={word}").text:
        if time.monotonic() - saved > GIVES_UP_AFTER:
            raise RuntimeError(f"{word} is not found.")
        time.sleep(LOOK_EVERY)
    return time.monotonic() - saved


def percentile(ordered: list[float], share: float) -> float:
    """Nearest rank; 0 of nothing."""
    if not ordered:
        return 0.0
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 2)
