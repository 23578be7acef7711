from dataclasses import dataclass

import pytest

from pro_am.accounts.models import Member
from pro_am.foundation import events
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import listen, publish


@dataclass(frozen=True)
class Renamed:
    member: Member


@dataclass(frozen=True)
class Forgotten:
    """Nobody listens to this."""


@pytest.fixture(autouse=True)
def _listeners_of_others_stay(monkeypatch):
    monkeypatch.setattr(events, "_listeners", events._listeners.copy())


def test_news_is_heard_inside_the_transaction_by_all_in_order(person):
    heard = []
    listen(Renamed, lambda news: heard.append(("first", news.member.name)))
    listen(Renamed, lambda news: heard.append(("second", db.session().info["in_transaction"])))

    with transaction():
        person("ana").name = "Anna"
        publish(Renamed(person("ana")))
        publish(Forgotten())

    assert heard == [("first", "Anna"), ("second", True)]


def test_a_listener_that_fails_undoes_the_deed(person):
    def fail(_news):
        raise ZeroDivisionError

    listen(Renamed, fail)

    with pytest.raises(ZeroDivisionError), transaction():
        person("ana").name = "Anna"
        publish(Renamed(person("ana")))

    assert person("ana").name == "Ana Martin"


def test_who_listens_twice_hears_once(person):
    heard = []
    for _ in range(2):
        listen(Renamed, heard.append)

    with transaction():
        publish(Renamed(person("ana")))

    assert len(heard) == 1
