"""Tables of strangers: their letters, delimiters, days and numbers, and what is wrong with them."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.foundation.refusal import Refusal
from pro_am.measures.rules import columns, moments, reading, tables
from pro_am.measures.rules.columns import Known
from pro_am.measures.rules.files import FileEmpty, NoColumns, NoTable, TooManyRows
from pro_am.measures.rules.kinds import SeriesKind
from pro_am.measures.rules.moments import NoDay, Order, OtherOrder, TwoDigitYear
from pro_am.measures.rules.values import FutureDay, NoNumber, OutOfBounds

PARIS = ZoneInfo("Europe/Paris")
TODAY = date(2030, 1, 7)
SLEEP = Known("sleep-id", SeriesKind.OTHER, "Heures de sommeil")


def read(text: str, *, order: Order | None = None, known=(SLEEP,)) -> reading.Reading:
    table = tables.read_table(text.encode())
    meant = columns.guess(table.header, known)
    return reading.read(table, columns.understood(table.header, meant, known), order, PARIS, TODAY)


@pytest.mark.parametrize(
    ("content", "header", "first"),
    [
        (b"date;poids\n2029-12-01;72,5\n", ("date", "poids"), ("2029-12-01", "72,5")),
        (b"date,weight\n2029-12-01,72.5\n", ("date", "weight"), ("2029-12-01", "72.5")),
        (b"date\tpas\n2029-12-01\t8 432\n", ("date", "pas"), ("2029-12-01", "8 432")),
        (b'date,poids\n2029-12-01,"72,5"\n', ("date", "poids"), ("2029-12-01", "72,5")),
        ("\ufeffdate;durée\n1.12.2029;30".encode(), ("date", "durée"), ("1.12.2029", "30")),
        ("date;durée\n1.12.2029;30".encode("cp1252"), ("date", "durée"), ("1.12.2029", "30")),
        ("date;durée\n1.12.2029;30".encode("utf-16"), ("date", "durée"), ("1.12.2029", "30")),
        (b"2029-12-01;72,5\n2029-12-02;72\n", ("", ""), ("2029-12-01", "72,5")),
        (b"date;poids\r\n\r\n2029-12-01;72,5\r\n", ("date", "poids"), ("2029-12-01", "72,5")),
    ],
)
def test_tables_are_read_as_programs_write_them(content, header, first):
    table = tables.read_table(content)

    assert table.header == header
    assert table.rows[0][1] == first


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", FileEmpty),
        (b"date;poids\n", FileEmpty),
        (b"just words\nand more\n", NoColumns),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR;", NoTable),
        (b"a;b\n" + b'"' + b"x" * 200_000, NoTable),
        (b"a;b\n" + b"1;2\n" * 10_001, TooManyRows),
        (b"a;" * 40 + b"b\n" + b"1;" * 40 + b"2\n", NoTable),
    ],
)
def test_what_is_no_table_is_refused(content, refusal):
    with pytest.raises(refusal):
        tables.read_table(content)


@settings(max_examples=100)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content):
    try:
        table = tables.read_table(content)
    except Refusal:
        return
    meant = ["when", *(f"new-{SeriesKind.WEIGHT}" for _ in table.header[1:])]
    found = columns.understood(table.header, meant, ())
    reading.read(table, found, Order.DAY_FIRST, PARIS, TODAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2029-12-01", date(2029, 12, 1)),
        ("2029/12/01", date(2029, 12, 1)),
        ("1.12.2029", date(2029, 12, 1)),
        ("1er décembre 2029", date(2029, 12, 1)),
        ("1 déc. 2029", date(2029, 12, 1)),
        ("Dec 1, 2029", date(2029, 12, 1)),
        ("1-Dec-2029", date(2029, 12, 1)),
    ],
)
def test_days_are_read_in_both_languages(text, day):
    assert moments.read_when(text, None, PARIS) == (day, None)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2029-12-01T08:30:00Z", datetime(2029, 12, 1, 8, 30)),
        ("2029-12-01 08:30", datetime(2029, 12, 1, 7, 30)),
        ("2029-12-01T08:30:15.250+02:00", datetime(2029, 12, 1, 6, 30, 15)),
        ("1.12.2029 à 8h30", datetime(2029, 12, 1, 7, 30)),
        ("1.12.2029 8:30 PM", datetime(2029, 12, 1, 19, 30)),
        ("1.12.2029 12:05 am", datetime(2029, 11, 30, 23, 5)),
    ],
)
def test_moments_are_read_on_the_clock_of_the_zone(text, at):
    assert moments.read_when(text, None, PARIS).at == at


def test_the_day_of_a_moment_is_that_of_the_zone():
    assert moments.read_when("2029-12-01T23:30:00Z", None, PARIS).day == date(2029, 12, 2)


@pytest.mark.parametrize(
    ("text", "order", "refusal"),
    [
        ("yesterday", None, NoDay),
        ("2029-13-01", None, NoDay),
        ("2029-12-01 25:00", None, NoDay),
        ("0001-01-01T00:00:00+14:00", None, NoDay),
        ("2029-12-01T00:00:00+99:00", None, NoDay),
        ("1.13.2029", None, NoDay),
        ("1 Smarch 2029", None, NoDay),
        ("01/12/29", Order.DAY_FIRST, TwoDigitYear),
        ("01/13/2029", Order.DAY_FIRST, OtherOrder),
        ("13/01/2029", Order.MONTH_FIRST, OtherOrder),
    ],
)
def test_what_is_no_day_is_refused(text, order, refusal):
    with pytest.raises(refusal):
        moments.read_when(text, order, PARIS)


def test_a_day_that_could_be_two_is_asked_for_never_guessed():
    text = "date;poids\n03/04/2029;72\n05/04/2029;73\n"

    assert read(text).asked == "03/04/2029"
    assert read(text).good == ()
    assert read(text, order=Order.DAY_FIRST).good[0].when.day == date(2029, 4, 3)
    assert read(text, order=Order.MONTH_FIRST).good[0].when.day == date(2029, 3, 4)


def test_one_clear_day_tells_how_all_are_meant():
    found = read("date;poids\n03/04/2029;72\n25/04/2029;73\n")

    assert [each.when.day for each in found.good] == [date(2029, 4, 3), date(2029, 4, 25)]


def test_days_in_both_orders_are_asked_for():
    assert read("date;poids\n13/04/2029;72\n04/25/2029;73\n").asked == "13/04/2029"


def test_wrong_lines_are_named_and_good_ones_stay():
    found = read(
        "Date;Poids (kg);Pas;Remarque\n"
        "2029-12-01;72,5;8432;fine\n"
        "2029-12-02;725;1;\n"
        "2030-02-01;72;1;\n"
        "someday;72;1;\n"
        "2029-12-05;;;\n"
        "2029-12-06;soon;;\n"
        "2029-12-07;72;5;;extra\n"
    )

    assert [(each.line, each.value) for each in found.good] == [
        (2, Decimal("72.5")),
        (2, Decimal(8432)),
        (3, Decimal(1)),
    ]
    assert found.good[0].note == "fine"
    assert [(each.line, type(each.why)) for each in found.wrong] == [
        (3, OutOfBounds),
        (4, FutureDay),
        (5, NoDay),
        (7, NoNumber),
        (8, reading.TooManyCells),
    ]


def test_lines_are_counted_as_an_editor_counts_them():
    found = read('date;poids;note\n2029-12-01;72;"two\nlines"\n\n2029-12-02;7;\n')

    assert [each.line for each in found.wrong] == [5]


def test_columns_are_known_by_their_names():
    header = ("Horodatage", "Body weight", "Heures de sommeil", "Nombre de pas", "Humeur", "Poids")

    assert columns.guess(header, [SLEEP]) == [
        "when",
        "new-weight",
        "sleep-id",
        "new-steps",
        "skip",
        "skip",
    ]


@pytest.mark.parametrize(
    ("header", "cell", "value"),
    [
        ("Weight (lb)", "160", "72.575"),
        ("Duration (h)", "1.5", "90"),
        ("Distance (m)", "5200", "5.2"),
        ("Distance (mi)", "3.1", "4.989"),
    ],
)
def test_units_are_turned_into_ours(header, cell, value):
    found = read(f"date;{header}\n2029-12-01;{cell}\n")

    assert [each.value for each in found.good] == [Decimal(value)]


def test_the_same_moment_twice_has_two_keys():
    found = read("date;minutes\n2029-12-01;30\n2029-12-01;30\n")

    assert len({each.key for each in found.good}) == 2
