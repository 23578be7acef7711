"""What a drill found, as a file: on this installation, or as the program came.

Only a drill writes these files (`flask drill ... --record`), so that no figure that people read
was typed by hand.
"""

import json
import os
import platform
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pro_am.foundation import clock

SHIPPED = Path(__file__).parent / "shipped"
ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass(frozen=True)
class Machine:
    cores: int
    memory_gb: int
    system: str
    python: str
    database: str  # with its version


@dataclass(frozen=True)
class Record:
    drill: str
    engine: str
    at: datetime
    version: str  # of the program: a commit; empty when it came without its history
    machine: Machine
    is_good: bool
    figures: Mapping[str, Any]


def folder_of(instance: str) -> Path:
    """Where an installation keeps what was found on it."""
    return Path(instance) / "drills"


def write(
    folder: Path, drill: str, engine: str, database: str, figures: Mapping[str, Any], is_good: bool
) -> Path:
    """In the place of what the same drill found before on the same engine."""
    machine = Machine(
        cores=len(os.sched_getaffinity(0)),
        memory_gb=round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30),
        system=_system(),
        python=platform.python_version(),
        database=database,
    )
    record = Record(drill, engine, clock.now(), _version(), machine, is_good, figures)
    folder.mkdir(parents=True, exist_ok=True)
    file = _file(folder, drill, engine)
    beside = file.with_suffix(".new")
    told = {**asdict(record), "at": f"{record.at:%Y-%m-%dT%H:%MZ}"}
    beside.write_text(json.dumps(told, indent=2) + "\n")
    beside.replace(file)  # whoever reads meanwhile reads the one or the other
    return file


def latest(instance: str, drill: str, engine: str) -> tuple[Record | None, bool]:
    """What was found on this installation; else what the program came with, and whether it did."""
    own = _read(_file(folder_of(instance), drill, engine))
    return (own, False) if own else (_read(_file(SHIPPED, drill, engine)), True)


def _file(folder: Path, drill: str, engine: str) -> Path:
    return folder / f"{drill}-{engine}.json"


def _read(file: Path) -> Record | None:
    """None for no file, and for one of another version of the program."""
    try:
        told = json.loads(file.read_text())
        told["at"] = datetime.strptime(told["at"], "%Y-%m-%dT%H:%MZ")  # noqa: DTZ007 - naive is UTC here
        return Record(**{**told, "machine": Machine(**told["machine"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _version() -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    told = subprocess.run(  # noqa: S603 - our own words
        [git, "describe", "--always", "--dirty=+", "--abbrev=10"],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout.strip()


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.system()
