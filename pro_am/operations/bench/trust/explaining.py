"""What the pages that explain a score cost, for somebody with a thousand reviews."""

from collections.abc import Callable
from contextvars import Context
from itertools import cycle
from random import Random
from typing import Final

from pro_am.foundation.database import db
from pro_am.operations import market, throw_away
from pro_am.operations.bench.figures import cost_of
from pro_am.operations.bench.visits import Visits, get, most_reviewed
from pro_am.trust import actions as trust

OFFERS: Final = 60
REVIEWS: Final = 1_000
PAGES: Final = {"why": "/en/pro/{slug}/why", "evidence file": "/en/pro/{slug}/evidence.json"}


def cpu_ms(seed: int, seconds: float, tell: Callable[[str], None]) -> dict[str, float]:
    """CPU milliseconds of each, drawn anew."""
    tell(f"pages that explain {REVIEWS:,} reviews")
    with throw_away.installation() as settings, throw_away.running(settings) as app:
        db.create_all()
        market.open_market(offers=OFFERS, seed=seed)
        slug = most_reviewed(1)[0]
        market.review_often(slug, REVIEWS, Random(f"{seed} often"))  # noqa: S311 - no secret
        trust.recompute()
        engine = db.engine
        db.session.remove()
        found = {}
        for name, path in PAGES.items():
            visits = Visits(name, cycle([get(app, path.format(slug=slug), drawn="anew")]))
            cost, _ = Context().run(cost_of, app, engine, visits, seconds)
            found[name] = cost.cpu_ms
        return found
