"""The letters of friends: the question, the recap; and the client's, when there is nothing."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from flask_babel import gettext

from pro_am.accounts.models import Member
from pro_am.foundation import outbox
from pro_am.foundation.outbox import Address, Haste, Sheet
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.web.wording import day
from pro_am.supporters.models import Supporter
from pro_am.supporters.queries import links
from pro_am.supporters.queries.measured import Measured
from pro_am.supporters.rules.recap import OUTCOMES, ClientWeek, DayTold, Outcome, Recap

RECAP = "supporters/recap"


def post_ask(supporter: Supporter, *, is_reminder: bool = False) -> int:
    """The question, or the one reminder of it. Nothing that the client typed but two names."""
    return outbox.post(
        address_of(supporter),
        "supporters/asked",
        supporter=supporter,
        client=supporter.client,
        is_reminder=is_reminder,
        url=links.follow_url(supporter),
    )


def post_recap(supporter: Supporter, recap: Recap, measured: Sequence[Measured]) -> int:
    """Behind all other letters that wait: nobody waits for it."""
    facts = _recap_facts(supporter, recap, measured)
    url = links.follow_url(supporter)
    return outbox.post(address_of(supporter), RECAP, haste=Haste.BULK, url=url, **facts)


def recap_as_sent(supporter: Supporter, recap: Recap, measured: Sequence[Measured]) -> Sheet:
    """As it would be, for the client: without the addresses that are the friend's alone."""
    url = public_url("supporters.index", language=supporter.language)
    to = Address(supporter.email or "", supporter.language, way_out=url)
    return outbox.draw_for(to, RECAP, url=url, **_recap_facts(supporter, recap, measured))


def post_quiet_week(client: Member, week: ClientWeek) -> int:
    return outbox.post(
        client.address,
        "supporters/quiet_week",
        haste=Haste.BULK,
        client=client,
        monday=week.monday,
        reasons=sorted({each.why_none for each in week.adherences}),
        url=public_url("supporters.index", language=client.language),
    )


def _recap_facts(
    supporter: Supporter, recap: Recap, measured: Sequence[Measured]
) -> dict[str, Any]:
    return {
        "supporter": supporter,
        "client": supporter.client,
        "recap": recap,
        "measured": measured,
        "outcomes": OUTCOMES,
        "day_rows": _day_rows,
    }


def _day_rows(days: Iterable[DayTold]) -> list[tuple[str, Fraction, str]]:
    return [
        (
            day(each.day) if each.day else gettext("Any day"),
            each.share,
            gettext("%(percent)s%%", percent=round(100 * each.share))
            if each.share
            else gettext(OUTCOMES[Outcome.OTHERWISE]),
        )
        for each in days
    ]


def address_of(supporter: Supporter) -> Address:
    assert supporter.email is not None  # noqa: S101 - of whom we write to
    return Address(supporter.email, supporter.language, way_out=links.way_out(supporter))
