from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.config import LANGUAGES
from pro_am.sos.rules import calling
from pro_am.sos.rules.calling import Delivery, NobodyToTell, SureAgain
from pro_am.sos.rules.distress import speaks_of_distress
from pro_am.sos.rules.numbers import numbers_of
from pro_am.sos.rules.words import PICKS, Pick, SosEnding, endings_for

NOW = datetime(2030, 1, 7, 12, 0)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    "words",
    [
        "J’ai envie de mourir",
        "j'ai envie de mourir.",
        "JE VEUX EN FINIR",
        "Je n’ai plus envie de vivre…",
        "Ils seraient mieux sans moi",
        "j ai envie de me faire du mal",
        "Je me fais vomir après les repas",
        "Il me frappe",
        "J’ai mal à la poitrine et je n’arrive plus à respirer",
        "en\u00adfin : je veux\u200b mourir",
        "I want to die",
        "i don’t want to live any more",
        "I don't want to live like this",
        "thinking about suicide",
        "Going to hurt myself",
        "self-harm again",
        "a strange pain in my chest",
    ],
)
def test_words_of_distress_are_heard_however_they_are_written(words):
    assert speaks_of_distress(words)


@pytest.mark.parametrize(
    "words",
    [
        "J’ai envie d’un kebab !",
        "Je n’ai pas la force aujourd’hui",
        "Je meurs de faim",
        "j’ai envie de mourir de rire",
        "Je veux en finir avec ce dessert",
        "C’est mortel, cette séance",
        "Il me bat toujours au tennis",
        "Les suicidés du dessert",  # whole words only
        "un suicide culinaire",
        "I am dying for a kebab!",
        "That cake is to die for",
        "My legs are killing me",
        "I could kill for fries",
        "a sugar overdose",
        "",
    ],
)
def test_hunger_and_figures_of_speech_are_no_distress(words):
    assert not speaks_of_distress(words)


def test_nothing_that_is_offered_to_pick_is_distress():
    assert not any(speaks_of_distress(words) for words in PICKS.values())


@settings(max_examples=60)
@given(before=st.text(max_size=30), after=st.text(max_size=30))
def test_whatever_stands_around_distress_is_heard(before, after):
    assert speaks_of_distress(f"{before} | suicidal | {after}")


@pytest.mark.parametrize("country", ["FR", "BE", "CH", "LU", "CA", "GB", "IE", "US", "XX"])
def test_every_country_has_a_number_for_any_emergency_first_and_says_what_each_is_for(country):
    numbers = numbers_of(country)

    assert numbers[0].number in ("112", "911", "999")
    assert all(set(each.about) == set(LANGUAGES) and each.dialled.isdigit() for each in numbers)
    assert all(each.takes_calls or each.takes_texts for each in numbers)


def test_in_france_the_five_numbers_are_there_and_114_is_for_texts():
    numbers = {each.number: each for each in numbers_of("FR")}

    assert list(numbers) == ["112", "15", "17", "114", "3114"]
    assert (numbers["114"].takes_texts, numbers["114"].takes_calls) == (True, False)


@pytest.mark.parametrize(
    ("minutes_ago", "is_asked"),
    [([], False), ([1, 2], False), ([1, 2, 59], True), ([1, 2, 60], False), ([1, 2, 3, 4], True)],
)
def test_the_fourth_in_an_hour_is_asked_about_and_never_refused(minutes_ago, is_asked):
    earlier = [NOW - minutes * MINUTE for minutes in minutes_ago]

    if is_asked:
        with pytest.raises(SureAgain):
            calling.check_calling(earlier, NOW, friends=1, is_sure=False)
    else:
        calling.check_calling(earlier, NOW, friends=1, is_sure=False)
    calling.check_calling(earlier, NOW, friends=1, is_sure=True)


def test_whoever_would_reach_nobody_is_told_so():
    with pytest.raises(NobodyToTell):
        calling.check_calling([], NOW, friends=0, is_sure=True)


@pytest.mark.parametrize(
    ("minutes", "answers", "is_over", "is_alone"),
    [(9, 0, False, False), (10, 0, False, True), (10, 1, False, False), (10, 0, True, False)],
)
def test_after_ten_minutes_without_an_answer_we_offer_to_call(minutes, answers, is_over, is_alone):
    called_at = NOW - minutes * MINUTE

    assert is_alone is calling.is_alone(
        called_at=called_at, answers=answers, is_over=is_over, now=NOW
    )


@pytest.mark.parametrize(
    ("state", "has_answered", "delivery"),
    [
        ("waiting", False, Delivery.WAITING),
        ("sending", False, Delivery.WAITING),
        ("sent", False, Delivery.SENT),
        ("unknown", False, Delivery.UNSURE),
        ("failed", False, Delivery.NOT_ARRIVED),
        ("undeliverable", False, Delivery.NOT_ARRIVED),
        ("unwanted", False, Delivery.NOT_ARRIVED),
        (None, False, Delivery.SENT),
        ("failed", True, Delivery.ANSWERED),
    ],
)
def test_of_each_friend_it_is_said_what_is_known(state, has_answered, delivery):
    assert calling.delivery_of(state, has_answered=has_answered) is delivery


@pytest.mark.parametrize(
    ("pick", "is_grave", "offers_eating"),
    [
        (Pick.KEBAB, False, True),
        (None, False, True),
        (Pick.VOICE, False, False),
        (None, True, False),
        (Pick.KEBAB, True, False),
    ],
)
def test_having_eaten_is_an_ending_only_where_it_was_about_food(pick, is_grave, offers_eating):
    assert (SosEnding.ENJOYED in endings_for(pick, is_grave=is_grave)) is offers_eating
    assert SosEnding.PASSED in endings_for(pick, is_grave=is_grave)
