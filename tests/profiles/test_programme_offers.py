"""An offer may be a programme of several weeks, with a price for each of them."""

import pytest
from sqlalchemy import select

from pro_am.bookings.actions import SeriesWish, Wish, request_series
from pro_am.bookings.rules.series import NoSeriesOfProgrammes
from pro_am.foundation.database import db
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import PlaceMode, PriceUnit, total_minor
from pro_am.profiles.rules.programmes import (
    ForOnePerson,
    PricedOtherwise,
    WeeksMissing,
    WeeksWithoutProgramme,
    check_programme,
)
from tests.factories import free_starts
from tests.factories.programmes import make_programme_offer

NEW = "/my-profile/offers/new"


@pytest.mark.parametrize(
    ("weeks", "unit", "seats", "is_group", "refusal"),
    [
        (None, PriceUnit.WEEK, 1, False, WeeksWithoutProgramme),
        (0, PriceUnit.WEEK, 1, False, WeeksMissing),
        (53, PriceUnit.WEEK, 1, False, WeeksMissing),
        (8, PriceUnit.SESSION, 1, False, PricedOtherwise),
        (8, PriceUnit.WEEK, 2, False, ForOnePerson),
        (8, PriceUnit.WEEK, 1, True, ForOnePerson),
    ],
)
def test_what_makes_no_sense_for_a_programme_is_refused(weeks, unit, seats, is_group, refusal):
    with pytest.raises(refusal):
        check_programme(weeks, unit, seats_most=seats, is_group=is_group)


def test_a_programme_costs_its_weeks():
    assert total_minor(PriceUnit.WEEK, 2500, people=1, minutes=60, weeks=8) == 20000


def test_ben_offers_a_programme_by_ticking_one_box(app, browser_of):
    ben = browser_of("ben")

    ben.submit(
        NEW, title="Calm weeks", price="25", is_programme="y", weeks="6", then="draft", is_group="y"
    )

    with app.app_context():
        offer = db.session.scalars(select(Offer).where(Offer.title == "Calm weeks")).one()
        assert (offer.weeks, offer.price_unit, offer.price_minor) == (6, PriceUnit.WEEK, 2500)
        assert (offer.seats_least, offer.seats_most, offer.is_group) == (1, 1, False)
        assert (offer.place_mode, offer.left_open) == (PlaceMode.REMOTE, [])


def test_a_weekly_price_without_a_programme_is_told_beside_the_field(browser_of):
    page = browser_of("ben").submit(NEW, title="Calm weeks", price="25", price_unit="week")

    assert page.status_code == 409
    assert "A price by the week belongs to a programme" in page.text


def test_its_price_is_told_by_the_week_wherever_it_is_shown(browser_of, done):
    done(lambda person: make_programme_offer(person("ben")))

    profile = browser_of(None).get("/pro/ben-keller").text
    mine = browser_of("ben").get("/my-profile/").text

    assert "a week, for 8 weeks" in mine
    assert "8 weeks" in profile


def test_whoever_asks_reads_what_they_book(app, browser_of, done):
    done(lambda person: make_programme_offer(person("ben")))
    with app.app_context():
        offer = db.session.scalars(select(Offer).where(Offer.weeks.is_not(None))).one()
        start = f"{free_starts(offer)[0]:%Y-%m-%dT%H:%MZ}"
        path = f"/book/{offer.public_id}?start={start}"

    page = browser_of("ana").get(path)

    assert "8 weeks × " in page.text
    assert "200" in page.text
    assert "First talk" in page.text
    assert 'name="weeks"' not in page.text


def test_nobody_repeats_a_programme_every_week(person):
    offer = make_programme_offer(person("ben"))
    asked = SeriesWish(Wish(start=free_starts(offer)[0], people=1), weeks=2)

    with pytest.raises(NoSeriesOfProgrammes):
        request_series(person("ana"), offer, asked, idempotency_key="twice")
