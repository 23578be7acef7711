"""The letters that ask a friend."""

from pro_am.foundation import outbox
from pro_am.foundation.outbox import Address
from pro_am.supporters.models import Supporter
from pro_am.supporters.queries import links


def address_of(supporter: Supporter) -> Address:
    assert supporter.email is not None  # noqa: S101 - of whom we write to
    return Address(supporter.email, supporter.language, way_out=links.way_out(supporter))


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
