"""Small communities for the tests of trust, written as rows and drawn at random."""

from typing import NamedTuple

import numpy as np
from hypothesis import strategies as st

from pro_am.trust.rules.network import TrustNetwork, Vouches
from pro_am.trust.rules.reviews import Reviews, Role, opinion


class Review(NamedTuple):
    reviewer: int
    reviewed: int
    stars: int
    day: float = 0.0
    role: Role = Role.PROVIDER
    multiplier: float = 1.0


class Vouch(NamedTuple):
    voucher: int
    vouched: int
    weight: float = 1.0


def reviews_of(rows: list[Review]) -> Reviews:
    rows = sorted(rows, key=lambda row: (row.reviewed, row.reviewer))
    return Reviews(
        reviewer=np.array([row.reviewer for row in rows], dtype=np.int32),
        reviewed=np.array([row.reviewed for row in rows], dtype=np.int32),
        role=np.array([row.role for row in rows], dtype=np.int8),
        x=opinion(np.array([row.stars for row in rows], dtype=np.float64)),
        time_days=np.array([row.day for row in rows], dtype=np.float64),
        multiplier=np.array([row.multiplier for row in rows], dtype=np.float64),
    )


def network_of(
    evidence: list[float], reviews: list[Review], vouches: list[Vouch] | None = None
) -> TrustNetwork:
    vouches = vouches or []
    return TrustNetwork(
        evidence=np.array(evidence, dtype=np.float64),
        reviews=reviews_of(reviews),
        vouches=Vouches(
            voucher=np.array([vouch.voucher for vouch in vouches], dtype=np.int32),
            vouched=np.array([vouch.vouched for vouch in vouches], dtype=np.int32),
            weight=np.array([vouch.weight for vouch in vouches], dtype=np.float64),
        ),
    )


class Community(NamedTuple):
    evidence: list[float]
    reviews: list[Review]
    vouches: list[Vouch]

    @property
    def network(self) -> TrustNetwork:
        return network_of(*self)


NOW = 800.0


@st.composite
def communities(draw: st.DrawFn) -> Community:
    n = draw(st.integers(2, 8))
    pairs = st.tuples(st.integers(0, n - 1), st.integers(1, n - 1)).map(
        lambda pair: (pair[0], (pair[0] + pair[1]) % n)  # nobody reviews or vouches for themselves
    )
    review = st.builds(
        lambda pair, *rest: Review(*pair, *rest),
        pairs,
        st.integers(1, 5),
        st.floats(0, NOW),
        st.sampled_from(Role),
        st.sampled_from([0.25, 1.0, 1.5]),
    )
    vouch = st.builds(lambda pair, weight: Vouch(*pair, weight), pairs, st.sampled_from([0.5, 1]))
    return Community(
        draw(st.lists(st.sampled_from([0.0, 0.11, 0.31, 1.0]), min_size=n, max_size=n)),
        draw(st.lists(review, max_size=30)),
        draw(st.lists(vouch, max_size=12, unique_by=lambda row: row[:2])),
    )
