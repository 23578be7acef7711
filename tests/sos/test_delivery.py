"""From the press to the mailbox: a real worker, a real mail server."""

from threading import Event
from time import monotonic, sleep

import pytest

from pro_am.foundation import jobs
from pro_am.foundation.database import transaction
from tests.support.post_office import post_office

FRIENDS = 20
PATIENCE = 30  # seconds: the machine may do other things


@pytest.fixture
def mail(app):
    with post_office(app) as server:
        yield server


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_twenty_friends_have_it_while_the_worker_is_busy_with_something_else(
    app, friends, call, mail, time
):
    release, handlers = Event(), app.extensions["pro_am_jobs"]
    handlers["a long job"] = lambda: release.wait(PATIENCE)
    for day in range(2):  # ten may be asked a day
        friends(*(f"Friend{day * 10 + number}" for number in range(10)))
        time.forward(days=1)
    with transaction():
        jobs.enqueue("a long job")
    sleep(1)  # it is taken up

    began = monotonic()
    call("Come!")
    queued = monotonic() - began
    while len(_received(mail)) < FRIENDS and monotonic() - began < PATIENCE:
        sleep(0.02)
    received = monotonic() - began
    release.set()

    print(f"queued {queued:.2f} s, received {received:.2f} s")  # noqa: T201 - for docs/performance
    assert len(_received(mail)) == FRIENDS
    assert queued < 5


def _received(server):
    return {each["To"] for each in server.taken if each["Subject"].startswith("SOS")}
