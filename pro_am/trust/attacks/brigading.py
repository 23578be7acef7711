"""Many who say that a review does not match what they saw, and were never there."""

import numpy as np

from pro_am.foundation.refusal import Refusal
from pro_am.reviews.rules.witnesses import WitnessFacts, WitnessKind, check_witness
from pro_am.trust.attacks.rows import Row, Scene
from pro_am.trust.rules.reviews import Role, multiplier

BRIGADE = 200


def dispute_brigading(scene: Scene) -> Row:
    """Members in good standing, and as many fakes, dispute a good review of a median provider."""
    target = int(scene.median_providers(1)[0])
    reviews = scene.before.network.reviews
    about = np.flatnonzero((reviews.reviewed == target) & (reviews.role == Role.PROVIDER))
    author = int(reviews.reviewer[about[0]])
    were_there = set(scene.market.met_with(target).tolist())
    strangers = np.setdiff1d(scene.vouchers(), [*were_there, target])[:BRIGADE]
    standings = [*scene.before.standing[strangers].tolist(), *[0.0] * BRIGADE]
    by_strangers = sum(known for known in standings if _may_dispute(known, has_booking=False))
    guests = sorted(were_there - {author})
    by_guests = sum(
        known
        for known in scene.before.standing[guests].tolist()
        if _may_dispute(known, has_booking=True)
    )
    after = [
        float(multiplier(np.array([0.0]), np.array([against]))[0])
        for against in (by_strangers, by_guests)
    ]
    return Row(
        "dispute brigading",
        "only who had an own booking with the provider may speak of a review",
        {"multiplier": after[0], "multiplier_if_all_guests_disputed": after[1]},
        "multiplier unchanged",
        after[0] == 1.0 and after[1] < 1.0,
    )


def _may_dispute(standing: float, *, has_booking: bool) -> bool:
    facts = WitnessFacts(
        is_party=False,
        has_booking=has_booking,
        standing=standing,
        in_the_week=0,
        spoke=None,
        was_settled=False,
    )
    try:
        check_witness(facts, WitnessKind.MISMATCH, "It was nothing like this.")
    except Refusal:
        return False
    return True
