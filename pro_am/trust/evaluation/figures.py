"""How well a ranking tells frauds from honest members."""

from dataclasses import dataclass

import numpy as np

from pro_am.trust.rules.arrays import Booleans, Floats


@dataclass(frozen=True)
class Figures:
    auc: float
    ap_fraud: float
    ap_benign: float


def figures_of(score: Floats, is_fraud: Booleans) -> Figures:
    """Of scores that are low for frauds."""
    return Figures(
        auc=auc(score, ~is_fraud),
        ap_fraud=average_precision(-score, is_fraud),
        ap_benign=average_precision(score, ~is_fraud),
    )


def auc(score: Floats, is_wanted: Booleans) -> float:
    """How probable it is that a wanted one has more than another; ties count one half.

    By the sum of ranks (Mann and Whitney 1947), which ties share.
    """
    wanted = int(is_wanted.sum())
    others = len(score) - wanted
    _, group, size = np.unique(score, return_inverse=True, return_counts=True)
    rank = (np.cumsum(size) - (size - 1) / 2)[group]
    return float((rank[is_wanted].sum() - wanted * (wanted + 1) / 2) / (wanted * others))


def average_precision(score: Floats, is_wanted: Booleans) -> float:
    """The mean precision at each wanted one, from the highest score down; ties come together."""
    values, group = np.unique(-score, return_inverse=True)
    found = np.bincount(group, is_wanted, len(values))
    precision = np.cumsum(found) / np.cumsum(np.bincount(group, minlength=len(values)))
    return float((precision * found).sum() / found.sum())
