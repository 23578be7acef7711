"""Whatever stands in a query, every engine answers, and within its time."""

import time

import pytest

from pro_am.search.engines import Budget
from pro_am.search.engines.memory import MemoryEngine
from pro_am.search.engines.whoosh_engine import WhooshEngine
from pro_am.search.rules.documents import Query
from tests.search.offers import WORDS, any_offer, any_query, seeded

SECONDS = 0.3
PARTS = (
    *WORDS,
    *(
        "'",
        '"',
        "''';--",
        "\\",
        "%",
        "_",
        "*",
        "?",
        "(.*)+$",
        "[",
        "^",
        "~2",
        ":",
        "fr:pain",
        "\x00",
    ),
    *("\u202e", "\u202d", "\u200b", "\u200f", "\ufeff", "\u00ad", "\u0301" * 30, "\u2028", "\x1b"),
    *(
        "\ud800",
        "\udfff",
        "\ud83e\udd50",
        "🥐",
        "👩‍🍳",
        "ﷺ",
        "İ",
        "ß",
        "\u017f",
        "Ǆ",
        "٣",
        "\uff19",
        "中文",
        "ไทย",
    ),
    *("NULL", "None", "nan", "1e999", "AND", "OR NOT", "<b>", "{{7*7}}", "%s%n", "../..", "\r\n"),
    *("a" * 5000, "l'" * 200, "é" * 300, "x " * 500, "\t", "  ", "-" * 100),
)


def hostile(rng, count):
    """Some of them a megabyte long."""
    for number in range(count):
        text = rng.choice(("", " ")).join(rng.choices(PARTS, k=rng.randint(1, 12)))
        yield text * (1 + 1_000_000 // max(len(text), 1)) if number % 100 == 0 else text


@pytest.fixture(params=["memory", "whoosh", "postgresql"])
def engine(request, tmp_path):
    engine = {
        "memory": MemoryEngine,
        "whoosh": lambda: WhooshEngine(tmp_path / "index"),
        "postgresql": lambda: request.getfixturevalue("postgresql_engine"),
    }[request.param]()
    rng = seeded(1)
    engine.rebuild([any_offer(number, rng) for number in range(1, 100)], 1)
    return engine


def faults_of(engine, count):
    """What was too slow, by CPU: the clock depends on the neighbours; faults are raised."""
    rng, slow = seeded(2), []
    for text in hostile(rng, count):
        also = ((text[:10], ((text[:50], 0.5), (rng.choice(PARTS), 0.8))),)
        query = any_query(rng)
        asked = Query(text, also=also, every_word=query.every_word, near=query.near, km=query.km)
        began = time.process_time()
        engine.search(asked, Budget(SECONDS))
        engine.tally(asked)
        if time.process_time() - began > SECONDS:
            slow.append(text[:50])
    engine.check()
    return slow


def test_hostile_words_are_answered_in_time(engine):
    assert faults_of(engine, 100) == []


@pytest.mark.drill
def test_ten_thousand_hostile_words_are_answered_in_time(engine):
    assert faults_of(engine, 10_000) == []
