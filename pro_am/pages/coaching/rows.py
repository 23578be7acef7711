"""The lines of the board in words: whose programme it is, and why it needs a look."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flask import url_for
from flask_babel import gettext

from pro_am.foundation.web import wording
from pro_am.pages.coaching.queries import Line
from pro_am.pages.coaching.rules import ClientFacts, Need, Reason, reasons, share_of, urgency
from pro_am.programmes.models import Programme
from pro_am.programmes.rules.adherence import adherence
from pro_am.programmes.rules.course import WEEK
from pro_am.programmes.rules.words import EXCEPTION_KINDS, ItemState, Standing


@dataclass(frozen=True)
class Row:
    programme: Programme
    url: str
    why: list[str]
    tone: str  # of the first reason
    sort_key: tuple[int, int]
    week_number: int | None
    done: str  # of this week, in words; "" while nothing counts
    shares: list[tuple[date, int | None]]  # of the weeks before, in per cent
    kind_words: list[str]  # the keys of those that suit
    standing: Standing
    rests_since: date | None = None


def row_of(line: Line) -> Row:
    found, facts = reasons(line.facts), line.facts
    return Row(
        line.programme,
        url_for("programmes.show", public_id=line.programme.public_id),
        [_WORDS[each.need](each) for each in found],
        _TONES.get(found[0].need, "plain") if found else "plain",
        urgency(found),
        facts.course.week_number(facts.monday),
        _done_words(facts),
        [
            (monday, _per_cent(share_of(facts, monday)))
            for monday in (facts.monday - each * WEEK for each in (3, 2, 1))
        ],
        _KIND.get(found[0].need, []) if found else [],
        facts.standing,
        line.programme.paused_on,
    )


def _done_words(facts: ClientFacts) -> str:
    week = facts.week(facts.monday)
    if adherence(week).share is None:
        return ""
    done = sum(item.state in (ItemState.DONE, ItemState.PARTLY) for item in week.items)
    return gettext("%(done)s of %(planned)s this week", done=done, planned=len(week.items))


def _per_cent(share: Fraction | None) -> int | None:
    return None if share is None else round(share * 100)


def _exception(reason: Reason) -> str:
    assert reason.exception is not None  # noqa: S101 - what this need carries
    kind = gettext(EXCEPTION_KINDS[reason.exception.kind])
    day = wording.day(reason.exception.to_day)
    return gettext("Some days go otherwise: %(kind)s, until %(day)s", kind=kind, day=day)


def _less(reason: Reason) -> str:
    assert reason.shares is not None  # noqa: S101 - what this need carries
    last, before = (_per_cent(each) for each in reason.shares)
    return gettext("A lighter week: %(last)s %%, after %(before)s %%", last=last, before=before)


def _day(reason: Reason) -> str:
    assert reason.day is not None  # noqa: S101 - what this need carries
    return wording.day(reason.day)


_WORDS: dict[Need, Callable[[Reason], str]] = {
    Need.SOS: lambda _reason: gettext("Asked friends for help"),
    Need.EXCEPTION: _exception,
    Need.QUIET: lambda reason: gettext("No news since %(day)s", day=_day(reason)),
    Need.LESS: _less,
    Need.NO_PLAN: lambda reason: gettext(
        "Nothing planned for the week of %(day)s", day=_day(reason)
    ),
    Need.ENDS_SOON: lambda reason: gettext("The last week ends on %(day)s", day=_day(reason)),
}
# What a coach may say by one press, by the first need; where there is none, there is work to do.
_KIND = {
    Need.SOS: ["thinking"],
    Need.EXCEPTION: ["gently", "thinking"],
    Need.QUIET: ["thinking", "gently"],
    Need.LESS: ["thinking", "gently"],
    Need.ENDS_SOON: ["bravo"],
}
_TONES = {Need.SOS: "sun", Need.EXCEPTION: "sun", Need.QUIET: "sun"}
