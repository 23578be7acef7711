"""Counting tries."""

from datetime import timedelta

from pro_am.accounts import queries, rules
from pro_am.accounts.models import Try
from pro_am.accounts.rules import Throttle
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction


def count(throttle: Throttle, who: str) -> None:
    """Count a try in a transaction of its own, so that a refused act still counts."""
    now = clock.now()
    bucket = ids.fingerprint(f"{throttle.name} {who}")
    with transaction():
        tries = queries.tries_since(bucket, now - throttle.within)
        if not rules.is_over(throttle, tries):
            db.session.add(Try(bucket=bucket, at=now))
    if rules.is_over(throttle, tries):
        raise rules.TooManyTries(minutes=throttle.within // timedelta(minutes=1))
