import pytest
from sqlalchemy import func, select

from pro_am.accounts import actions as accounts
from pro_am.accounts.events import DataTaken
from pro_am.foundation import jobs
from pro_am.foundation.database import db
from pro_am.foundation.events import publish
from pro_am.foundation.outbox import Haste
from pro_am.notifications import actions as notifications
from pro_am.sos import actions, queries
from pro_am.sos.actions import Call, Settled
from pro_am.sos.models import Sos, SosAnswer, SosChoices
from pro_am.sos.rules.calling import (
    Delivery,
    ManyWords,
    NobodyToTell,
    NothingSaid,
    SosIsOver,
    SureAgain,
)
from pro_am.sos.rules.telephone import NoTelephone
from pro_am.sos.rules.words import AnswerKind, Pick, SosEnding
from pro_am.supporters import actions as supporters
from tests.sos.conftest import letters


def answer(told, kind=AnswerKind.CALL, words="", key="1"):
    actions.answer(told, kind, words, idempotency_key=key)


def test_everybody_who_follows_and_nobody_else_gets_it_at_once(person, friends, call):
    _, eli, fay, _ = friends("Dee", "Eli", "Fay", "Gus")
    supporters.leave(eli)
    supporters.remove(fay)
    notifications.mark_bounced(["gus@example.com"], words="x")

    call("So hungry")

    (letter,) = letters("sos/called")
    assert (letter.recipient, letter.haste, letter.state) == (
        "dee@example.com",
        Haste.URGENT,
        "waiting",
    )
    assert "“So hungry”" in letter.text
    assert letter.way_out
    assert "/en/follow/" in letter.way_out


def test_the_same_press_twice_is_one_sos(person, friends):
    friends("Dee")

    first = actions.call(person("ana"), Call(None, "x"), is_sure=False, idempotency_key="k")
    again = actions.call(person("ana"), Call(None, "x"), is_sure=False, idempotency_key="k")

    assert first.id == again.id
    assert len(letters("sos/called")) == 1


@pytest.mark.parametrize(("words", "refusal"), [("  ", NothingSaid), ("Help", NobodyToTell)])
def test_nothing_said_and_nobody_to_tell_are_told_kindly_and_leave_nothing(person, words, refusal):
    with pytest.raises(refusal):
        actions.call(person("ana"), Call(None, words), is_sure=True, idempotency_key="k")

    assert db.session.scalar(select(func.count()).select_from(Sos)) == 0


def test_the_fourth_in_an_hour_asks_and_then_goes(friends, call, time):
    friends("Dee")
    for _ in range(3):
        call()
        time.forward(minutes=5)

    with pytest.raises(SureAgain):
        call()
    assert len(letters("sos/called")) == 3

    call(is_sure=True)
    assert len(letters("sos/called")) == 4
    time.forward(minutes=61)
    call()


def test_an_answer_stands_in_the_thread_and_reaches_the_client_at_once(person, friends, call):
    friends("Dee")
    told = call().told[0]

    answer(told)
    answer(told)  # the same tap again
    answer(told, AnswerKind.WORDS, "Water first!", key="w")

    by_tap, in_words = letters("sos/answered")
    assert (by_tap.recipient, by_tap.haste) == ("ana@example.org", Haste.URGENT)
    assert "“I call you”" in by_tap.text
    assert "“Water first!”" in in_words.text
    [line] = queries.friends_of(queries.own_sos(person("ana"), told.sos.public_id))
    assert (line.name, line.delivery) == ("Dee", Delivery.ANSWERED)
    assert [each.kind for each in line.answers] == ["call", "words"]


def test_of_each_friend_the_delivery_is_shown(person, friends, call):
    friends("Dee", "Eli", "Fay")
    sos = call()
    for letter, state in zip(
        letters("sos/called"), ("sent", "undeliverable", "waiting"), strict=True
    ):
        letter.state = state
    db.session.commit()

    lines = queries.friends_of(queries.own_sos(person("ana"), sos.public_id))

    assert [line.delivery for line in lines] == ["sent", "not_arrived", "waiting"]


def test_after_it_is_over_nobody_answers_and_friends_hear_that_nothing_presses(friends, call):
    friends("Dee", "Eli")
    sos = call()
    answer(sos.told[0])
    letters("sos/called")[0].state = "sent"
    db.session.commit()

    actions.end(sos, SosEnding.ENJOYED)
    actions.end(sos, SosEnding.PASSED)  # pressed on an old page

    assert sos.ending is SosEnding.ENJOYED
    assert [each.recipient for each in letters("sos/ended")] == [
        "dee@example.com",
        "eli@example.com",
    ]
    assert [each.state for each in letters("sos/called")] == ["sent", "unwanted"]
    with pytest.raises(SosIsOver):
        answer(sos.told[1])


def test_a_friend_writes_ten_times_and_is_then_asked_to_call(friends, call):
    friends("Dee")
    told = call().told[0]
    for number in range(10):
        answer(told, AnswerKind.WORDS, "Hello", key=str(number))

    with pytest.raises(ManyWords):
        answer(told, AnswerKind.WORDS, "Hello", key="11")
    answer(told)


@pytest.mark.parametrize("what", ["silence", "answer", "end"])
def test_ten_minutes_later_whoever_is_alone_is_offered_to_ring_somebody_once(
    person, friends, call, time, what
):
    friends("Dee")
    actions.settle(person("ana"), Settled("", False, [("Mum", "06 12 34 56 78")]))
    sos = call()
    if what == "answer":
        answer(sos.told[0])
    if what == "end":
        actions.end(sos, SosEnding.PASSED)
    time.forward(minutes=9)
    jobs.run_due()
    assert letters("sos/unanswered") == []

    time.forward(minutes=1)
    jobs.run_due()
    actions.look_again(sos.id)

    offers = letters("sos/unanswered")
    assert len(offers) == (what == "silence")
    assert all("Ring Mum\ntel:0612345678\n" in each.text for each in offers)
    assert all("3114 (despair" in each.text for each in offers)


def test_words_of_distress_tell_friends_the_numbers_too(friends, call):
    friends("Dee")

    assert call("I want to die").shows_numbers
    assert not call("I want a kebab").shows_numbers

    grave, light = letters("sos/called")
    assert "112 · 15 · 17 · 114 · 3114" in grave.text
    assert "3114" not in light.text


def test_friends_ring_with_one_tap_if_the_client_wants(person, friends, call):
    friends("Dee")
    call()
    actions.settle(person("ana"), Settled("+33 6 12 34 56 78", False, []))
    call()

    without, with_phone = letters("sos/called")
    assert "tel:" not in without.html
    assert 'href="tel:+33612345678"' in with_phone.html
    assert 'href="sms:+33612345678"' in with_phone.html


def test_what_is_no_telephone_is_refused(person):
    with pytest.raises(NoTelephone):
        actions.settle(person("ana"), Settled("call me", False, []))

    assert queries.choices_of(person("ana")) is None


def test_each_friend_reads_it_in_their_language(person, friends, call):
    friends("Dee")
    supporters.speak(friends("Eli")[0], "fr")

    call(pick=Pick.KEBAB)

    english, french = letters("sos/called")
    assert "“I am dying for a kebab!”" in english.text
    assert "J’ai envie d’un kebab" in french.text
    assert "Je t’appelle" in french.text


def test_what_was_said_is_forgotten_after_ninety_days(friends, call, time):
    friends("Dee")
    answer(call().told[0])
    time.forward(days=91)
    call()

    actions.forget_old()

    assert db.session.scalar(select(func.count()).select_from(Sos)) == 1
    assert db.session.scalar(select(func.count()).select_from(SosAnswer)) == 0


def test_a_client_takes_it_along_and_leaves_nothing_behind(person, friends, call, time):
    ana = person("ana")
    friends("Dee")
    actions.settle(ana, Settled("0612345678", True, []))
    answer(call("x").told[0])
    event = DataTaken(ana, time.now)
    publish(event)
    [told] = event.parts["sos"]
    assert (told["words"], told["told"], told["answers"][0]["kind"]) == ("x", ["Dee"], "call")

    accounts.leave(ana)
    time.forward(days=15)
    accounts.erase_the_gone()

    for model in (Sos, SosAnswer, SosChoices):
        assert db.session.scalar(select(func.count()).select_from(model)) == 0
