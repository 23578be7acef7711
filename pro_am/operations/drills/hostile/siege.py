"""Send what is hostile, watch what becomes of the server."""

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import quote

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import passwords
from pro_am.foundation.database import db, transaction
from pro_am.operations import market, throw_away
from pro_am.operations.drills.hostile.pages import dangers_in, words_of
from pro_am.operations.drills.hostile.visitor import Page, Visitor, upload
from pro_am.operations.served import Served, served
from pro_am.profiles.models import Offer, Profile

PASSWORD = "a password for the siege alone"  # noqa: S105 - of a member who is gone in a minute
MOST_GROWTH_MB = 100
SLOWEST_PAGE_MS = 500
AT_ONCE = 4
GLANCE_SECONDS = 0.02


@dataclass(frozen=True)
class Answer:
    """What one upload was answered, and what it cost."""

    name: str
    status: int
    words: str
    ms: float
    growth_mb: float  # of the web process, at most, meanwhile


@dataclass
class Watch:
    """Memory and pages of the server while something else goes on."""

    memory_mb: list[float] = field(default_factory=list)
    pages_ms: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Verdict:
    pictures: Sequence[Answer]
    strings: int
    requests: int
    faults: Sequence[str]  # a status of 500 and more, a danger in a page, a bar not met
    memory_mb: float  # before
    growth_mb: float  # at most, with several uploads at once too
    slowest_page_ms: float

    @property
    def is_good(self) -> bool:
        return not self.faults

    def lines(self) -> Iterator[str]:
        """For people to read."""
        yield f"{'picture':<34}{'status':>7}{'ms':>8}{'MB':>7}  answer"
        for each in self.pictures:
            figures = f"{each.status:>7}{each.ms:>8.0f}{each.growth_mb:>7.1f}"
            yield f"{each.name:<34}{figures}  {each.words}"
        yield f"{self.requests} requests, with {self.strings} strings; faults: {len(self.faults)}"
        yield f"memory before {self.memory_mb:.0f} MB, at most {self.growth_mb:.0f} MB more"
        yield f"the slowest other page took {self.slowest_page_ms:.0f} ms"


def run(pictures: Mapping[str, bytes], strings: Sequence[str]) -> Verdict:
    with throw_away.installation() as settings:
        with throw_away.running(settings):
            db.create_all()
            market.open_market(offers=40, seed=1)
            offers = _offers_of_people_who_may_sign_in()
        with served(settings) as server:
            return _besiege(server, offers, pictures, strings)


def _offers_of_people_who_may_sign_in() -> dict[str, str]:
    """By e-mail address, an offer of each of as many members as will send at once."""
    with transaction():
        rows = db.session.execute(
            select(Member, Offer.public_id)
            .join(Profile, Profile.member_id == Member.id)
            .join(Offer, Offer.profile_id == Profile.id)
            .order_by(Offer.id)
        )
        offers: dict[str, str] = {}
        for member, public_id in rows:
            if len(offers) == AT_ONCE:
                break
            member.password_hash = passwords.hashed(PASSWORD)
            offers.setdefault(member.email, public_id)
    return offers


def _besiege(
    server: Served, offers: Mapping[str, str], pictures: Mapping[str, bytes], strings: Sequence[str]
) -> Verdict:
    besiegers = [Besieger(server, email, offer) for email, offer in offers.items()]
    faults: list[str] = []
    pages_ms: list[float] = []
    before = server.memory_mb()
    answers = []
    for name, content in pictures.items():
        with _watched(server) as watch:
            page = besiegers[0].send_picture(name, content)
        answers.append(_answer(name, page, max(watch.memory_mb) - before))
        pages_ms += watch.pages_ms
        faults += _faults_of(name, page)
    with _watched(server) as watch, ThreadPoolExecutor(AT_ONCE) as pool:
        for pages in pool.map(lambda one: one.send_pictures(pictures), besiegers):
            faults += [fault for name, page in pages for fault in _faults_of(name, page)]
    pages_ms += watch.pages_ms
    growth = max(*watch.memory_mb, server.memory_mb()) - before
    growth = max(growth, *(answer.growth_mb for answer in answers))
    requests = len(pictures) * (1 + AT_ONCE)
    for text in strings:
        for name, page in besiegers[0].send_string(text):
            requests += 1
            faults += _faults_of(f"{text[:40]!r} in {name}", page)
    if growth > MOST_GROWTH_MB:
        faults.append(f"The web process grew by {growth:.0f} MB; {MOST_GROWTH_MB} are allowed.")
    if max(pages_ms) > SLOWEST_PAGE_MS:
        faults.append(f"A page took {max(pages_ms):.0f} ms; {SLOWEST_PAGE_MS} are allowed.")
    return Verdict(answers, len(strings), requests, faults, before, growth, max(pages_ms))


def _answer(name: str, page: Page, growth_mb: float) -> Answer:
    words = " ".join(words_of(page.text, "field__error") or words_of(page.text, "error-words"))
    words = words or ("kept" if page.location else "")
    return Answer(name, page.status, words, page.ms, growth_mb)


def _faults_of(name: str, page: Page) -> Iterator[str]:
    if page.status >= 500:
        yield f"{name}: {page.status}"
    if page.status in (409, 422) and not words_of(page.text, "field__error"):
        yield f"{name}: {page.status} without a word beside the field"
    for danger in dangers_in(page.text):
        yield f"{name}: {danger}"


@contextmanager
def _watched(server: Served) -> Iterator[Watch]:
    """Look at pages and at the memory for as long as the block lasts."""
    watch, over = Watch(), threading.Event()

    def look_at_memory() -> None:
        while not over.is_set():
            watch.memory_mb.append(server.memory_mb())
            time.sleep(GLANCE_SECONDS)

    def look_at_pages() -> None:
        visitor = Visitor(server.address)
        while not over.is_set():
            watch.pages_ms.append(visitor.get("/en/how-it-works").ms)
            time.sleep(GLANCE_SECONDS)

    threads = [threading.Thread(target=look) for look in (look_at_memory, look_at_pages)]
    for thread in threads:
        thread.start()
    try:
        yield watch
    finally:
        over.set()
        for thread in threads:
            thread.join()


class Besieger:
    """A member with an offer, whose browser sends what it should not."""

    def __init__(self, server: Served, email: str, offer: str) -> None:
        self._visitor = Visitor(server.address)
        self._picture = f"/en/my-profile/offers/{offer}/picture"
        self._offer = f"/en/my-profile/offers/{offer}"
        self._visitor.sign_in(email, PASSWORD)

    def send_picture(self, name: str, content: bytes) -> Page:
        form = self._visitor.form(self._picture, "picture")
        return self._visitor.send(form, {"picture": upload(name, content), "alt": "A dish"})

    def send_pictures(self, pictures: Mapping[str, bytes]) -> list[tuple[str, Page]]:
        return [(name, self.send_picture(name, content)) for name, content in pictures.items()]

    def send_string(self, text: str) -> Iterator[tuple[str, Page]]:
        """Into what a visitor may ask, and into every text field of the pro-am's own pages."""
        for asked in ("q", "where", "day", "price", "craft"):
            yield f"?{asked}=", self._visitor.get(f"/en/search?{asked}={_quoted(text)}")
        yield "an address", self._visitor.get(f"/en/pro/{_quoted(text)}")
        for path, text_field in ((self._offer, "title"), ("/en/my-profile/edit", "headline")):
            form = self._visitor.form(path, text_field)
            texts = form.texts - {"town", "price"}  # without these nothing would be kept
            yield path, self._visitor.send(form, dict.fromkeys(texts, text))
            yield path, self._visitor.get(path)
        yield "the search", self._visitor.get("/en/search")


def _quoted(text: str) -> str:
    return quote(text.encode(errors="surrogatepass"), safe="")
