"""Making a feed, choosing what it shows, ending it."""

from flask import current_app

from pro_am.accounts.models import Member
from pro_am.calendar_feeds import queries
from pro_am.calendar_feeds.models import CalendarFeed
from pro_am.calendar_feeds.rules import secret_of
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction


def make_feed(member: Member) -> None:
    """A new address; one that there was opens nothing from now on."""
    with transaction():
        feed = queries.feed_of(member)
        if feed is None:
            feed = CalendarFeed(member_id=member.id, shows_titles=False, shows_addresses=False)
            db.session.add(feed)
        feed.seed, feed.made_at = ids.public_id(), clock.now()
        feed.fingerprint = ids.fingerprint(secret_of(feed.seed, current_app.config["SECRET_KEY"]))


def choose(member: Member, *, titles: bool, addresses: bool) -> None:
    with transaction():
        if feed := queries.feed_of(member):
            feed.shows_titles, feed.shows_addresses = titles, addresses


def end_feed(member: Member) -> None:
    with transaction():
        if feed := queries.feed_of(member):
            db.session.delete(feed)
