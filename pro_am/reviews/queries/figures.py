"""Reviews in numbers: of whom, over which time, by which question."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, case, func, select

from pro_am.foundation.database import db
from pro_am.reviews.models import Review
from pro_am.standing.rules import ReviewedAs

PERIODS = (90, 365)  # days; besides all time


@dataclass(frozen=True)
class Figures:
    """How many reviews, and their mean stars (None without any)."""

    count: int
    mean: float | None


NONE_YET = Figures(0, None)


@dataclass(frozen=True)
class Summary:
    """All that is said of a member in one role, in numbers."""

    all_time: Figures
    lately: dict[int, Figures]  # by days, those of PERIODS
    facets: dict[str, Figures]  # by key; those that somebody has answered


def is_public(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    return (
        (Review.shown_from <= now)
        & Review.hidden_at.is_(None)
        & Review.voided_at.is_(None)
        & Review.happened
    )


def figures_of(
    subject_ids: Collection[int], role: ReviewedAs, now: datetime, *, days: int | None = None
) -> dict[int, Figures]:
    """Count and mean by member, over all time or the last so many days."""
    counted = (
        select(Review.subject_id, func.count(), func.avg(Review.stars))
        .where(Review.subject_id.in_(subject_ids), Review.role == role, is_public(now))
        .group_by(Review.subject_id)
    )
    if days is not None:
        counted = counted.where(Review.written_at > now - timedelta(days=days))
    return {
        subject_id: Figures(count, float(mean))
        for subject_id, count, mean in db.session.execute(counted)
    }


def summary_of(
    subject_id: int, role: ReviewedAs, now: datetime, facets: Sequence[str] = ()
) -> Summary:
    """One question, however many periods and facets."""
    stars = [Review.stars, *(since(now - timedelta(days=days)) for days in PERIODS)]
    answers = [Review.facets[facet].as_integer() for facet in facets]
    row = db.session.execute(
        select(*(figure for each in (*stars, *answers) for figure in _count_and_mean(each))).where(
            Review.subject_id == subject_id, Review.role == role, is_public(now)
        )
    ).one()
    figures = [_figures(int(row[at]), row[at + 1]) for at in range(0, len(row), 2)]
    of_facets = zip(facets, figures[len(stars) :], strict=True)
    return Summary(
        figures[0],
        dict(zip(PERIODS, figures[1 : len(stars)], strict=True)),
        {facet: each for facet, each in of_facets if each.count},
    )


def since(moment: datetime | BindParameter[datetime]) -> ColumnElement[int | None]:
    """The stars of what was written after a moment, nothing for the rest."""
    return case((Review.written_at > moment, Review.stars))


def _count_and_mean(what: ColumnElement[Any]) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    return func.count(what), func.avg(what)


def _figures(count: int, mean: float | None) -> Figures:
    return Figures(count, float(mean)) if mean is not None else NONE_YET
