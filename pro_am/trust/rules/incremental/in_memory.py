"""A whole community in memory, which answers what updates ask and keeps what they say."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from pro_am.trust.rules.arrays import Floats, Integers
from pro_am.trust.rules.incremental.community import Update
from pro_am.trust.rules.incremental.records import (
    REVIEW,
    VOUCH,
    Records,
    member_records,
    review_columns,
)
from pro_am.trust.rules.network import BOTH_ROLES, TrustResult

Columns = Mapping[str, npt.NDArray[Any]]

SPARE = 1.1  # so much more room than there are rows at first


class InMemory:
    """The community of a full run, whose members are numbered from 0; see `Community`."""

    def __init__(self, result: TrustResult, now_days: float) -> None:
        vouches = result.network.vouches
        self.now_days = now_days
        reviews = review_columns(result, now_days)
        self._members = member_records(result, reviews["fading"])
        self._evidence = result.scores.evidence.N.copy()
        n = len(self._members)
        self._reviews = _Edges(REVIEW, reviews, ("reviewed", "reviewer"), n)
        roles = vouches.role
        if roles is None:
            roles = np.full(len(vouches.voucher), BOTH_ROLES, np.int8)
        columns = {
            "voucher": vouches.voucher,
            "vouched": vouches.vouched,
            "weight": vouches.weight,
            "role": roles,
        }
        self._vouches = _Edges(VOUCH, columns, ("vouched", "voucher"), n)

    def members(self, ids: Integers) -> Records:
        return self._members.take(ids)

    def reviews_of(self, ids: Integers) -> Records:
        return self._reviews.with_key("reviewed", ids)

    def reviews_by(self, ids: Integers) -> Records:
        return self._reviews.with_key("reviewer", ids)

    def evidence_of(self, ids: Integers) -> Floats:
        found: Floats = self._evidence[ids]
        return found

    def vouches_of(self, ids: Integers) -> Records:
        return self._vouches.with_key("vouched", ids)

    def vouches_by(self, ids: Integers) -> Records:
        return self._vouches.with_key("voucher", ids)

    def set_evidence(self, member: int, evidence: float) -> None:
        self._members["evidence"][member] = evidence

    def add_review(self, *, reviewer: int, reviewed: int, role: int, x: float, day: float) -> int:
        """Returns its number, which is its id."""
        number = self._reviews.count
        row = (number, reviewer, reviewed, role, x, day, 1.0, True, np.nan, np.nan, 1.0)
        self._reviews.add(np.array(row, dtype=REVIEW))
        return number

    def change_review(self, number: int, *, multiplier: float, counts: bool) -> None:
        self._reviews.columns["multiplier"][number] = multiplier
        self._reviews.columns["counts"][number] = counts

    def add_vouch(self, voucher: int, vouched: int, weight: float) -> int:
        self._vouches.add(np.array((voucher, vouched, weight, BOTH_ROLES), dtype=VOUCH))
        return self._vouches.count - 1

    def take_back_vouch(self, number: int) -> None:
        self._vouches.drop(number)

    def keep(self, update: Update) -> None:
        self._members[update.members["id"]] = update.members
        self._evidence[update.scored] = update.scores.evidence.N
        for name in ("fading", "lasting", "clique"):
            self._reviews.columns[name][update.reviews["id"]] = update.reviews[name]
        for number in update.reviews["id"][~update.reviews["counts"]].tolist():
            self._reviews.drop(number)


class _Edges:
    """Rows found by either of two members; those added later lie at the end."""

    def __init__(
        self, kind: np.dtype[np.void], columns: Columns, keys: tuple[str, str], members: int
    ) -> None:
        self._kind, self._keys = kind, keys
        self.count = len(columns[keys[0]])
        room = int(self.count * SPARE) + 1000
        self.columns = {name: _with_room(column, room) for name, column in columns.items()}
        self._begins, self._order = {}, {}
        for key in keys:
            column = columns[key]
            is_sorted = bool(np.all(column[1:] >= column[:-1]))
            numbers = np.arange(self.count, dtype=np.int32)
            self._order[key] = (
                numbers if is_sorted else np.argsort(column, kind="stable").astype(np.int32)
            )
            counts = np.bincount(column, minlength=members)
            self._begins[key] = np.concatenate([[0], np.cumsum(counts)])
        self._added: dict[str, defaultdict[int, list[int]]] = {
            key: defaultdict(list) for key in keys
        }
        self._has_added = {key: np.zeros(members, dtype=bool) for key in keys}
        self._is_dropped = np.zeros(room, dtype=bool)
        self._any_dropped = False

    def with_key(self, key: str, ids: Integers) -> Records:
        begins = self._begins[key]
        first, count = begins[ids], begins[ids + 1] - begins[ids]
        within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        rows = self._order[key][np.repeat(first, count) + within]
        with_added = ids[self._has_added[key][ids]]
        if len(with_added):
            added = self._added[key]
            late = [row for each in with_added.tolist() for row in added[each]]
            rows = np.concatenate([rows, np.array(late, dtype=np.int32)])
        if self._any_dropped:
            rows = rows[~self._is_dropped[rows]]
        found = np.empty(len(rows), self._kind)
        for name, column in self.columns.items():
            found[name] = column[rows]
        return found

    def add(self, row: Records) -> None:
        for name, column in self.columns.items():
            column[self.count] = row[name]
        for key in self._keys:
            self._added[key][int(row[key])].append(self.count)
            self._has_added[key][int(row[key])] = True
        self.count += 1

    def drop(self, number: int) -> None:
        self._is_dropped[number] = self._any_dropped = True


def _with_room(column: npt.NDArray[Any], room: int) -> npt.NDArray[Any]:
    roomy = np.empty(room, column.dtype)
    roomy[: len(column)] = column
    return roomy
