"""The arrays that trust is computed on."""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.floating[Any]]
Integers: TypeAlias = npt.NDArray[np.integer[Any]]  # members or subjects, counted from 0
Booleans: TypeAlias = npt.NDArray[np.bool_]


def sum_by(group: Integers, amount: Floats, n: int) -> Floats:
    """The sum of the amounts of each of n groups, added one after the other in their order.

    In order: an amount of 0 changes no bit of any sum, which numpy's pairwise sums do not promise.
    """
    return np.bincount(group, amount, n).astype(np.float64, copy=False)


def distinct(ids: Integers) -> Integers:
    """Sorted, each once. For short arrays much quicker than numpy's own."""
    found = np.sort(ids)
    is_new = np.ones(len(found), dtype=bool)
    is_new[1:] = found[1:] != found[:-1]
    return found[is_new]
