"""Engines by name, as the measurements open them."""

from pathlib import Path

from pro_am.search.engines import Engine
from pro_am.search.engines.whoosh_engine import WhooshEngine


def opened(_name: str, where: str) -> Engine:
    return WhooshEngine(Path(where))
