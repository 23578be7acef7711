"""Every page of the demo community, judged: accessible, valid, never wider than the screen.

The tests look at each page wide and light, then narrow and dark; the drill looks at every width in
both schemes and both languages.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import BookingState
from pro_am.conversations.models import Question
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.moderation.models import Report
from pro_am.notifications import queries as letters
from pro_am.operations.demo import illustrations, seeding
from pro_am.operations.demo.settling import PASSWORD
from pro_am.profiles import queries as profiles
from pro_am.profiles.actions import photos as gallery
from pro_am.profiles.models import Offer, Profile
from pro_am.reviews import queries as reviews
from tests.journeys.browser import axe as axe_on
from tests.journeys.browser import follow, screenshot, validate, why_no_axe, why_no_validator
from tests.journeys.conftest import skip_because

LOOKS = [(1366, "light"), (320, "dark")]
EVERY_LOOK = [(width, scheme) for width in (1366, 390, 320) for scheme in ("light", "dark")]

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@pytest.fixture
def paths(app: Flask) -> dict[str | None, list[str]]:
    """Pages by who opens them (an e-mail address, None for a visitor), without the language."""
    with app.test_request_context("/fr/"):
        seeding.fill()
        now = clock.now()
        lea, anais = _member("lea"), _member("anais")
        _fill_gallery(lea)
        offer = db.session.scalars(
            select(Offer).join(Offer.profile).where(Profile.member_id == lea.id)
        ).first()
        waiting = _booking(lea, BookingState.REQUESTED)
        confirmed = _booking(lea, BookingState.CONFIRMED)
        done = _booking(lea, BookingState.COMPLETED)
        to_review = reviews.to_review(anais, now)[0]
        about_lea = reviews.written_by(anais)[0]
        report = db.session.scalars(select(Report)).one()
        question = db.session.scalars(
            select(Question).where(Question.asker_id == report.reporter_id)
        ).first()
        assert offer is not None
        assert question is not None
        way_out = letters.way_out(anais.id, "messages", "fr")
        without_letters = urlsplit(way_out).path.removeprefix("/fr")
        public = [
            "/",
            "/search",
            "/search?q=pates&where=Nantes&km=10",
            "/search?q=zzzz&day=2030-01-12&after=19&before=22",
            "/search?where=nowhere-at-all&price=a-lot",
            "/search?craft=cooking&diet=vegetarian&without=milk&people=2&sort=price&where=Nantes",
            "/a/nantes",
            "/a/marseille",
            "/help",
            "/pro/lea-moreau",
            "/pro/lea-moreau/why",
            "/pro/lea-moreau/reviews",
            "/pro/lea-moreau/photos",
            "/pro/fatou-diarra",
            "/pro/fatou-diarra/why",
            "/how-it-works",
            "/about/privacy",
            "/about/contact",
            "/account/sign-up",
            "/account/sign-in?next=/fr/bookings",
            "/account/look-in-your-mailbox",
            "/account/new-password",
            "/account/new-password/an-old-link",
            "/account/confirm/an-old-link",
            "/account/email/undo/an-old-link",
            "/account/come-back/an-old-link",
            "/account/left",
            without_letters,
            "/nothing-here",
            "/dev/components",
            "/dev/letters/",
        ]
        return {
            None: public,
            "lea@example.org": [
                "/",
                "/my-profile/",
                "/my-profile/edit",
                "/my-profile/picture",
                "/my-profile/offers/new",
                "/my-profile/photos/",
                "/pro/lea-moreau?preview=yes",
                f"/my-profile/offers/{offer.public_id}",
                "/my-week/",
                "/my-calendar/",
                "/my-calendar/days",
                "/bookings",
                f"/bookings/{waiting.reference}",
                f"/bookings/{waiting.reference}/decline",
                f"/bookings/{confirmed.reference}",
                f"/bookings/{confirmed.reference}/cancel",
                f"/bookings/{done.reference}",
                "/reviews",
                "/reviews/about-me",
                "/inbox",
                "/inbox?show=unread",
                f"/inbox/{waiting.reference}",
                "/blocked",
                "/reports",
            ],
            "anais@example.org": [
                "/my-week/?from=2030-01-07",
                "/start-offering",
                "/account/",
                "/account/details",
                "/account/picture",
                "/account/password",
                "/account/email",
                "/account/email/confirm/an-old-link",
                "/account/sessions",
                "/account/letters",
                "/account/data",
                "/account/leave",
                "/bookings",
                f"/book/{offer.public_id}?people=4",
                "/reviews",
                f"/bookings/{to_review.reference}/review",
                f"/bookings/{about_lea.booking.reference}/review",
            ],
            "helen@example.org": [
                "/pro/karim-benali/ask",
                "/report/profile/lea-moreau",
                f"/reported/{report.public_id}",
                f"/block/{lea.public_id}",
                f"/inbox/{question.public_id}",
            ],
            "yann@example.org": [
                "/my-week/",
                "/stewards/",
                "/stewards/credentials/",
                "/moderation/",
                f"/moderation/{report.public_id}",
                "/admin/",
                "/admin/members/?q=a",
                f"/admin/members/{lea.public_id}",
                "/admin/profiles/",
                "/admin/profiles/lea-moreau/withdraw",
                "/admin/letters/?state=waiting",
                "/admin/jobs/",
                "/admin/texts/",
                "/admin/texts/fr/privacy",
                "/admin/log/",
                "/admin/crafts/",
                "/admin/crafts/new",
                "/admin/crafts/gardening",
            ],
        }


def test_every_page_is_accessible_and_fits(browser, address, paths):
    skip_because(why_no_axe())

    found = [
        f"{path} at {width} px, {scheme}: {finding}"
        for page, path, (width, scheme) in _every(browser, address, paths, "fr", LOOKS)
        for finding in _findings(page, f"{width}-{scheme}", path)
    ]

    assert found == []


def test_every_page_is_valid(browser, address, paths):
    skip_because(why_no_validator())
    pages = {
        f"{language}{path}": page.content()
        for language in ("fr", "en")
        for page, path, _look in _every(browser, address, paths, language, LOOKS[:1], raw=True)
    }

    assert validate(pages) == []


@pytest.mark.drill
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_in_every_look(browser, address, paths, language):
    skip_because(why_no_axe())

    found = [
        f"{path} at {width} px, {scheme}: {finding}"
        for page, path, (width, scheme) in _every(browser, address, paths, language, EVERY_LOOK)
        for finding in _findings(page, f"{language}-{width}-{scheme}", path)
    ]

    assert found == []


def _every(
    browser: Browser,
    address: str,
    paths: dict[str | None, list[str]],
    language: str,
    looks: list[tuple[int, str]],
    *,
    raw: bool = False,
) -> Iterator[tuple[Page, str, tuple[int, str]]]:
    for email, of_person in paths.items():
        context = browser.new_context(base_url=address, java_script_enabled=not raw)
        try:
            page = _signed_in(context, email)
            for path in of_person:
                for width, scheme in looks:
                    page.set_viewport_size({"width": width, "height": 900})
                    page.emulate_media(color_scheme=scheme)
                    page.goto(f"/{language}{path}")
                    yield page, path, (width, scheme)
        finally:
            context.close()


def _signed_in(context: BrowserContext, email: str | None) -> Page:
    page = context.new_page()
    if email:
        page.goto("/fr/account/sign-in")
        page.fill("#email", email)
        page.fill("#password", PASSWORD)
        follow(page, "main form button[type=submit]")
    return page


def _findings(page: Page, look: str, path: str) -> list[str]:
    name = path.strip("/").split("?")[0].replace("/", "-") or "home"
    screenshot(page, f"{name}-{look}")
    too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    wide = [f"{too_wide} px wider than the screen"] if too_wide > 0 else []
    return wide + axe_on(page)


def _member(key: str) -> Member:
    return db.session.scalars(select(Member).where(Member.email == f"{key}@example.org")).one()


def _fill_gallery(member: Member) -> None:
    """Three photos with words, and one without."""
    profile = profiles.profile_of(member)
    assert profile is not None
    for number, stem in enumerate(("pasta", "table", "market", "tart")):
        with illustrations.PICTURES[stem].jpeg().open("rb") as file:
            photo = gallery.add_photo(profile, file, upload_key=stem)
        if number < 3:
            gallery.describe_photos({photo: illustrations.PICTURES[stem].alt["fr"]})


def _booking(provider: Member, state: BookingState) -> Booking:
    found = db.session.scalars(
        select(Booking).where(Booking.provider_id == provider.id, Booking.state == state)
    ).first()
    assert found is not None, f"the demo has no booking that is {state}"
    return found
