"""Keeping pro-ams at hand."""

import pytest
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.accounts.events import DataTaken, MemberErased
from pro_am.accounts.models import Member
from pro_am.favourites import actions, queries, rules
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.moderation import actions as moderation
from pro_am.profiles import actions as profiles
from pro_am.profiles.models import Profile
from tests.factories import make_member, make_pro_am

BEN = "/favourites/ben-keller"


def profile_of_ben():
    return db.session.scalars(select(Profile).where(Profile.slug == "ben-keller")).one()


def test_a_member_keeps_somebody_once_and_lets_go(person, offer):
    ana = person("ana")

    actions.keep(ana, offer.profile)
    actions.keep(ana, offer.profile)

    assert [kept.slug for kept in queries.kept_by(ana)] == ["ben-keller"]
    actions.let_go(ana, [offer.profile_id])
    assert queries.kept_by(ana) == []


def test_who_was_kept_last_comes_first(person, offer, time):
    ana, other = person("ana"), make_pro_am(make_member("Dora Blanc"))
    actions.keep(ana, offer.profile)
    time.forward(minutes=1)
    actions.keep(ana, other.profile)

    assert [kept.slug for kept in queries.kept_by(ana)] == ["dora-blanc", "ben-keller"]


@pytest.mark.parametrize(
    ("kept", "is_own", "refusal"),
    [
        (0, True, rules.OwnProfile),
        (rules.MOST, False, rules.EnoughFavourites),
        (rules.MOST - 1, False, None),
    ],
)
def test_nobody_keeps_themselves_or_too_many(kept, is_own, refusal):
    if refusal is None:
        rules.check_keeping(kept, is_own=is_own)
        return
    with pytest.raises(refusal):
        rules.check_keeping(kept, is_own=is_own)


@pytest.mark.parametrize("gone", ["ana", "ben"])
def test_favourites_go_with_either_side(person, offer, gone):
    actions.keep(person("ana"), offer.profile)

    with transaction():
        publish(MemberErased(person(gone)))

    assert queries.kept_by(person("ana")) == []


def test_my_own_file_names_my_favourites(person, offer):
    actions.keep(person("ana"), offer.profile)
    taken = DataTaken(person("ana"), clock.now())
    publish(taken)

    assert list(taken.parts["favourites"]) == [
        {"name": "Ben Keller", "address_of_page": "/pro/ben-keller", "kept_at": clock.now()}
    ]


def test_the_heart_of_a_card_leads_back_to_the_card(browser_of, people):
    ana = browser_of("ana")
    sent = {"csrf_token": forms_token(ana), "then": "keep", "next": "/en/search?q=dinner"}

    answer = ana.client.post(f"/en{BEN}?at=offer-1", base_url="http://127.0.0.1", data=sent)

    assert (answer.status_code, answer.location) == (303, "/en/search?q=dinner#offer-1")
    page = ana.get("/search").text
    assert 'aria-pressed="true"' in page
    assert "Dinner at my table" in ana.get("/my-favourites").text


def forms_token(browser):
    page = browser.get("/search").text
    return page.split('name="csrf_token" value="')[1].split('"')[0]


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", "/\\evil"])
def test_nobody_is_led_to_another_site(browser_of, people, elsewhere):
    answer = browser_of("ana").submit(BEN, "ben-keller", next=elsewhere)

    assert (answer.status_code, answer.location) == (303, "/en/my-favourites")


def test_a_script_is_answered_in_json(browser_of, people):
    ana = browser_of("ana")
    data = {"csrf_token": forms_token(ana), "then": "keep"}
    asked = {"base_url": "http://127.0.0.1", "headers": {"Accept": "application/json"}}

    assert ana.client.post(f"/en{BEN}", data=data, **asked).json == {"kept": True}
    data["then"] = "let-go"
    assert ana.client.post(f"/en{BEN}", data=data, **asked).json == {"kept": False}


def test_a_visitor_is_led_to_sign_in_and_asked_again(browser_of, people):
    visitor = browser_of(None)

    answer = visitor.get(f"{BEN}?next=/en/search&then=keep")

    assert answer.status_code == 303
    assert "/favourites/ben-keller" in answer.location


def test_looking_at_the_question_keeps_nobody(app, browser_of, people):
    page = browser_of("ana").get(f"{BEN}?next=/en/search&then=keep")

    assert "Keep Ben" in page.text
    with app.app_context():
        assert queries.kept_by(db.session.get_one(Member, people["ana"])) == []


def test_who_cannot_be_booked_is_said_but_not_shown(app, browser_of, done, people):
    def keep_and_pause(person):
        actions.keep(person("ana"), profile_of_ben())
        profiles.pause_profile(profile_of_ben())

    done(keep_and_pause)

    page = browser_of("ana").get("/my-favourites").text

    assert "One of your favourites is not available now." in page
    assert "Ben" not in page
    browser_of("ana").submit("/my-favourites", "/let-go")
    assert "Nobody yet" in browser_of("ana").get("/my-favourites").text


def test_who_is_blocked_is_not_shown(browser_of, done, people):
    def keep_and_block(person):
        actions.keep(person("ana"), profile_of_ben())
        moderation.block(person("ben"), people["ana"])

    done(keep_and_block)

    assert "Dinner at my table" not in browser_of("ana").get("/my-favourites").text


@pytest.mark.parametrize("path", ["/favourites/nobody", "/favourites/draft"])
def test_unknown_people_are_not_found(browser_of, people, path):
    assert browser_of("ana").get(path).status_code == 404


def test_a_stranger_sees_their_own_favourites_alone(browser_of, done, people):
    done(lambda person: actions.keep(person("ana"), profile_of_ben()))

    assert "Nobody yet" in browser_of("cleo").get("/my-favourites").text
    assert 'aria-pressed="true"' not in browser_of("cleo").get("/pro/ben-keller").text
    assert 'aria-pressed="true"' in browser_of("ana").get("/pro/ben-keller").text


def test_leaving_says_that_favourites_go(browser_of, done, people):
    done(lambda person: actions.keep(person("ana"), profile_of_ben()))

    assert "Your favourites." in browser_of("ana", fresh=True).get("/account/leave").text


def test_who_left_is_no_favourite_any_more(browser_of, done, people, time):
    done(lambda person: actions.keep(person("ana"), profile_of_ben()))
    done(lambda person: accounts.leave(person("ben")))
    time.forward(days=15)
    done(lambda person: accounts.erase_the_gone())

    assert "Nobody yet" in browser_of("ana").get("/my-favourites").text
