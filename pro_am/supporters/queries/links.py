"""The address of a friend's page: signed, so that it opens without an account and is kept nowhere.

A supporter's `link_key` is in it; a new key ends every address that was ever sent.
"""

import hmac
from base64 import urlsafe_b64encode

from flask import current_app
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.foundation.web.addresses import public_url
from pro_am.supporters.models import Supporter
from pro_am.supporters.rules.life import SupporterState


def token_of(supporter: Supporter) -> str:
    return _signed(supporter.link_key)


def follow_url(supporter: Supporter) -> str:
    """Their page; before they have answered, the question."""
    return public_url("following.show", language=supporter.language, token=token_of(supporter))


def way_out(supporter: Supporter) -> str:
    """Where one press ends all letters: a button for people, RFC 8058 for mail programs."""
    return public_url("following.leave", language=supporter.language, token=token_of(supporter))


def supporter_from(token: str) -> Supporter | None:
    """Whose page an address opens; nobody's, when we did not sign it or the client removed them."""
    key = token.partition(".")[0]
    if not hmac.compare_digest(token.encode(), _signed(key).encode()):
        return None
    supporter = db.session.scalar(select(Supporter).where(Supporter.link_key == key))
    if supporter is None or supporter.state is SupporterState.REMOVED:
        return None
    return supporter if supporter.client.left_at is None else None


def _signed(key: str) -> str:
    secret = current_app.config["SECRET_KEY"].encode()
    code = hmac.digest(secret, b"link to follow " + key.encode(), "sha256")
    return f"{key}.{urlsafe_b64encode(code).decode().rstrip('=')}"
