"""Levels as the runs write them: what they rest on, what is told, and what they let people do."""

import pytest
from sqlalchemy import delete, func, select

from pro_am.accounts import actions as accounts
from pro_am.accounts.rules import Role
from pro_am.bookings import actions as bookings
from pro_am.foundation import ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.profiles import actions as profiles
from pro_am.profiles.actions import OfferText
from pro_am.standing import queries as standing
from pro_am.standing.models import IdentityCheck
from pro_am.standing.rules import constants
from pro_am.standing.rules.levels import Level
from pro_am.standing.rules.unlocks import OneOfferForNow
from pro_am.trust import actions
from tests.factories import make_booking, only_offer


def letters(template, to):
    return db.session.scalar(
        select(func.count()).where(
            Letter.template == f"standing/{template}", Letter.recipient == to.email
        )
    )


@pytest.fixture
def known(person, offer, verify, time):
    """Ana dined three times at Ben's, and a steward has met her: she is known here."""
    ana = person("ana")
    for _ in range(3):
        booking = make_booking(ana, offer)
        bookings.confirm(booking, booking.provider, allergies_read=True)
        time.now = booking.ends_at
    actions.recompute()
    verify(ana)
    return ana


def test_who_is_met_and_keeps_bookings_rises_and_hears_of_it(known):
    assert standing.level_of(known.id) is Level.REACHABLE
    assert letters("level_reached", known) == 0, "where a member is met first is no news"

    actions.recompute()
    actions.recompute()

    assert standing.level_of(known.id) is Level.KNOWN
    assert letters("level_reached", known) == 1, "once"


def test_a_level_about_to_be_lost_is_told_and_kept_for_a_fortnight(known, time):
    actions.recompute()
    with transaction():
        db.session.execute(delete(IdentityCheck))

    actions.recompute()
    actions.recompute()

    assert letters("level_fading", known) == 1
    time.forward(days=13.9)
    assert standing.level_of(known.id) is Level.KNOWN
    time.forward(days=0.2)
    assert standing.level_of(known.id) is Level.REACHABLE
    actions.recompute()
    assert standing.held_level_of(known.id).level is Level.REACHABLE


def test_stewards_are_appointed_and_dismissed_at_once(person):
    cleo = person("cleo")
    accounts.grant_role(cleo, Role.STEWARD, by=None)
    assert standing.level_of(cleo.id) is Level.STEWARD

    actions.recompute()
    accounts.withdraw_role(cleo, Role.STEWARD, by=person("ana"))

    assert standing.level_of(cleo.id) is Level.REACHABLE


def another_like(offer):
    text = OfferText(**{name: getattr(offer, name) for name in OfferText.__annotations__})
    return profiles.create_offer(offer.profile, text, idempotency_key=ids.public_id())


def test_a_newcomer_has_one_open_offer_and_may_change_which(person, offer):
    second = another_like(offer)

    with pytest.raises(OneOfferForNow):
        profiles.publish_offer(second)

    assert not second.is_published
    profiles.pause_offer(offer)
    profiles.publish_offer(second)
    assert second.is_published


def test_the_page_says_why_a_second_offer_waits(app, browser_of, people, done):
    second: list[str] = []
    done(lambda _person: second.append(another_like(only_offer()).public_id))
    ben = browser_of("ben")

    answer = ben.submit("/my-profile/", action=f"/offers/{second[0]}/publish")

    assert "one open offer" in ben.follow(answer).text


def test_my_own_page_says_where_i_stand_and_what_is_missing(app, browser_of, people):
    ana = browser_of("ana")

    assert "Your level: Within reach" in ana.get("/account/").text
    page = ana.get("/my-trust/").text

    assert f"{constants.VOUCHING_BOOKINGS} more bookings" in page
    assert f"0 of 100; {constants.VOUCHING_STANDING * 100:.0f} are enough" in page
    assert browser_of(None).get("/my-trust/").status_code == 303
