"""Looking among saved searches is measured as it is done. No figure is judged here."""

from pro_am.operations.bench import saved, tables
from pro_am.operations.bench.saved import SavedFigure


def test_the_quick_way_finds_what_comparing_each_finds(monkeypatch):
    monkeypatch.setattr(saved, "DOCUMENTS", 100)
    monkeypatch.setattr(saved, "LOOKED_AT", 30)

    found = list(saved.figures(300, seed=1, tell=lambda _what: None))

    assert [figure.unit for figure in found] == ["ms"] * 4
    assert all(figure.found > 0 for figure in found)


def test_what_is_not_met_is_said():
    slow = SavedFigure("a change", "ms", found=101, at_most=100)

    assert "not met" in tables.saved_searches([slow])
