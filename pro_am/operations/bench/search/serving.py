"""A process that only serves: what its answers cost, and what it needs of memory.

python -m pro_am.operations.bench.search.serving FOLDER measure|watch
"""

import gc
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from statistics import median
from typing import Any

from pro_am.operations.bench.search.corpus import Corpus
from pro_am.operations.bench.search.figures import (
    SUGGESTED,
    KindFigure,
    Measured,
    Ratio,
    Spread,
    Times,
)
from pro_am.operations.bench.search.questions import Kind, beginnings, kinds
from pro_am.operations.bench.search.sqlite_search import SqliteSearch
from pro_am.search.engines import Engine
from pro_am.search.engines.made import made
from pro_am.search.rules.documents import MOST_HITS, Query
from pro_am.search.rules.text import fold
from pro_am.search.rules.wording.packed import unpacked
from pro_am.search.rules.wording.vocabulary import Vocabulary

Clocks = list[tuple[float, float]]  # seconds of CPU, and by the clock
AGAIN = 3
CORRECTED = 0.5
MILLISECOND = 0.001


def main(folder: Path, doing: str) -> None:
    setting = json.loads((folder / "setting.json").read_text())
    if doing == "watch":
        _watch(made(setting["engine"], setting["where"]))
    else:
        print(json.dumps(asdict(_measured(folder, setting))))  # noqa: T201 - to who started us


def _measured(folder: Path, setting: dict[str, Any]) -> Measured:
    corpus = Corpus(setting["documents"], setting["seed"])
    asked, typed = (
        list(kinds(corpus, setting["questions"])),
        beginnings(corpus, setting["questions"]),
    )
    vocabulary = unpacked((folder / "vocabulary").read_bytes())
    assert vocabulary is not None  # noqa: S101 - written a moment ago
    del corpus
    gc.collect()
    gc.freeze()

    opening, figures = [], []
    for kind in asked:
        engine = made(setting["engine"], setting["where"])
        opening.append(_clocked(_open, engine))
        figures.append(_figure(engine, kind, vocabulary))
    figures.append(_suggesting(vocabulary, typed))
    ratios = [_ratio(engine, kind, folder / "fts5.sqlite") for kind in asked if kind.is_or]
    wall = 1000 * median(wall for _cpu, wall in opening)
    return Measured(round(wall, 1), figures, ratios, _megabytes())


def _open(engine: Engine) -> None:
    engine.search(Query(limit=1))
    engine.tally(Query())


def _figure(engine: Engine, kind: Kind, vocabulary: Vocabulary) -> KindFigure:
    def ask(query: Query) -> list[Any]:
        return _ask(engine, kind, query, vocabulary)

    first = [_clocked(ask, query) for query in kind.queries]
    # Other questions, so that no answer is remembered; of the same words.
    warm = [_clocked(ask, replace(query, limit=MOST_HITS - 1)) for query in kind.queries]
    found = sum(1 for query in kind.queries if ask(query))
    return KindFigure(kind.name, _times(first), _times(warm), found)


def _ask(engine: Engine, kind: Kind, query: Query, vocabulary: Vocabulary) -> list[Any]:
    if kind.is_mistyped and not vocabulary.has(typed := fold(query.words)):
        meant = vocabulary.similar(typed, lambda _offer_id: True)[:1]
        others = tuple((each.word, CORRECTED) for each in meant)
        query = replace(query, also=((typed, others),))
    hits = engine.search(query)
    if kind.is_counted:
        engine.tally(query)
    return hits


def _suggesting(vocabulary: Vocabulary, typed: list[str]) -> KindFigure:
    def suggest(text: str) -> list[Any]:
        return vocabulary.what.beginning_with(text, 6, lambda _offer_id: True)

    first = [_clocked(suggest, text) for text in typed]
    warm = [_clocked(suggest, text) for text in typed]
    return KindFigure(SUGGESTED, _times(first), _times(warm), sum(map(bool, map(suggest, typed))))


def _ratio(engine: Engine, kind: Kind, file: Path) -> Ratio:
    sqlite = SqliteSearch(file)
    pairs = []
    for query in kind.queries:
        sqlite.search(query)
        engine.search(query)
        theirs = min(_clocked(sqlite.search, query)[0] for _ in range(AGAIN))
        others = [replace(query, limit=MOST_HITS - 2 - again) for again in range(AGAIN)]
        for other in others:
            assert other.asked  # noqa: S101 - analysed before the clock runs, as FTS5's terms are
        ours = min(_clocked(engine.search, other)[0] for other in others)
        pairs.append((ours, theirs))
    sqlite.close()
    return Ratio(
        kind.name,
        round(1000 * median(ours for ours, _ in pairs), 3),
        round(1000 * median(theirs for _, theirs in pairs), 3),
        round(max(ours / theirs for ours, theirs in pairs), 2),
        round(max((ours / theirs for ours, theirs in pairs if ours >= MILLISECOND), default=0), 2),
    )


def _clocked(work: Callable[..., object], *with_these: object) -> tuple[float, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    work(*with_these)
    return time.process_time() - cpu, time.perf_counter() - wall


def _times(clocks: Clocks) -> Times:
    cpu, wall = zip(*clocks, strict=True)
    return Times(Spread.of(cpu), Spread.of(wall))


def _megabytes() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [kilobytes] = (line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) // 1024


def _watch(engine: Engine) -> None:
    """Say when the index is open; then, for each word that is read, when a search finds it."""
    _open(engine)
    print("ready", flush=True)  # noqa: T201 - to who started us
    for word in _lines():
        while not engine.search(Query(word)):
            time.sleep(0.002)
        print("found", flush=True)  # noqa: T201 - to who started us


def _lines() -> Iterator[str]:
    return (line.strip() for line in sys.stdin)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
