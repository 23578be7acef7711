"""The checker of cases agrees with what is right, and sees what is not."""

import json
from pathlib import Path

import pytest

from pro_am.operations.cases.checking import outcomes
from pro_am.operations.cases.commands import check_cases

CASES = Path(__file__).parents[1] / "availability" / "cases.json"
OF_BOOKINGS = Path(__file__).parents[1] / "bookings" / "cases.json"
OPEN_ON_WEDNESDAYS = {
    "id": "X1",
    "calendar": {
        "zone": "Europe/Paris",
        "weekly": [{"day": 2, "start": "10:00", "end": "11:00"}],
    },
    "query": {"from": "2027-01-20T00:00Z", "to": "2027-01-21T00:00Z"},
    "expected_free_utc": [["2027-01-20T09:00Z", "2027-01-20T10:00Z"]],
}


@pytest.fixture
def checked(tmp_path):
    def check(**changed):
        file = tmp_path / "cases.json"
        file.write_text(json.dumps({"availability": [OPEN_ON_WEDNESDAYS | changed]}))
        [outcome] = outcomes(file)
        return outcome.words

    return check


@pytest.mark.parametrize("file", [CASES, OF_BOOKINGS], ids=["availability", "bookings"])
def test_the_rules_say_what_our_own_cases_say(file):
    found = list(outcomes(file))

    assert found
    assert [outcome.words for outcome in found if outcome.fault or outcome.skipped] == []


def test_a_case_that_holds_is_said_to_hold(checked):
    assert checked() == "X1 ok"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"expected_free_utc": []}, "expected [] got"),
        ({"expected_free_utc": None}, "it expects nothing"),
        ({"weather": "rain"}, "Nobody knows what weather means"),
        ({"calendar": {"zone": "Europe/Paris", "colour": "red"}}, "what colour means"),
        ({"query": {"from": "2027-01-20T00:00Z"}}, "KeyError"),
    ],
)
def test_a_case_that_does_not_hold_or_is_not_understood_fails(checked, changed, words):
    assert checked(**changed).startswith("X1 FAIL")
    assert words in checked(**changed)


def test_the_command_counts_and_its_exit_tells(app, tmp_path):
    wrong = tmp_path / "wrong.json"
    cases = [OPEN_ON_WEDNESDAYS, OPEN_ON_WEDNESDAYS | {"expected_free_utc": []}]
    wrong.write_text(json.dumps({"availability": cases, "weather": [{}]}))

    told = app.test_cli_runner().invoke(check_cases, [str(wrong)])

    assert told.exit_code == 1
    assert "weather skipped: 1 cases of a kind that is not known here" in told.output
    assert told.output.endswith("1 ok, 1 failed\n")
    assert app.test_cli_runner().invoke(check_cases, [str(CASES)]).exit_code == 0
