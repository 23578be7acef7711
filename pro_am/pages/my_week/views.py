"""The page a member lands on, and the one button that pauses all they offer."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.accounts.rules import Role
from pro_am.bookings.rules.life import STATES
from pro_am.conversations import queries as threads
from pro_am.foundation import clock, time_zones
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web import wording
from pro_am.foundation.web.forms import told
from pro_am.foundation.web.offline import keep_offline
from pro_am.foundation.web.policy import Policy, allow
from pro_am.pages.my_week import queries, rules
from pro_am.pages.my_week.queries import CalendarLine, ProfileLine
from pro_am.pages.my_week.rows import row_of
from pro_am.pages.my_week.rules import DAYS, OfferingFacts
from pro_am.profiles import actions as profiles
from pro_am.profiles import queries as profile_queries
from pro_am.profiles.models import Profile
from pro_am.profiles.rules import PLACE_MODES, Publication
from pro_am.programmes.queries.today import planned_today
from pro_am.standing.rules import ReviewedAs
from pro_am.trust.rules.rounding import reviews_missing

blueprint = Blueprint("my_week", __name__, url_prefix="/my-week")

FARTHEST = timedelta(days=366)  # backwards and ahead


@blueprint.get("/")
@allow(Policy.MEMBER)
def show() -> ResponseReturnValue:
    keep_offline()
    member, now = current_member(), clock.now()
    zone = time_zones.zone(member.time_zone)
    today = time_zones.to_local(now, zone).date()
    first = _asked_day(today)
    span = rules.span_of(first, zone)
    profile = queries.profile_line(member)
    dates = [first + timedelta(days=number) for number in range(DAYS)]
    calendar = queries.calendar_line(profile.id, dates, span) if profile else None
    bookings = queries.bookings_around(member, span, now)
    facts = queries.whereabouts(
        member,
        ReviewedAs.PROVIDER if profile else ReviewedAs.HOST,
        after=max(span.end, now),
        unread=threads.unread_count(member),
        is_steward=member.has_role(Role.STEWARD),
    )
    offering = _offering(profile, calendar) if profile else None
    then = time_zones.to_local(facts.next_at, zone) if facts.next_at else None
    return render_template(
        "pages/my_week.html",
        to_do=[row_of(each, member) for each in rules.to_do(bookings, facts.counts, offering)],
        days=rules.days_of(
            first,
            now,
            zone,
            bookings,
            calendar.free if calendar else [],
            calendar.exceptions if calendar else {},
        ),
        first=first,
        last=dates[-1],
        today=today,
        previous_url=_week_url(first - timedelta(days=DAYS), today),
        next_url=_week_url(first + timedelta(days=DAYS), today),
        then_url=_week_url(then.date(), today) if then else None,
        then_words=wording.moment(facts.next_at, member.time_zone) if facts.next_at else "",
        profile=profile,
        calendar=calendar,
        facts=facts,
        planned_today=planned_today(member, today) if facts.may_call else [],
        reviews_missing=reviews_missing(facts.evidence),
        states=STATES,
    )


@blueprint.get("/print")
@allow(Policy.MEMBER)
def printed() -> ResponseReturnValue:
    """What is agreed in seven days, for the kitchen door."""
    member = current_member()
    zone = time_zones.zone(member.time_zone)
    first = _asked_day(time_zones.to_local(clock.now(), zone).date())
    bookings = queries.printed_bookings(member, rules.span_of(first, zone))
    dates = [first + timedelta(days=number) for number in range(DAYS)]
    return render_template(
        "pages/print_week.html",
        first=first,
        days=[
            (day, [each for each in bookings if _begins_on(each.starts_at, day, first, zone)])
            for day in dates
        ],
        places=PLACE_MODES,
        shows_allergies=request.args.get("allergies") == "yes",
    )


@blueprint.post("/pause")
@allow(Policy.OWNER)
def pause() -> ResponseReturnValue:
    profiles.pause_profile(_own_profile())
    flash(_("Everything is paused. What is already agreed stays agreed."), "success")
    return redirect(url_for(".show"), 303)


@blueprint.post("/resume")
@allow(Policy.OWNER)
def resume() -> ResponseReturnValue:
    try:
        profiles.publish_profile(_own_profile())
    except Refusal as refusal:
        flash(told(refusal), "warning")
    else:
        flash(_("Welcome back: people can find and book you again."), "success")
    return redirect(url_for(".show"), 303)


def _begins_on(start: datetime, day: date, first: date, zone: ZoneInfo) -> bool:
    """What began the evening before the first day stands on the first."""
    return max(time_zones.to_local(start, zone).date(), first) == day


def _own_profile() -> Profile:
    """Somebody's own profile that was public once; a draft has nothing to pause."""
    profile = profile_queries.profile_of(current_member()) or abort(404)
    return profile if profile.state is not Publication.DRAFT else abort(404)


def _asked_day(today: date) -> date:
    """The first day to show: the asked one, or today."""
    try:
        day = date.fromisoformat(request.args.get("from", ""))
    except ValueError:
        return today
    return day if abs(day - today) <= FARTHEST else today


def _week_url(day: date, today: date) -> str | None:
    if abs(day - today) > FARTHEST:
        return None
    chosen: dict[str, Any] = {"from": day.isoformat()}
    return url_for(".show", _anchor="week", **chosen)


def _offering(profile: ProfileLine, calendar: CalendarLine | None) -> OfferingFacts:
    return OfferingFacts(
        has_picture=profile.has_picture,
        offers=profile.offers,
        has_hours=calendar is not None and calendar.has_hours,
    )
