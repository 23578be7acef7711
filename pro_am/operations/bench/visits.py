"""What the bench asks for: requests as a server hands them to the application, each of its kind."""

from collections.abc import Iterator
from contextvars import Context
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import cycle, product
from random import Random
from typing import Any

from flask import Flask, session
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import generate_csrf
from sqlalchemy import func, select
from werkzeug.datastructures import Headers
from werkzeug.test import EnvironBuilder, run_wsgi_app

from pro_am.accounts.models import SignedInSession
from pro_am.availability import queries as calendars
from pro_am.bookings.models import Booking
from pro_am.foundation import clock, ids, places
from pro_am.foundation.database import db, transaction
from pro_am.foundation.time_slots import TimeSlot
from pro_am.operations.market import AROUND_KM, CITY, TOWNS
from pro_am.profiles.models import Offer, Profile
from pro_am.profiles.rules import PlaceMode
from pro_am.profiles.rules.craft_fields import fields_from, form_name
from pro_am.reviews.models import Review

Environ = dict[str, Any]

WORDS = ("pasta", "pain", "dinner", "yoga", "running", "déjeuner", "renforcement")
DAYS_AHEAD = (3, 6, 10)
BOOKED_WITHIN = timedelta(days=50)


@dataclass(frozen=True)
class Visits:
    """Requests of one kind, and the status that a good answer has."""

    name: str
    environs: Iterator[Environ]
    status: int = 200
    different: int = 1
    """So many come before the first comes again."""


@dataclass(frozen=True)
class VisitingBrowser:
    """What the browser of somebody who is signed in sends along."""

    cookie: str
    token: str  # of every form


def all_visits(app: Flask, seed: int) -> list[Visits]:
    """In the application's context; what is to be posted comes last, for it changes the rest."""
    today = clock.now().date()
    searches = _searches(app, today)
    profiles = [get(app, f"/en/pro/{slug}") for slug in most_reviewed(10)]
    newcomer, *_others, regular = _hosts_by_bookings()
    reader, busy = browser_of(app, regular), browser_of(app, _busiest_provider())
    return [
        Visits("home", cycle([get(app, "/en/")])),
        Visits("home, drawn", cycle(_anew([get(app, "/en/")]))),
        Visits("home, known", cycle([_known_to_browser(app, "/en/")]), status=304),
        Visits("results", cycle(searches), different=len(searches)),
        Visits("results, drawn", cycle(_anew(searches)), different=len(searches)),
        Visits("results, new", _new_searches(app, today, seed)),
        Visits("profile", cycle(profiles), different=len(profiles)),
        Visits("profile, drawn", cycle(_anew(profiles)), different=len(profiles)),
        Visits("my bookings", cycle([get(app, "/en/bookings", cookie=reader.cookie)])),
        Visits(
            "my week",
            cycle([get(app, "/en/my-week/", cookie=host.cookie) for host in (reader, busy)]),
        ),
        Visits("booking request", _requests(app, browser_of(app, newcomer), seed), status=303),
    ]


def _anew(environs: list[Environ]) -> list[Environ]:
    """The same pages, drawn: whoever asks for what a page does not know gets one of their own."""
    return [
        {**each, "QUERY_STRING": "&".join(filter(None, (each["QUERY_STRING"], "drawn=anew")))}
        for each in environs
    ]


def _searches(app: Flask, today: date) -> list[Environ]:
    return [
        get(app, "/en/search", q=words, where=CITY, day=(today + timedelta(days)).isoformat())
        for words, days in product(WORDS, DAYS_AHEAD)
    ]


def _new_searches(app: Flask, today: date, seed: int) -> Iterator[Environ]:
    """Searches that nobody has made yet, as long as there are any."""
    city = places.find_town(CITY)
    assert city is not None  # noqa: S101 - it is among the towns that ship with the product
    towns = [town.label for town in places.towns_around(*city.point, AROUND_KM, TOWNS)]
    new = list(product(WORDS, towns, range(11, 41)))
    Random(seed).shuffle(new)  # noqa: S311 - the same order every time, no secret
    return (
        get(app, "/en/search", q=words, where=town, day=(today + timedelta(days)).isoformat())
        for words, town, days in new
    )


def _known_to_browser(app: Flask, path: str) -> Environ:
    """What a browser asks that has seen the page."""
    asked = get(app, path)
    _, _, headers = Context().run(run_wsgi_app, app, asked, buffered=True)
    return {**asked, "HTTP_IF_NONE_MATCH": headers["ETag"]}


def most_reviewed(count: int) -> list[str]:
    """Profiles with a full list of reviews: the longest pages there are."""
    most = (
        select(Review.subject_id, func.count().label("reviews"))
        .group_by(Review.subject_id)
        .subquery()
    )
    return list(
        db.session.scalars(
            select(Profile.slug)
            .join(most, most.c.subject_id == Profile.member_id)
            .order_by(most.c.reviews.desc(), Profile.id)
            .limit(count)
        )
    )


def _requests(app: Flask, browser: VisitingBrowser, seed: int) -> Iterator[Environ]:
    """A booking request for each slot, as long as there are any."""
    return (
        _post(
            app,
            f"/en/book/{public_id}",
            browser,
            idempotency_key=ids.public_id(),
            start=f"{start:%Y-%m-%dT%H:%MZ}",
            people="2",
            message="We look forward to it.",
            **answers,
        )
        for public_id, answers, start in _slots(seed)
    )


def _slots(seed: int) -> list[tuple[str, dict[str, str], datetime]]:
    """One slot a day of every calendar: its offer, what its craft asks of hosts, and when."""
    offers = db.session.scalars(
        select(Offer).where(Offer.place_mode == PlaceMode.PROVIDER).order_by(Offer.id)
    )
    one_of_each = {offer.profile_id: offer for offer in offers}.values()
    slots = [
        (offer.public_id, _answers(offer), start)
        for offer in one_of_each
        for start in _starts(offer)
    ]
    Random(seed).shuffle(slots)  # noqa: S311 - the same order every time, no secret
    return slots


def _answers(offer: Offer) -> dict[str, str]:
    asked = fields_from(offer.profile.craft.booking_questions)
    return {form_name(each.key): "Gently, please." for each in asked if each.required}


def _starts(offer: Offer) -> list[datetime]:
    calendar = calendars.calendar_for(offer)
    assert calendar is not None  # noqa: S101 - the market opens one for each
    timing = calendars.timing_of(calendar, offer)
    now = clock.now()
    starts = calendars.free_slots(calendar, timing, TimeSlot(now, now + BOOKED_WITHIN), now)
    first_of_day = {start.date(): start for start in reversed(starts)}
    return [start for start in first_of_day.values() if start > now + timedelta(days=2)]


def _hosts_by_bookings() -> list[int]:
    """Hosts, the one with the fewest bookings first."""
    return list(
        db.session.scalars(
            select(Booking.host_id)
            .group_by(Booking.host_id)
            .order_by(func.count(), Booking.host_id)
        )
    )


def _busiest_provider() -> int:
    """Who has the most bookings to show."""
    most = select(Booking.provider_id).group_by(Booking.provider_id)
    return db.session.scalars(most.order_by(func.count().desc(), Booking.provider_id)).first() or 0


def browser_of(app: Flask, member_id: int) -> VisitingBrowser:
    # In a context of its own: extensions keep what is the request's for as long as that lasts.
    with app.app_context(), app.test_request_context():
        secret, now = ids.secret(), clock.now()
        with transaction():
            db.session.add(
                SignedInSession(
                    fingerprint=ids.fingerprint(secret),
                    member_id=member_id,
                    created_at=now,
                    seen_at=now,
                    browser="bench",
                )
            )
        token = generate_csrf()
        signer = SecureCookieSessionInterface().get_signing_serializer(app)
        assert signer is not None  # noqa: S101 - there is a secret key
        value = signer.dumps({**session, "_user_id": secret, "_fresh": True})
    return VisitingBrowser(f"{app.config['SESSION_COOKIE_NAME']}={value}", token)


def get(app: Flask, path: str, *, cookie: str = "", **query: str) -> Environ:
    return _environ(app, path, cookie, query_string=query)


def _post(app: Flask, path: str, browser: VisitingBrowser, **form: str) -> Environ:
    data = {"csrf_token": browser.token, **form}
    return _environ(app, path, browser.cookie, method="POST", data=data)


def _environ(app: Flask, path: str, cookie: str, **request: Any) -> Environ:
    headers = Headers({"Cookie": cookie} if cookie else {})
    builder = EnvironBuilder(path, base_url=app.config["PUBLIC_URL"], headers=headers, **request)
    return builder.get_environ()
