"""The letters of friends: the question, the recap; and the client's, when there is nothing."""

from collections.abc import Iterable
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
from pro_am.supporters.rules.recap import OUTCOMES, ClientWeek, DayTold, Recap

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


def post_recap(supporter: Supporter, recap: Recap) -> int:
    """Behind all other letters that wait: nobody waits for it."""
    return outbox.post(
        address_of(supporter), RECAP, haste=Haste.BULK, **_recap_facts(supporter, recap)
    )


def recap_as_sent(supporter: Supporter, recap: Recap) -> Sheet:
    """As it would be, before it goes."""
    return outbox.draw_for(address_of(supporter), RECAP, **_recap_facts(supporter, recap))


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


def _recap_facts(supporter: Supporter, recap: Recap) -> dict[str, Any]:
    return {
        "supporter": supporter,
        "client": supporter.client,
        "recap": recap,
        "outcomes": OUTCOMES,
        "day_rows": _day_rows,
        "url": links.follow_url(supporter),
    }


def _day_rows(days: Iterable[DayTold]) -> list[tuple[str, Fraction, str]]:
    return [
        (
            day(each.day) if each.day else gettext("Any day"),
            each.share,
            gettext("%(percent)s%%", percent=round(100 * each.share)),
        )
        for each in days
    ]


def address_of(supporter: Supporter) -> Address:
    # Without an address nothing is posted: what would be sent can still be looked at.
    email = supporter.email or ""
    return Address(email, supporter.language, way_out=links.way_out(supporter))
