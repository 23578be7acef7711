"""`flask search bench`: its documents, and that it measures and judges what it says."""

import json
from dataclasses import replace

import pytest

from pro_am.operations.bench.search import measuring
from pro_am.operations.bench.search.commands import bench
from pro_am.operations.bench.search.corpus import Corpus
from pro_am.operations.bench.search.figures import (
    KindFigure,
    Measured,
    Ratio,
    SearchFigures,
    Spread,
    Times,
)
from pro_am.operations.bench.search.questions import kinds
from pro_am.search.engines.memory import MemoryEngine

QUICK, SLOW = Spread(1, 1, 1), Spread(1, 70, 200)
QUICK_TIMES, SLOW_TIMES = Times(QUICK, QUICK), Times(SLOW, SLOW)


def test_a_corpus_is_the_same_for_the_same_seed_whatever_its_size():
    few, more = list(Corpus(40).documents()), list(Corpus(60).documents())

    assert [each.offer_id for each in more] == list(range(1, 61))
    assert few == more[:40]
    assert list(Corpus(40, seed=2).documents()) != few


def test_searches_of_each_kind_find_somebody_or_fit_their_name():
    corpus, engine = Corpus(300), MemoryEngine()
    engine.rebuild(corpus.documents(), 1)

    found = {
        kind.name: sum(bool(engine.search(query)) for query in kind.queries)
        for kind in kinds(corpus, 10)
    }

    assert found["one common word"] == found["three words"] == 10
    assert found["filters alone"] > 5
    assert found["one rare word"] < 10


@pytest.fixture
def good():
    kind = KindFigure("one common word", QUICK_TIMES, QUICK_TIMES, 100)
    measured = Measured(10, [kind], [Ratio("one common word", 1, 1, 9, 1)], 150)
    return SearchFigures("whoosh", 100_000, 1, 60, 60, 50, measured, QUICK)


def test_good_figures_have_no_faults(good):
    assert good.faults() == []


@pytest.mark.parametrize(
    ("worse", "told"),
    [
        ({"build_seconds": 400}, "built in 400 s"),
        ({"visible": Spread(1, 1, 2500)}, "visible after 2500 ms"),
        ({"mb": 400}, "400 MB"),
        ({"ratios": [Ratio("three words", 4, 1, 9, 4.0)]}, "three words: 4.0 times FTS5"),
        ({"kinds": [KindFigure("x", SLOW_TIMES, QUICK_TIMES, 1)]}, "first p95 70 ms, at most 50"),
        ({"kinds": [KindFigure("x", SLOW_TIMES, QUICK_TIMES, 1)]}, "first p99 200 ms, at most 120"),
        ({"kinds": [KindFigure("x", QUICK_TIMES, SLOW_TIMES, 1)]}, "warm p95 70 ms, at most 20"),
    ],
)
def test_what_is_slower_than_it_may_be_is_told(good, worse, told):
    of_measured = {name: value for name, value in worse.items() if hasattr(good.measured, name)}
    others = {name: value for name, value in worse.items() if name not in of_measured}
    found = replace(good, measured=replace(good.measured, **of_measured), **others)

    assert any(told in fault for fault in found.faults())


def test_the_smaller_the_corpus_the_lower_the_bar(good):
    kind = KindFigure("x", Times(Spread(1, 12, 12), QUICK), QUICK_TIMES, 1)
    found = replace(good, measured=replace(good.measured, kinds=[kind]))

    assert found.faults() == []
    assert replace(found, documents=10_000).faults() == ["x: first p95 12 ms, at most 10"]


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_the_command_measures_and_prints_what_it_found(app, monkeypatch):
    monkeypatch.setattr(measuring, "CHANGES", 3)

    result = app.test_cli_runner().invoke(
        bench, ["--documents", "120", "--questions", "3", "--json"]
    )

    told = json.loads(result.stdout)
    assert result.exit_code == bool(told["not_met"])
    assert (told["engine"], told["documents"]) == ("whoosh", 120)
    assert [each["kind"] for each in told["measured"]["kinds"]][-1] == "suggested while typing"
    assert told["measured"]["kinds"][0]["warm"]["cpu"]["p95"] > 0
    assert told["visible"]["p99"] > 0
