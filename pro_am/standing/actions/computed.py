"""Standings and scores, as trust computed them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select, update

from pro_am.foundation import clock
from pro_am.foundation.bulk import insert_rows
from pro_am.foundation.database import Model, db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.revisions import raise_revision
from pro_am.standing.events import TrustMoved
from pro_am.standing.models import SCORES, Score, Standing
from pro_am.standing.rules import ReviewedAs

FEW = 500  # so many members are asked for by name

Row = dict[str, Any]


@dataclass(frozen=True)
class StandingFacts:
    """See models.Standing."""

    standing: float
    from_meetings: float


@dataclass(frozen=True)
class ScoreFacts:
    """One score as trust computed it; see models.Score for the meaning of each."""

    member_id: int
    role: ReviewedAs
    score: float | None
    low: float | None
    high: float | None
    evidence: float
    parts: dict[str, float]
    moved_most: list[tuple[int, float]]
    figures: dict[str, float] = field(default_factory=dict)


def write_down(
    standings: Mapping[int, StandingFacts], scores: list[ScoreFacts], *, version: str
) -> None:
    """Replace what is no longer so of these members: called by trust, and by nobody else.

    The revision of the scores rises when something is another that pages and lists show.
    """
    with transaction():
        _write(
            Standing,
            _known_standings(standings),
            {
                (member_id,): {"member_id": member_id, **vars(facts)}
                for member_id, facts in standings.items()
            },
        )
        known = _known_scores({facts.member_id for facts in scores})
        fresh = {
            (facts.member_id, facts.role): {**vars(facts), "version": version} for facts in scores
        }
        for row in fresh.values():
            row["moved_most"] = [list(each) for each in row["moved_most"]]
        _write(Score, known, fresh)
        if any(_shown(row) != _shown(known.get(key)) for key, row in fresh.items()):
            raise_revision(SCORES)
        if moved := _moved(known, fresh):
            publish(TrustMoved(moved))


def _moved(
    known: Mapping[Any, Row], fresh: Mapping[Any, Row]
) -> dict[int, tuple[float | None, float | None]]:
    lows = {
        member_id: (
            known[member_id, role]["low"] if (member_id, role) in known else None,
            row["low"],
        )
        for (member_id, role), row in fresh.items()
        if role is ReviewedAs.PROVIDER
    }
    return {
        member_id: (before, after) for member_id, (before, after) in lows.items() if before != after
    }


def _write(model: type[Model], known: dict[Any, Row], fresh: dict[Any, Row]) -> None:
    now: datetime = clock.now()
    added = [{**row, "computed_at": now} for key, row in fresh.items() if key not in known]
    changed = [
        {**row, "computed_at": now}
        for key, row in fresh.items()
        if key in known and known[key] != row
    ]
    insert_rows(model, added)
    if changed:
        db.session.execute(update(model), changed)


def _known_standings(member_ids: Iterable[int]) -> dict[Any, Row]:
    columns = [Standing.member_id, *(getattr(Standing, n) for n in StandingFacts.__annotations__)]
    rows = db.session.execute(_of(select(*columns), Standing, member_ids)).mappings()
    return {(row["member_id"],): dict(row) for row in rows}


def _known_scores(member_ids: Iterable[int]) -> dict[Any, Row]:
    columns = [getattr(Score, name) for name in (*ScoreFacts.__annotations__, "version")]
    rows = db.session.execute(_of(select(*columns), Score, member_ids)).mappings()
    return {(row["member_id"], row["role"]): dict(row) for row in rows}


def _of(asked: Select[Any], model: Any, member_ids: Iterable[int]) -> Select[Any]:
    ids = list(member_ids)
    return asked.where(model.member_id.in_(ids)) if len(ids) <= FEW else asked


def _shown(row: Row | None) -> tuple[int, ...] | None:
    """What of a score people see, and lists are sorted by; None without a number."""
    if row is None or row["score"] is None:
        return None
    return (round(row["score"]), round(row["low"] * 100), round(row["high"] * 100))
