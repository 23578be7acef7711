"""Addresses in letters where a client says how a day went, without a sign-in.

The programme, the week and the day stand inside the signature; it is over when the week is
fourteen days old.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from pro_am.foundation.database import db
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.addresses import public_url
from pro_am.programmes.models import Item, Programme
from pro_am.programmes.queries import plans
from pro_am.programmes.rules.answering import BY_LETTER_FOR

PURPOSE = "say how a day of a programme went"


@dataclass(frozen=True)
class DayLink:
    programme: Programme
    monday: date
    day: int  # 0: Monday; 7: what any day will do for
    is_over: bool

    @property
    def items(self) -> list[Item]:
        week = plans.week_of(self.programme, self.monday)
        return [each for each in week.items if each.day == self.day] if week else []


def day_url(programme: Programme, monday: date, day: int) -> str:
    until = datetime.combine(monday + BY_LETTER_FOR, time())
    token = signed_links.sign(PURPOSE, programme.id, monday.toordinal(), day, until=until)
    return public_url("check_ins.day", language=programme.client.language, token=token)


def day_link(token: str) -> DayLink | None:
    """None for an address that we did not sign for this, and for somebody who is gone."""
    link = signed_links.read(PURPOSE, token)
    if link is None:
        return None
    programme_id, monday, day = link.facts
    programme = db.session.get(Programme, programme_id)
    if programme is None or programme.client.erased_at:
        return None
    return DayLink(programme, date.fromordinal(monday), day, link.is_over)
