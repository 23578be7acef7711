"""Asking, the reminder, ending and forgetting: what is kept of a friend, and what is not."""

import pytest
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.foundation.database import db
from pro_am.supporters import actions, queries
from pro_am.supporters.actions import Guest
from pro_am.supporters.models import AsksNobody, Cheer, RecapRhythm, Supporter
from pro_am.supporters.queries import links
from pro_am.supporters.rules import asking
from pro_am.supporters.rules.life import SupporterState
from tests.factories import make_member
from tests.supporters.conftest import DEE, letters


def test_the_same_address_twice_is_one_friend_and_one_letter(person, ask):
    ana = person("ana")

    first, second = ask(ana), ask(ana, f" {DEE.upper()} ", name="Deedee")

    assert first is second
    assert (first.name, first.state) == ("Dee", SupporterState.ASKED)
    assert [(letter.recipient, letter.member_id) for letter in letters()] == [(DEE, None)]


def test_the_letter_that_asks_says_nothing_a_client_may_choose_but_names(person, ask):
    ask(person("ana"), name="Dee\nhttp://evil.example")

    (letter,) = letters()
    assert "\n" not in letter.subject
    assert "/en/follow/" in letter.text


def test_nobody_asks_themselves(person, ask):
    with pytest.raises(asking.OwnAddress):
        ask(person("ana"), "Ana@example.org")


def test_ten_friends_a_day_are_asked_and_no_more(person, ask, time):
    ana = person("ana")
    for number in range(10):
        ask(ana, f"{number}@example.com")

    with pytest.raises(asking.TooManyAsks):
        ask(ana, "more@example.com")

    time.forward(days=1, minutes=1)
    ask(ana, "more@example.com")


def test_one_reminder_then_the_address_is_forgotten(person, ask, time):
    friend = ask(person("ana"))
    for _ in range(40):
        time.forward(days=1)
        actions.see_to_asks()

    assert len(letters("supporters/asked")) == 2
    assert (friend.state, friend.email) == (SupporterState.LAPSED, None)
    assert DEE not in friend.address_mark


def test_who_has_answered_is_not_reminded(person, ask, time):
    actions.accept(ask(person("ana")))

    time.forward(days=6)
    actions.see_to_asks()

    assert len(letters()) == 1


def test_pressing_yes_twice_is_one_yes(person, ask, time):
    friend = ask(person("ana"))
    actions.accept(friend)
    said_at = friend.answered_at
    time.forward(hours=1)

    actions.accept(friend)

    assert (friend.state, friend.answered_at) == (SupporterState.FOLLOWING, said_at)


def test_whoever_says_no_is_not_asked_again_by_this_client(person, ask, time):
    friend = ask(person("ana"))
    actions.decline(friend)
    time.forward(days=400)

    assert friend.email is None
    with pytest.raises(asking.SaidNo):
        ask(person("ana"))
    assert ask(person("ben")).state is SupporterState.ASKED


def test_never_again_holds_for_everybody_and_keeps_a_fingerprint_alone(person, ask):
    friend = ask(person("ana"))
    actions.decline(friend, asks_nobody=True)

    with pytest.raises(asking.AsksNobody):
        ask(person("ben"))
    (kept,) = db.session.scalars(select(AsksNobody))
    assert kept.address_mark == friend.address_mark
    assert friend.email is None


def test_a_letter_that_has_not_left_stays_when_the_friend_is_removed(person, ask):
    friend = ask(person("ana"))
    token = links.token_of(friend)

    actions.remove(friend)

    assert [letter.state for letter in letters()] == ["unwanted"]
    assert (friend.state, friend.email) == (SupporterState.REMOVED, None)
    assert links.supporter_from(token) is None
    assert queries.supporters_of(person("ana")) == []


def test_asked_again_after_removal_the_old_address_stays_closed(person, ask, time):
    friend = ask(person("ana"))
    token = links.token_of(friend)
    actions.remove(friend)
    with pytest.raises(asking.AskedLately):
        ask(person("ana"))
    time.forward(days=31)

    again = ask(person("ana"))

    assert again.id == friend.id
    assert links.supporter_from(token) is None
    assert links.supporter_from(links.token_of(again)) is again


def test_one_cheer_a_day_on_the_clients_calendar(person, ask, time):
    friend = ask(person("ana"))
    actions.accept(friend)

    said = [actions.cheer(friend, "Bravo"), actions.cheer(friend, "Again")]
    time.forward(hours=11)  # midnight in Paris
    said.append(actions.cheer(friend))

    assert said == [True, False, True]
    assert [cheer.words for cheer in db.session.scalars(select(Cheer))] == ["Bravo", ""]


def test_only_those_who_said_yes_and_stayed_are_reached(person, ask):
    ana = person("ana")
    follows, left, asked = (ask(ana, f"{n}@example.com") for n in range(3))
    for each in (follows, left):
        actions.accept(each)
    actions.leave(left)

    assert queries.reached_by(ana) == [follows]
    assert asked.state is SupporterState.ASKED


def test_nothing_of_friends_is_left_when_their_client_is_erased(person, ask, time):
    ana = person("ana")
    friend = ask(ana)
    actions.accept(friend)
    actions.cheer(friend, "Bravo")
    token = links.token_of(friend)

    actions.forget_client(ana)

    for model in (Supporter, Cheer, RecapRhythm):
        assert db.session.scalar(select(model)) is None
    assert links.supporter_from(token) is None


def test_the_page_closes_while_its_client_has_left(person, ask):
    ana = person("ana")
    friend = ask(ana)
    token = links.token_of(friend)

    accounts.leave(ana)

    assert links.supporter_from(token) is None


def test_an_address_of_another_key_opens_nothing(person, ask, app):
    friend, other = ask(person("ana")), ask(person("ben"))
    key, code = links.token_of(friend).split(".")

    for token in (f"{key}.", f"{other.link_key}.{code}", key, "", "é.é", f"{key}.{code}x"):
        assert links.supporter_from(token) is None


def test_what_a_friend_may_see_is_what_we_know(person):
    make_member("Dan Roy")
    guest = Guest("Dee", DEE, "en", ["weight", "items"])

    assert actions.ask(person("ana"), guest).sees == ["items"]
