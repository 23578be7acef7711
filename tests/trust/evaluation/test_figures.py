import numpy as np
import pytest

from pro_am.trust.evaluation.figures import auc, average_precision, figures_of


@pytest.mark.parametrize(
    ("score", "wanted", "area", "precision"),
    [
        ([1, 2, 3, 4], [0, 0, 1, 1], 1, 1),
        ([1, 2, 3, 4], [1, 1, 0, 0], 0, (1 / 3 + 2 / 4) / 2),
        # One pair of four is tied: 3.5 / 4. From above: 1 of 1, then both that are tied: 2 of 3.
        ([1, 2, 2, 3], [0, 1, 0, 1], 0.875, (1 + 2 / 3) / 2),
        # Nothing but ties says nothing.
        ([5, 5, 5, 5], [1, 0, 0, 0], 0.5, 0.25),
        # 4 over 3 and 1, 2 over 1 only: 3 of 4. From above: 1 of 1, 2 of 3.
        ([4, 3, 2, 1], [1, 0, 1, 0], 0.75, (1 + 2 / 3) / 2),
    ],
)
def test_areas_and_precisions_are_those_found_by_hand(score, wanted, area, precision):
    score, wanted = np.array(score, dtype=float), np.array(wanted, dtype=bool)

    assert auc(score, wanted) == pytest.approx(area)
    assert average_precision(score, wanted) == pytest.approx(precision)


def test_low_scores_are_for_frauds():
    figures = figures_of(np.array([-3.0, 1.0, 2.0]), np.array([True, False, False]))

    assert (figures.auc, figures.ap_fraud, figures.ap_benign) == (1, 1, 1)
