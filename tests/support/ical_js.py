"""What ical.js, the reader of many calendar programs, makes of a file we write."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

_SCRIPT = Path(__file__).with_name("ical.mjs")
_LIBRARY = Path(__file__).parents[1] / "node_modules" / "ical.js"


def why_not() -> str:
    """Why it cannot be asked on this machine; empty when it can."""
    if not shutil.which("node"):
        return "Node is not installed"
    return "" if _LIBRARY.is_dir() else "ical.js is not installed: make test does it"


def read(text: str) -> dict[str, Any]:
    """The file's method and events; CalledProcessError when ical.js cannot read it."""
    answer = subprocess.run(
        ["node", str(_SCRIPT)],  # noqa: S607 - whichever Node the machine has
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(answer.stdout)
    return found
