"""Drawing measures is measured as a browser asks for it. No figure is judged here."""

from pro_am.operations.bench import measured, tables
from pro_am.operations.bench.measured import MeasuredFigure


def test_the_page_of_a_series_is_measured():
    found = list(measured.figures(20, seconds=0.1, seed=1, tell=lambda _what: None))

    assert [figure.unit for figure in found] == ["ms", ""]
    assert all(figure.found > 0 for figure in found)


def test_a_slow_page_is_told():
    slow = MeasuredFigure("a year of measures", "ms", found=51, at_most=50)

    assert "not met" in tables.measures([slow])
