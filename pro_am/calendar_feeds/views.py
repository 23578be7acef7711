"""The page of one's feed, and the feed itself, for programs that read calendars."""

from flask import Blueprint, Response, abort, current_app, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.accounts.models import Member
from pro_am.bookings.rules.invitation import Entry
from pro_am.bookings.views import ADDRESS_SHOWN_AFTER
from pro_am.calendar_feeds import actions, queries
from pro_am.calendar_feeds.forms import ShowsForm
from pro_am.calendar_feeds.models import CalendarFeed
from pro_am.calendar_feeds.queries import FedBooking
from pro_am.calendar_feeds.rules import feed_file
from pro_am.foundation import clock, time_zones
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow

blueprint = Blueprint("calendar_feeds", __name__, url_prefix="/bookings/in-my-calendar")
# What programs read has no language in its address: it is written in its member's.
reading = Blueprint("calendar_feed", __name__)


@blueprint.route("", methods=["GET", "POST"])
@allow(Policy.OWNER)
def mine() -> ResponseReturnValue:
    member, form = current_member(), ShowsForm()
    if form.is_valid_post():
        actions.choose(member, titles=bool(form.titles.data), addresses=bool(form.addresses.data))
        flash(_("Your choice is saved."), "success")
        return _back()
    feed = queries.feed_of(member)
    if request.method == "GET" and feed:
        form.titles.data, form.addresses.data = feed.shows_titles, feed.shows_addresses
    secret = queries.secret_for_owner(feed) if feed else None
    address = public_url("calendar_feed.read", secret=secret) if secret else None
    return page("calendar_feeds/mine.html", form, feed=feed, address=address)


@blueprint.post("/make")
@allow(Policy.OWNER)
def make() -> ResponseReturnValue:
    actions.make_feed(current_member())
    flash(
        _("Here is your address. Give it to your calendar program, and to nobody else."), "success"
    )
    return _back()


@blueprint.post("/end")
@allow(Policy.OWNER)
def end() -> ResponseReturnValue:
    actions.end_feed(current_member())
    flash(_("The address opens nothing any more."), "success")
    return _back()


@reading.get("/feed/<secret>.ics")
@allow(Policy.PUBLIC)
def read(secret: str) -> ResponseReturnValue:
    feed, member = queries.feed_with(secret) or abort(404)
    with force_locale(member.language):
        entries = [_entry(each, feed, member) for each in queries.fed_bookings(member, clock.now())]
        content = feed_file(current_app.config["COMMUNITY_NAME"], entries)
    answer = Response(content, content_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Content-Disposition"] = 'inline; filename="bookings.ics"'
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.add_etag()
    answer.make_conditional(request.environ)
    return answer


def _entry(booking: FedBooking, feed: CalendarFeed, member: Member) -> Entry:
    url = public_url("bookings.show", language=member.language, reference=booking.reference)
    shows_door = (
        feed.shows_addresses
        and booking.address
        and clock.now() < booking.ends_at + ADDRESS_SHOWN_AFTER
    )
    area = f"{booking.address}, {booking.town_name}" if shows_door else booking.town_name
    title = _("%(title)s with %(name)s", title=booking.title, name=booking.other)
    return Entry(
        uid=f"{booking.reference}@{current_app.config['TRUSTED_HOSTS'][0]}",
        sequence=booking.revision,
        is_cancelled=False,
        summary=title if feed.shows_titles else str(current_app.config["COMMUNITY_NAME"]),
        description=url,
        area=area if feed.shows_titles or shows_door else "",
        start=booking.starts_at,
        end=booking.ends_at,
        zone=time_zones.zone(booking.time_zone),
        stamped_at=booking.changed_at,
        url=url,
    )


def _back() -> ResponseReturnValue:
    return redirect(url_for(".mine"), 303)
