import numpy as np
import pytest

from pro_am.trust.rules.alarms import AlarmKind, alarms, to_pause
from pro_am.trust.rules.network import compute
from tests.trust.networks import Review, network_of

COOK = 0
TODAY = 400.0
GUESTS = range(1, 31)
# A guest a fortnight, each of whom has been around for long.
REGULAR = [Review(guest, COOK, 5, day=13.0 * guest) for guest in GUESTS]
LONG_AGO = [Review(guest, 31, 5, day=0.0) for guest in GUESTS]


def raised(*rows, evidence=None):
    network = network_of(evidence or [0.3] * 60, [*LONG_AGO, *REGULAR, *rows])
    result = compute(network, TODAY)
    return {alarm.kind: alarm for alarm in alarms(result, TODAY) if alarm.member == COOK}


def test_a_steady_year_raises_nothing():
    assert raised() == {}


def test_far_more_reviews_in_a_week_than_usual_are_a_burst():
    burst = [Review(guest, COOK, 5, day=TODAY - 2) for guest in range(1, 7)]

    alarm = raised(*burst)[AlarmKind.BURST]

    assert alarm.figures["in_the_week"] == 6
    assert alarm.figures["usual_in_a_week"] == pytest.approx(27 / 51, rel=0.1)
    assert len(alarm.reviews) == 6


@pytest.mark.parametrize(
    ("stars", "newcomers", "is_raised"), [(1, 3, True), (1, 2, False), (5, 9, False)]
)
def test_newcomers_who_contradict_everybody_are_looked_at(stars, newcomers, is_raised):
    rows = [Review(40 + i, COOK, stars, day=TODAY - 8 * i) for i in range(newcomers)]

    assert (AlarmKind.NEWCOMERS in raised(*rows)) == is_raised


def test_a_circle_that_praises_itself_is_looked_at():
    circle = [COOK, 40, 41, 42]
    rows = [
        Review(one, other, 5, day=TODAY - 20) for one in circle for other in circle if one != other
    ]

    assert raised(*rows)[AlarmKind.CLIQUE].figures["of_each_other"] == 3


def test_what_nobodies_write_raises_nothing():
    rows = [Review(40 + i, COOK, 1, day=TODAY - 2) for i in range(20)]

    assert raised(*rows, evidence=[0.3] * 40 + [0.0] * 20) == {}


@pytest.mark.parametrize(
    ("last", "pauses"),
    [
        ([1, 1, 1], True),
        ([1, 5, 1, 5, 1], True),
        ([1, 1], False),
        ([1, 1, 5, 5, 5, 1], False),
        ([3, 3, 3], False),
    ],
)
def test_three_bad_reviews_of_the_last_five_pause_offers(last, pauses):
    rows = [Review(i + 1, COOK, stars, day=TODAY - 2 * i) for i, stars in enumerate(last)]

    result = compute(network_of([0.3] * 60, [*LONG_AGO, *REGULAR, *rows]), TODAY)

    assert (COOK in dict(to_pause(result))) == pauses


def test_a_crowd_alone_pauses_nobody():
    crowd = [Review(40 + i, COOK, 1, day=TODAY - 2) for i in range(50)]

    result = compute(network_of([0.2] * 90, [*LONG_AGO, *crowd]), TODAY)

    assert to_pause(result) == []


def test_nobody_anywhere_raises_nothing():
    nothing = compute(network_of([], []), 0)

    assert alarms(nothing, 0) == []
    assert to_pause(nothing) == []
    assert np.size(nothing.standing) == 0
