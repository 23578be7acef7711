"""Small networks of ratings for the tests of rankings."""

import numpy as np

from pro_am.trust.evaluation.files import Ratings


def ratings_of(*rows: tuple[int, int, float], members: int) -> Ratings:
    """Rows of (rater, rated, x), one a day."""
    return Ratings(
        names=np.arange(members),
        rater=np.array([rater for rater, _, _ in rows], dtype=np.int32),
        rated=np.array([rated for _, rated, _ in rows], dtype=np.int32),
        x=np.array([x for *_, x in rows], dtype=float),
        days=np.arange(len(rows), dtype=float),
    )
