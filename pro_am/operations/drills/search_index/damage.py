"""What may happen to an index, by the name of the round."""

import fcntl
import random
import secrets
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import text

from pro_am.foundation.database import db
from pro_am.operations.drills.search_index.workers import Worker
from pro_am.search import queries
from pro_am.search.engines.current import engine
from pro_am.search.engines.made import made

HAPPENS_WITHIN = 90  # seconds: the worker commits, or begins to rebuild
GOES_ON = 5  # seconds of changes under what lasts


@dataclass(frozen=True)
class Scene:
    folder: Path
    """Of the index, where it is one."""
    worker: Worker
    second: Worker
    elsewhere: Path
    """Room for copies."""
    chance: random.Random


Damage = Callable[[Scene], None]


def killed_in_commit(scene: Scene) -> None:
    _wait_until(lambda: _is_held(scene.folder / "commit.lock"))
    scene.worker.kill()
    scene.worker.start()


def killed_in_rebuild(scene: Scene) -> None:
    """Which it begins because the index is gone; once it is under way."""
    deleted(scene)
    _wait_until(lambda: any(scene.folder.glob("*.new/*.seg")) or any(scene.folder.glob("*.new")))
    time.sleep(scene.chance.uniform(0, 0.2))
    scene.worker.kill()
    scene.worker.start()


def truncated(pattern: str) -> Damage:
    def harm(scene: Scene) -> None:
        file = _largest(scene, pattern)
        content = file.read_bytes()
        file.write_bytes(content[: scene.chance.randrange(len(content))])

    return harm


def flipped(pattern: str) -> Damage:
    def harm(scene: Scene) -> None:
        file = _largest(scene, pattern)
        content = bytearray(file.read_bytes())
        content[scene.chance.randrange(len(content))] ^= 1 << scene.chance.randrange(8)
        file.write_bytes(content)

    return harm


def deleted(scene: Scene) -> None:
    """All at once: whoever writes in it meanwhile writes nowhere."""
    gone = scene.folder.rename(scene.elsewhere / secrets.token_hex(4))
    shutil.rmtree(gone, ignore_errors=True)


def older_copy(scene: Scene) -> None:
    """Of itself, from before the last changes."""
    _exchange(scene, scene.elsewhere / "older")


def of_another_installation(scene: Scene) -> None:
    """As many offers, at the same place in another outbox."""
    stranger = made("whoosh", str(scene.elsewhere / "stranger"))
    documents = [
        replace(each, title=f"Another {number}", price_minor=123)
        for number, each in enumerate(queries.all_documents())
    ]
    stranger.rebuild(documents, queries.latest_news())
    _exchange(scene, scene.elsewhere / "stranger")


def _exchange(scene: Scene, other: Path) -> None:
    """In one moment, in which nobody writes: else who finds none there builds one anew."""
    with engine().only_writer():
        deleted(scene)
        other.rename(scene.folder)


def full_disk(scene: Scene) -> None:
    with scene.worker.without_room():
        time.sleep(GOES_ON)


def two_workers(scene: Scene) -> None:
    scene.second.start()
    time.sleep(GOES_ON)
    scene.second.stop()


def killed_at_any_moment(scene: Scene) -> None:
    """There is no lock to look at from outside: three times, somewhere in its commits."""
    for _ in range(3):
        time.sleep(scene.chance.uniform(0.3, 1.5))
        scene.worker.kill()
        scene.worker.start()


def _sql(statement: str) -> Damage:
    def harm(_scene: Scene) -> None:
        generation = db.session.scalar(text("SELECT generation FROM pro_am_search.state"))
        db.session.rollback()
        with db.engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'")  # visitors come first
            connection.exec_driver_sql(statement.replace("OFFERS", f"offers_{generation}"))

    return harm


IN_A_FOLDER: Mapping[str, Damage] = {
    "killed in commit": killed_in_commit,
    "killed in rebuild": killed_in_rebuild,
    "segment cut short": truncated("*.seg"),
    "list of segments cut short": truncated("*.toc"),
    "manifest cut short": truncated("manifest"),
    "pointer cut short": truncated("../current"),
    "bit of a segment turned": flipped("*.seg"),
    "bit of the list turned": flipped("*.toc"),
    "bit of the manifest turned": flipped("manifest"),
    "bit of the pointer turned": flipped("../current"),
    "deleted": deleted,
    "older copy": older_copy,
    "of another installation": of_another_installation,
    "full disk": full_disk,
    "two workers": two_workers,
}
IN_POSTGRESQL: Mapping[str, Damage] = {
    "killed in commit": killed_at_any_moment,
    "table dropped": _sql("DROP TABLE pro_am_search.OFFERS"),
    "schema dropped": _sql("DROP SCHEMA pro_am_search CASCADE"),
    "state altered": _sql("UPDATE pro_am_search.state SET position = position + 1000"),
    "row altered": _sql("UPDATE pro_am_search.OFFERS SET price_minor = price_minor + 1"),
    "two workers": two_workers,
}


def prepare(scene: Scene) -> None:
    """A copy to come back to, before the next changes."""
    copy = scene.elsewhere / "older"
    shutil.rmtree(copy, ignore_errors=True)
    if scene.folder.is_dir():
        with engine().only_writer():
            shutil.copytree(scene.folder, copy)


def _largest(scene: Scene, pattern: str) -> Path:
    """Of the generation that serves."""
    with engine().only_writer():
        serving = scene.folder / (scene.folder / "current").read_text()
        return max(serving.glob(pattern), key=lambda file: file.stat().st_size)


def _is_held(lock: Path) -> bool:
    try:
        with lock.open("r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _wait_until(happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + HAPPENS_WITHIN
    while not happens():
        if time.monotonic() > deadline:
            raise RuntimeError("What was waited for did not happen.")
        time.sleep(0.0005)
