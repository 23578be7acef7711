"""Hosts who book one time after the other, and press the button again when no answer comes."""

import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from pro_am.operations.drills import stage
from pro_am.operations.drills.hostile.pages import Form
from pro_am.operations.drills.hostile.visitor import NO_ANSWER, Page, Visitor

AGAIN_AFTER = 0.1  # seconds
GIVES_UP_AFTER = 300  # without any answer: the server does not come back

BOOKED, BUSY = 303, 503


@dataclass(frozen=True)
class Wish:
    offer: str
    start: str


@dataclass
class Heard:
    """What the hosts have been told so far."""

    acknowledged: list[str] = field(default_factory=list)  # references, one for each wish
    cut_off: list[str] = field(default_factory=list)  # how, of forms that were never answered
    busy: list[float] = field(default_factory=list)  # ms until told to come back, and they did
    others: list[int] = field(default_factory=list)  # statuses that nobody hopes for


class Writers:
    """As many threads as there are hosts; they share the wishes."""

    def __init__(self, address: str, emails: Sequence[str], wishes: Sequence[Wish]) -> None:
        self.heard = Heard()
        self._address = address
        self._emails = emails
        self._wishes: Iterator[Wish] = iter(wishes)
        self._turn = threading.Lock()
        self._pool = ThreadPoolExecutor(len(emails))
        self._work: list[Future[None]] = []

    def begin(self) -> None:
        """Returns when all are signed in, and have begun."""
        visitors = list(self._pool.map(self._signed_in, enumerate(self._emails)))
        self._work = [self._pool.submit(self._write, visitor) for visitor in visitors]

    @property
    def are_done(self) -> bool:
        """Raises what went wrong for one of them."""
        return all([each.result() is None for each in self._work if each.done()]) and all(
            each.done() for each in self._work
        )

    def wait_for(self, count: int) -> None:
        """Until so many bookings are acknowledged, or nothing is left to do."""
        while len(self.heard.acknowledged) < count and not self.are_done:
            time.sleep(0.005)

    def _signed_in(self, numbered: tuple[int, str]) -> Visitor:
        return stage.signed_in(self._address, *numbered)

    def _write(self, visitor: Visitor) -> None:
        while wish := self._next():
            form = _form_for(visitor, wish)
            page = self._send(visitor, form)
            if page.status == BOOKED:
                self.heard.acknowledged.append(page.location.rpartition("/")[2])
            else:
                self.heard.others.append(page.status)

    def _next(self) -> Wish | None:
        with self._turn:
            return next(self._wishes, None)

    def _send(self, visitor: Visitor, form: Form) -> Page:
        """The same form until it is answered: sent twice, it must be one booking."""
        began = time.monotonic()
        while True:
            try:
                page = visitor.send(form, {"message": "We look forward to it."})
                if page.status != BUSY:
                    return page
                self.heard.busy.append(page.ms)
                _wait(began)
            except NO_ANSWER as fault:
                self.heard.cut_off.append(type(fault).__name__)
                _wait(began)


def _form_for(visitor: Visitor, wish: Wish) -> Form:
    began = time.monotonic()
    while True:
        try:
            return visitor.form(f"/en/book/{wish.offer}?start={wish.start}", "start")
        except (*NO_ANSWER, LookupError):  # or a page that says to come back
            _wait(began)


def _wait(began: float) -> None:
    if time.monotonic() - began > GIVES_UP_AFTER:
        raise RuntimeError("The web server did not come back.")
    time.sleep(AGAIN_AFTER)
