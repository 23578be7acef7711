"""What updates need to know of members and reviews until the next run."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete

from pro_am.foundation.bulk import insert_rows
from pro_am.foundation.database import Model, db
from pro_am.trust.actions.scoring import Weighed
from pro_am.trust.models import ReviewWeight, TrustMember
from pro_am.trust.rules.incremental.records import Records

AT_ONCE = 500  # rows that are named in one statement
WEIGHTS = {"om": "weight", "undecayed": "undecayed"}
PARTS_OF_WEIGHTS = ("fading", "lasting", "clique")


def keep_all(members: Records, ids: Sequence[int], reviews: Weighed, now: datetime) -> None:
    """Of a full run, whose records count members by their place."""
    _replace(ReviewWeight, ReviewWeight.review_id, None, _weight_rows(reviews, now))
    _replace(TrustMember, TrustMember.member_id, None, _member_rows(members, ids))


def keep(
    members: Records, reviews: Weighed, now: datetime, *, no_longer_counted: Sequence[int]
) -> None:
    """Of an update, whose records name members by their id."""
    gone = set(no_longer_counted)
    weights = [row for row in _weight_rows(reviews, now) if row["review_id"] not in gone]
    _replace(ReviewWeight, ReviewWeight.review_id, reviews.ids, weights)
    ids = members["id"].tolist()
    _replace(TrustMember, TrustMember.member_id, ids, _member_rows(members, ids))


def _replace(
    model: type[Model], key: Any, ids: Sequence[int] | None, rows: list[dict[str, Any]]
) -> None:
    """Those of these ids, or all."""
    if ids is None:
        db.session.execute(delete(model))
    else:
        for start in range(0, len(ids), AT_ONCE):
            db.session.execute(delete(model).where(key.in_(ids[start : start + AT_ONCE])))
    insert_rows(model, rows)


def _weight_rows(reviews: Weighed, now: datetime) -> list[dict[str, Any]]:
    columns = {
        "review_id": reviews.ids,
        **{column: getattr(reviews, name).tolist() for name, column in WEIGHTS.items()},
        **{name: getattr(reviews, name).tolist() for name in PARTS_OF_WEIGHTS},
    }
    return [
        dict(zip(columns, row, strict=True), computed_at=now)
        for row in zip(*columns.values(), strict=True)
    ]


def _member_rows(members: Records, ids: Sequence[int]) -> list[dict[str, Any]]:
    names = ("weighed", "phi", "agreed", "compared", "first_day", "harm", "stake")
    columns = [members[name].tolist() for name in names]
    rows = [
        dict(zip(names, row, strict=True), member_id=member_id)
        for member_id, row in zip(ids, zip(*columns, strict=True), strict=True)
    ]
    for row in rows:
        if row["first_day"] == float("inf"):
            row["first_day"] = None
    return rows
