"""What becomes of a feed when its member goes."""

from pro_am.accounts.events import DataTaken, MemberErased
from pro_am.calendar_feeds import actions, queries
from pro_am.foundation.events import listen


def attach() -> None:
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)


def _erased(event: MemberErased) -> None:
    actions.end_feed(event.member)


def _taken(event: DataTaken) -> None:
    if feed := queries.feed_of(event.member):
        event.parts["calendar_feed"] = [
            {
                "made_at": feed.made_at,
                "shows_titles": feed.shows_titles,
                "shows_addresses": feed.shows_addresses,
            }
        ]
