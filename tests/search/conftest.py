"""A small town of pro-ams for tests of search: of two crafts, here and there, free now and then."""

from datetime import timedelta

import pytest
from sqlalchemy import create_engine
from werkzeug.test import EnvironBuilder

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.rules.calendar_rules import WeeklyWindow
from pro_am.foundation import clock, jobs
from pro_am.foundation.database import db, transaction
from pro_am.operations import throw_away_postgres as postgres
from pro_am.profiles import actions as profiles
from pro_am.profiles.rules import PlaceMode
from pro_am.search import actions
from pro_am.search.engines.postgresql.database import Database
from pro_am.search.engines.postgresql.engine import PostgresqlEngine
from pro_am.search.engines.postgresql.tables import SCHEMA
from pro_am.search.rules.documents import TRAVELLING
from tests.factories import free_starts, make_booking, make_member, make_pro_am
from tests.search.offers import seeded

PRO_AMS = 24
TOWNS = ("Nantes (44)", "Rezé (44)", "Angers (49)", "Paris (75)", "Clisson (44)")
TITLES = ("Crêpes at home", "Pain au levain", "Running for all", "Yoga doux", "Soupes d’hiver")
HOURS = ((8, 12), (12, 14), (18, 23), (9, 22), (22, 26))


@pytest.fixture
def market(app, people):
    """Many different offers, some of them booked, all of them in the index."""
    rng = seeded(7)
    with app.app_context():
        with transaction():
            offers = [_any_offer(number, rng) for number in range(PRO_AMS)]
        host = db.session.get_one(Member, people["ana"])
        at_theirs = [offer for offer in offers if offer.place_mode not in TRAVELLING]
        for offer in at_theirs:
            starts = free_starts(offer)
            if starts:
                make_booking(host, offer, start=rng.choice(starts))
        actions.rebuild()
        return [offer.id for offer in offers]


@pytest.fixture
def settle(app):
    """Let the worker do what is waiting."""

    def settle():
        with app.app_context():
            jobs.run_due()

    return settle


def _any_offer(number, rng):
    place_mode = rng.choice(list(PlaceMode))
    offer = make_pro_am(
        make_member(f"Pro{number} Am{number}"),
        craft=rng.choice(["cooking", "fitness"]),
        title=rng.choice(TITLES),
        town=rng.choice(TOWNS),
        place_mode=place_mode,
        credential="State diploma",
        price_minor=0 if rng.random() < 0.5 else rng.choice([0, 1000, 2500, 4000]),
        published=False,
    )
    if offer.price_minor and offer.profile.craft.is_regulated:
        profiles.verify_credential(offer.profile, make_member(f"Steward{number} Seen"))
    _vary(offer, seeded(number))
    profiles.publish_offer(offer)
    calendar = calendars.calendar_of(offer.profile_id)
    first, last = rng.choice(HOURS)
    availability.change_hours(
        calendar.id,
        weekly=[WeeklyWindow(day, first * 60, last % 24 * 60) for day in rng.sample(range(7), 4)],
        notice_minutes=rng.choice([0, 24 * 60]),
        horizon_days=rng.choice([5, 60]),
        buffers=(0, rng.choice([0, 30]), rng.choice([0, 60])),
    )
    return offer


def _vary(offer, rng):
    offer.seats_least, offer.seats_most = rng.choice([(1, 2), (1, 6), (2, 8)])
    offer.is_instant = rng.random() < 0.5
    offer.profile.specialities = rng.sample(offer.profile.craft.specialities, 3)
    offer.profile.languages = rng.choice([["fr"], ["fr", "br"], ["en"]])
    if offer.profile.craft.is_food:
        offer.diets = rng.choice([[], ["halal"], ["vegan", "halal"]])
        may_hold = {} if "vegan" in offer.diets else {"milk": rng.choice(["yes", "may", "no"])}
        offer.allergens = offer.allergens | may_hold


def day_in(days):
    return (clock.now() + timedelta(days=days)).date().isoformat()


def query_string(**wishes):
    return EnvironBuilder(query_string=wishes).query_string


@pytest.fixture(scope="session")
def index_database(postgres_server):
    """A database of PostgreSQL without any of our tables, for all tests of its engine."""
    if postgres_server is None:
        pytest.skip(postgres.why_not())
    postgres_server.create_database("index")
    database = create_engine(postgres_server.url("index"))
    yield database
    database.dispose()


@pytest.fixture
def postgresql_engine(index_database):
    with index_database.begin() as connection:
        connection.exec_driver_sql(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
    return PostgresqlEngine(Database(index_database))
