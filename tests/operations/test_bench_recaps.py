"""Composing recaps is measured as the worker does it. No figure is judged here."""

from pro_am.operations.bench import recaps, tables
from pro_am.operations.bench.recaps import RecapFigure


def test_all_that_are_due_are_queued_and_measured():
    found = list(recaps.figures(30, seed=1, tell=lambda _what: None))

    assert [figure.unit for figure in found] == ["s", "s", "KB"]
    assert all(figure.found > 0 for figure in found)


def test_what_is_not_met_is_said():
    slow = RecapFigure("recaps", "s", found=61, at_most=60)

    assert "not met" in tables.recaps([slow])
