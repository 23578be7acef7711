"""The engine of this installation, one for each process."""

from pathlib import Path

from flask import current_app

from pro_am.search.engines import Engine
from pro_am.search.engines.whoosh_engine import WhooshEngine


def engine() -> Engine:
    extensions = current_app.extensions
    if "pro_am_search" not in extensions:
        extensions["pro_am_search"] = WhooshEngine(Path(current_app.instance_path) / "search")
    found: Engine = extensions["pro_am_search"]
    return found
