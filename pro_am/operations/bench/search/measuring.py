"""Building an index of made documents, and having other processes ask it."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pro_am.operations.bench.search import sqlite_search
from pro_am.operations.bench.search.corpus import Corpus
from pro_am.operations.bench.search.engines import megabytes_at, place_for
from pro_am.operations.bench.search.figures import (
    KindFigure,
    Measured,
    Ratio,
    SearchFigures,
    Spread,
    Times,
)
from pro_am.search.engines import Engine
from pro_am.search.engines.made import made
from pro_am.search.rules.documents import SearchDocument
from pro_am.search.rules.wording.packed import packed
from pro_am.search.rules.wording.vocabulary import Names, OfferWording, Vocabulary

CHANGES = 30
Tell = Callable[[str], None]


def figures(engine: str, corpus: Corpus, questions: int, tell: Tell) -> SearchFigures:
    with TemporaryDirectory(prefix="pro-am-search-") as name, place_for(engine) as where:
        folder = Path(name)
        tell(f"{corpus.size:,} documents: words and FTS5")
        sqlite_search.write(folder / "fts5.sqlite", corpus.documents())
        (folder / "vocabulary").write_bytes(packed(_vocabulary(corpus)))
        (folder / "setting.json").write_text(
            json.dumps(
                {
                    "engine": engine,
                    "where": where,
                    "documents": corpus.size,
                    "seed": corpus.seed,
                    "questions": questions,
                }
            )
        )
        tell(f"{engine}: building")
        built = made(engine, where)
        seconds, cpu = _built(built, corpus)
        tell(f"{engine}: asking")
        return SearchFigures(
            engine=engine,
            documents=corpus.size,
            seed=corpus.seed,
            build_seconds=round(seconds, 1),
            build_cpu_seconds=round(cpu, 1),
            index_mb=megabytes_at(engine, where),
            measured=_asked(folder),
            visible=_visible(built, corpus, folder),
        )


def _built(engine: Engine, corpus: Corpus) -> tuple[float, float]:
    """Seconds by the clock and of CPU, without those that the documents took to be made."""
    making = [0.0, 0.0]

    def documents() -> Iterator[SearchDocument]:
        made = corpus.documents()
        while True:
            wall, cpu = time.perf_counter(), time.process_time()
            document = next(made, None)
            making[0] += time.perf_counter() - wall
            making[1] += time.process_time() - cpu
            if document is None:
                return
            yield document

    wall, cpu = time.perf_counter(), time.process_time()
    engine.rebuild(documents(), position=1)
    return time.perf_counter() - wall - making[0], time.process_time() - cpu - making[1]


def _vocabulary(corpus: Corpus) -> Vocabulary:
    wordings = (
        OfferWording(
            each.offer_id,
            each.language,
            each.title,
            each.body,
            each.favourites,
            f"Pro {each.offer_id}",
            str(each.member_id),
            [],
            each.craft,
        )
        for each in corpus.documents()
    )
    return Vocabulary.of(wordings, Names({}, {}))


def _asked(folder: Path) -> Measured:
    with _process(folder, "measure") as process:
        told, _ = process.communicate()
    if process.returncode:
        raise RuntimeError("The process that serves has failed.")
    found = json.loads(told)
    return Measured(
        found["opening_ms"],
        [
            KindFigure(each["kind"], _times(each["first"]), _times(each["warm"]), each["found"])
            for each in found["kinds"]
        ],
        [Ratio(**each) for each in found["ratios"]],
        found["mb"],
    )


def _times(told: dict[str, dict[str, float]]) -> Times:
    return Times(Spread(**told["cpu"]), Spread(**told["wall"]))


def _visible(engine: Engine, corpus: Corpus, folder: Path) -> Spread:
    """From the beginning of a commit until another process finds what it brought."""
    [document] = Corpus(1, corpus.seed).documents()
    waits = []
    with _process(folder, "watch") as process:
        assert process.stdin is not None  # noqa: S101 - a pipe
        assert process.stdout is not None  # noqa: S101 - a pipe
        process.stdout.readline()  # the other process has opened the index
        for number in range(CHANGES):
            word = f"neuf{number}"
            process.stdin.write(f"{word}\n")
            process.stdin.flush()
            began = time.perf_counter()
            fresh = {**vars(document), "offer_id": corpus.size + 1 + number, "title": word}
            engine.replace([SearchDocument(**fresh)])
            engine.commit(2 + number)
            process.stdout.readline()
            waits.append(time.perf_counter() - began)
        process.stdin.close()
    return Spread.of(waits)


@contextmanager
def _process(folder: Path, doing: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "pro_am.operations.bench.search.serving", str(folder), doing]
    with subprocess.Popen(  # noqa: S603 - ourselves
        command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield process
