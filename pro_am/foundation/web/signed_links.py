"""Links in letters that act without a sign-in.

What a link is for, what it is about, and until when stand inside its signature. A GET of such an
address shows a page with a button: mail scanners that open every link in a letter,
and browsers that fetch ahead, change nothing.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from flask import Response, current_app
from itsdangerous import BadSignature, URLSafeSerializer

from pro_am.foundation import clock

# Nothing of the address may reach another page, a search engine or a shared computer.
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True)
class SignedLink:
    """What stands in an address that we have signed."""

    facts: tuple[int, ...]
    until: datetime

    @property
    def is_over(self) -> bool:
        return clock.now() >= self.until


def sign(purpose: str, *facts: int, until: datetime) -> str:
    """A token for one purpose about these numbers: ids, and the revision they were true of."""
    return _signer(purpose).dumps([int(until.replace(tzinfo=UTC).timestamp()), *facts])


def read(purpose: str, token: str) -> SignedLink | None:
    """What a token says; None when it was not signed by us, or for another purpose."""
    try:
        until, *facts = _signer(purpose).loads(token)
    except BadSignature:
        return None
    return SignedLink(tuple(facts), datetime.fromtimestamp(until, UTC).replace(tzinfo=None))


def keep_to_itself(response: Response) -> Response:
    """For the `after_request` of a blueprint whose addresses are such links."""
    response.headers.update(HEADERS)
    return response


def _signer(purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=f"link to {purpose}")
