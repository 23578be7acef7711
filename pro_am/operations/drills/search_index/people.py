"""Who uses the installation meanwhile: pro-ams who change what they offer, visitors who search."""

import random
import re
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from pro_am.foundation import ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.operations.drills.hostile.visitor import NO_ANSWER, Visitor
from pro_am.profiles.events import ProfileChanged
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import Publication

PAUSE = 0.15  # seconds between two changes, and between two searches of one visitor
ASKED = (
    *("/en/search", "/fr/search?q=pain", "/en/search?q=yoga", "/en/search?craft=cooking"),
    *("/fr/search?where=Nantes+(44)&km=50", "/en/search?price=20&sort=price", "/en/search?q=soup"),
)
FAULT = 500
SHOWN = re.compile(r"offer=([0-9A-Za-z]+)")


@dataclass
class Withdrawn:
    """Offers that nobody may be shown now, each with the moment since when."""

    since: dict[str, float] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def before(self, moment: float) -> set[str]:
        with self.lock:
            return {offer for offer, since in self.since.items() if since < moment}


class Changes:
    """One change after the other, as fast as an eager community makes them."""

    def __init__(self, app: Flask, seed: int) -> None:
        self.withdrawn = Withdrawn()
        self.made = 0
        self._app = app
        self._chance = random.Random(seed)  # noqa: S311 - which offers change; no secret
        self._going = threading.Event()
        self._ended = False
        self._resting = threading.Event()

    def make(self) -> None:
        with self._app.app_context():
            offer_ids = list(db.session.scalars(select(Offer.id).order_by(Offer.id)))
            while not self._ended:
                if not self._going.wait(PAUSE):
                    self._resting.set()
                    continue
                self._resting.clear()
                try:
                    self._change(self._chance.choice(offer_ids))
                except OperationalError:  # busy: as somebody who tries again
                    db.session.rollback()
                time.sleep(PAUSE)

    def end(self) -> None:
        self._ended = True

    @contextmanager
    def going_on(self) -> Iterator[None]:
        self._resting.clear()
        self._going.set()
        try:
            yield
        finally:
            self._going.clear()
            self._resting.wait()

    def _change(self, offer_id: int) -> None:
        offer = db.session.get_one(Offer, offer_id)
        shown, what = offer.public_id, self._chance.random()
        if offer.state is not Publication.PUBLISHED:
            with self.withdrawn.lock:
                self.withdrawn.since.pop(shown, None)
            change(offer, state=Publication.PUBLISHED)
        elif what < 0.3:
            change(offer, state=Publication.PAUSED)
            with self.withdrawn.lock:
                self.withdrawn.since[shown] = time.monotonic()
        elif what < 0.6:
            change(offer, price_minor=self._chance.randrange(0, 60) * 100)
        else:
            change(offer, title=f"Pain {ids.public_id()}")
        self.made += 1


def change(offer: Offer, **fields: object) -> None:
    """As the actions of profiles do, without their rules."""
    with transaction():
        for name, value in fields.items():
            setattr(offer, name, value)
        publish(ProfileChanged(offer.profile_id))


@dataclass
class Heard:
    answers: int = 0
    faults: list[str] = field(default_factory=list)  # of 500 and more, or none at all
    wrong: list[str] = field(default_factory=list)  # withdrawn offers, shown
    notices: int = 0  # answers that said that search is being repaired


class Searches:
    """Visitors who ask one search after the other."""

    def __init__(self, address: str, withdrawn: Withdrawn) -> None:
        self.heard = Heard()
        self._address = address
        self._withdrawn = withdrawn
        self._ended = False

    def ask(self) -> None:
        visitor = Visitor(self._address)
        while not self._ended:
            for path in ASKED:
                self._look(visitor, path)
                time.sleep(PAUSE)

    def end(self) -> None:
        self._ended = True

    def _look(self, visitor: Visitor, path: str) -> None:
        gone = self._withdrawn.before(time.monotonic())
        self.heard.answers += 1
        try:
            page = visitor.get(path)
        except NO_ANSWER as fault:
            self.heard.faults.append(f"{path}: {type(fault).__name__}")
            return
        if page.status >= FAULT:
            self.heard.faults.append(f"{path}: {page.status}")
        still_gone = gone & self._withdrawn.before(time.monotonic())
        self.heard.wrong += sorted(still_gone & set(SHOWN.findall(page.text)))
        self.heard.notices += "Search is being repaired" in page.text


@contextmanager
def busy(app: Flask, address: str, seed: int) -> Iterator[tuple[Changes, Searches]]:
    """Changes that can be let go on, and searches all the time."""
    changes = Changes(app, seed)
    searches = Searches(address, changes.withdrawn)
    with ThreadPoolExecutor(3) as pool:
        doing: list[Future[None]] = [pool.submit(changes.make)]
        doing += [pool.submit(searches.ask) for _ in range(2)]
        try:
            yield changes, searches
        finally:
            changes.end()
            searches.end()
    for each in doing:
        each.result()
