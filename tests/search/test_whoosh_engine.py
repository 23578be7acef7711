"""What only an index on disk has to bear: damage, death, threads, and a rebuild beside it."""

import gc
import os
import resource
import shutil
import stat
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from pro_am.search.engines import IndexBroken
from pro_am.search.engines.whoosh_engine import WhooshEngine
from pro_am.search.rules.documents import Query
from tests.search.offers import any_offer, any_query, offer, seeded

# Whoosh leaves files open when it fails half-way through opening or writing a segment.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(autouse=True)
def _files_left_open_are_closed_here():
    yield
    gc.collect()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "index"


@pytest.fixture
def engine(folder):
    engine = WhooshEngine(folder)
    rng = seeded(1)
    engine.rebuild((any_offer(n, rng) for n in range(1, 40)), position=1)
    engine.replace([any_offer(n, rng) for n in range(40, 60)])
    engine.commit(2)
    return engine


def generation(folder):
    return folder / (folder / "current").read_text()


def generations(folder):
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def files(folder):
    return sorted(p for p in generation(folder).iterdir() if p.is_file() and p.stat().st_size)


def test_a_whole_index_passes_its_check(engine):
    engine.check()


def test_the_folder_is_for_its_user_alone(engine, folder):
    for path in (folder, generation(folder)):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700


@pytest.mark.parametrize("ask", ["check", "count", "position", "search", "commit"])
def test_where_no_index_is_it_says_so(folder, ask):
    engine = WhooshEngine(folder)
    arguments = {"search": [Query()], "commit": [1]}.get(ask, [])

    with pytest.raises(IndexBroken):
        getattr(engine, ask)(*arguments)
    assert not folder.exists()


def test_another_process_finds_what_was_committed(engine, folder):
    other = WhooshEngine(folder)

    assert other.search(Query()) == engine.search(Query())
    assert (other.count(), other.position()) == (59, 2)


def flip(path, place):
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= 0x10
    path.write_bytes(content)


def cut(path, place):
    content = path.read_bytes()
    path.write_bytes(content[: place % len(content)])


@pytest.mark.parametrize("damage", [flip, cut])
def test_no_damaged_file_passes_the_check(engine, folder, damage):
    rng = seeded(5)
    for path in [*files(folder), folder / "current"]:
        whole = path.read_bytes()
        for _ in range(8):
            damage(path, rng.randrange(len(whole)))
            with pytest.raises(IndexBroken):
                engine.check()
            path.write_bytes(whole)
    engine.check()


@pytest.mark.parametrize("damage", [flip, cut])
def test_reading_a_damaged_file_answers_or_says_broken(engine, folder, damage):
    rng = seeded(6)
    broken = 0
    for path in files(folder):
        whole = path.read_bytes()
        for _ in range(15):
            damage(path, rng.randrange(len(whole)))
            try:
                for _ in range(4):
                    WhooshEngine(folder).search(any_query(rng))
            except IndexBroken:
                broken += 1
            path.write_bytes(whole)

    assert broken


def test_a_file_cut_short_under_an_open_reader_says_broken(engine, folder):
    engine.search(Query("pain"))
    for path in generation(folder).glob("*.seg"):
        cut(path, 10)

    with pytest.raises(IndexBroken):
        engine.search(Query("tarte levain"))


@pytest.mark.parametrize("gone", ["generation", "folder", "current", "manifest"])
def test_deleted_files_say_broken(engine, folder, gone):
    engine.search(Query())
    if gone == "folder":
        shutil.rmtree(folder)
    elif gone == "generation":
        shutil.rmtree(generation(folder))
    else:
        (folder / "current" if gone == "current" else generation(folder) / "manifest").unlink()

    for ask in (engine.check, lambda: engine.search(Query("pain"))):
        with pytest.raises(IndexBroken):
            ask()


@pytest.mark.parametrize("damage", ["flip", "delete"])
def test_a_rebuild_heals(engine, folder, damage):
    if damage == "delete":
        shutil.rmtree(folder)
    else:
        for path in files(folder):
            flip(path, 30)

    engine.rebuild([offer(1)], position=3)

    engine.check()
    assert [hit.offer_id for hit in engine.search(Query())] == [1]


def test_the_old_index_serves_and_takes_commits_while_the_new_one_is_built(engine, folder):
    def documents():
        for n in range(1, 4):
            assert len(engine.search(Query())) == 59 + n - 1
            other = WhooshEngine(folder)
            other.replace([offer(1000 + n)])
            other.commit(2 + n)
            yield offer(n)

    engine.rebuild(documents(), position=2)

    assert [hit.offer_id for hit in engine.search(Query())] == [1, 2, 3]
    assert engine.position() == 2


def test_a_failed_rebuild_changes_nothing(engine, folder):
    before, kept = engine.search(Query()), generations(folder)

    def documents():
        yield offer(1)
        raise ConnectionError("the database went away")

    with pytest.raises(ConnectionError):
        engine.rebuild(documents(), position=9)

    assert engine.search(Query()) == before
    assert generations(folder) == kept
    assert engine.position() == 2


def test_a_rebuild_that_does_not_verify_never_serves(engine):
    with pytest.raises(IndexBroken, match="2 offers were indexed, not 1"):
        engine.rebuild([offer(1), offer(1)], position=9)

    assert engine.position() == 2


def test_two_generations_are_kept(engine, folder):
    for position in range(3, 7):
        engine.rebuild([offer(position)], position)
        assert len(generations(folder)) == 2
    assert generation(folder).name == generations(folder)[-1]


def test_what_is_set_aside_serves_nobody_and_is_kept_with_its_reason(engine, folder):
    other = WhooshEngine(folder)
    other.search(Query())
    name = generation(folder).name

    assert engine.set_aside("A bit was turned.")

    for each in (engine, other):
        with pytest.raises(IndexBroken):
            each.search(Query())
    assert (folder / "set-aside" / "reason").read_text() == f"{name}: A bit was turned.\n"
    engine.rebuild([offer(1)], position=3)
    assert engine.set_aside("Again.")
    assert (folder / "set-aside" / "reason").read_text().endswith("Again.\n")
    assert "set-aside" in generations(folder)


def test_an_index_that_is_not_there_cannot_be_set_aside(folder):
    assert not WhooshEngine(folder).set_aside("It is gone.")


def test_what_many_commits_left_behind_is_put_together(engine):
    for position in range(3, 9):
        engine.replace([offer(1000 + position, title="Pain")])
        engine.commit(position)
    before = engine.search(Query("pain"))

    engine.merge()

    assert len(engine._snapshot().segments) == 1
    assert engine.search(Query("pain")) == before
    assert engine.position() == 8
    engine.check()


def test_a_search_that_began_before_a_commit_is_not_disturbed_by_it(engine):
    engine.rebuild([offer(1, title="Pain"), offer(2, title="Pain")], position=0)
    begun = engine._snapshot()
    engine.remove([1])
    engine.commit(1)
    assert [hit.offer_id for hit in engine.search(Query("pain"))] == [2]

    assert [hit.offer_id for hit in begun.search(Query("pain"))] == [1, 2]


def test_all_threads_look_through_one_reader_and_share_what_it_answered(engine):
    engine.rebuild([offer(1, title="Pain")], position=0)
    with ThreadPoolExecutor(2) as pool:
        seen = {id(each) for each in pool.map(lambda _: engine._snapshot(), range(8))}

    assert len(seen) == 1


def test_each_thread_reads_right_while_another_writes(engine):
    """Every commit has all offers with one price, so a mixture of two commits would show."""
    engine.rebuild([offer(n, price_minor=0) for n in range(20)], position=0)
    stop = threading.Event()

    def read(_):
        seen = 0
        while not stop.is_set() or not seen:
            hits = engine.search(Query("creme", near=(48.85, 2.35)))
            assert [hit.offer_id for hit in hits] == list(range(20))
            assert len({hit.score for hit in hits}) == 1
            seen += 1
        return seen

    with ThreadPoolExecutor(4) as pool:
        readers = pool.map(read, range(4))
        try:
            for position in range(1, 11):
                engine.replace([offer(n, price_minor=position) for n in range(20)])
                engine.commit(position)
        finally:
            stop.set()
        assert all(readers)
    engine.check()


WRITER = """
import sys
from pathlib import Path
from pro_am.search.engines.whoosh_engine import WhooshEngine
from tests.search.offers import offer
engine = WhooshEngine(Path(sys.argv[1]))
position = engine.position()
print("ready", flush=True)
while True:
    position += 1
    if sys.argv[2] == "rebuild":
        engine.rebuild([offer(n) for n in range(20)], position)
    else:
        engine.replace([offer(position), offer(position + 1)])
        engine.commit(position)
"""


@pytest.mark.parametrize("doing", ["commit", "rebuild"])
def test_after_a_kill_the_index_is_whole_or_known_broken_and_goes_on(engine, folder, doing):
    rng = seeded(8)
    command = [sys.executable, "-c", WRITER, str(folder), doing]
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    for _ in range(4):
        engine.rebuild([offer(n) for n in range(20)], position=100)
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=paths) as writer:
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(rng.uniform(0.01, 0.15))
            writer.kill()

        if doing == "rebuild":
            engine.check()
        # The worker goes on from the stored position, which a killed commit has not reached.
        position = engine.position() + 1
        engine.replace([offer(position)])
        engine.commit(position)

        engine.check()
        ids = [hit.offer_id for hit in engine.search(Query())]
        assert len(ids) == len(set(ids)) == engine.count()
        assert position in ids


def test_a_full_disk_loses_nothing(engine):
    before = engine.search(Query())
    engine.replace([offer(n, body=f"levain {n}" * 50) for n in range(1, 100)])
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            engine.commit(3)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert engine.search(Query()) == before
    assert engine.position() == 2

    engine.commit(3)

    engine.check()
    assert engine.count() == 99
