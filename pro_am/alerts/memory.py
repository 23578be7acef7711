"""The saved searches of everybody, ready to be asked, in the memory of the worker."""

import threading

from flask import current_app

from pro_am.alerts import queries
from pro_am.alerts.rules.percolator import Percolator, usual_keys

LOOKED_AT = 300  # offers, to know which keys are usual


class Memory:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._percolator: Percolator | None = None

    def percolator(self) -> Percolator:
        """With every saved search that there is, and no other."""
        with self._lock:
            known = self._percolator or Percolator(usual_keys(queries.latest_looks(LOOKED_AT)))
            there = set(queries.all_ids())
            known.forget(known.ids - there)
            for search_id, query in queries.kept_queries(there - known.ids):
                known.add(search_id, query)
            self._percolator = known
            return known


def percolator() -> Percolator:
    memory: Memory = current_app.extensions.setdefault("pro_am_saved_searches", Memory())
    return memory.percolator()
