import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form

from pro_am.foundation.web.fields import ClockField, MoneyField, TownField

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


class Everything(Form):
    town = TownField()
    price = MoneyField()
    time = ClockField()


@pytest.fixture
def filled(app):
    def fill(**typed):
        form = Everything(MultiDict(typed))
        form.validate()
        return form

    with app.test_request_context("/en/"):
        yield fill


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("18:30", 1110),
        ("18h30", 1110),
        ("18 h 30", 1110),
        ("18 H", 1080),
        ("8", 480),
        ("08:05", 485),
        ("0:00", 0),
        ("24:00", 1440),
        (" 9h ", 540),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(filled, typed, minute):
    form = filled(time=typed)

    assert (form.time.minute, form.errors) == (minute, {})


@pytest.mark.parametrize(
    "typed", ["24:01", "25", "18:60", "18:5", "noon", "-1:00", "0018:30", "18:30:00", "h30", "²:00"]
)
def test_what_is_no_time_of_day_is_said_so(filled, typed):
    form = filled(time=typed)

    assert form.time.minute is None
    assert form.errors == {"time": ["Write a time like 18:30."]}


def test_fields_left_empty_are_nobodys_mistake(filled):
    form = filled(town=" ", price="", time="")

    assert (form.town.town, form.price.minor, form.time.minute) == (None, None, None)
    assert form.errors == {}


def test_a_town_is_understood_or_asked_for_again(filled):
    assert filled(town="nantes").town.town.name == "Nantes"
    assert "town" in filled(town="Nowhere-les-Bains").errors


@pytest.mark.parametrize(("typed", "minor"), [("28", 2800), ("28,50", 2850), ("0", 0)])
def test_a_sum_is_read_in_cents(filled, typed, minor):
    assert filled(price=typed).price.minor == minor


@pytest.mark.parametrize("typed", ["-1", "cheap", "1e9", "9" * 20, "28.505"])
def test_what_is_no_sum_is_said_so(filled, typed):
    assert filled(price=typed).errors == {"price": ["Write a sum like 28 or 28.50."]}
