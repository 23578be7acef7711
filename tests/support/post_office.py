"""A real mail server and a real worker that sends there, both in threads of the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from flask import Flask

from pro_am.foundation.worker import Stopping, work_until
from tests.notifications.mail_server import MailServer


@contextmanager
def post_office(app: Flask) -> Iterator[MailServer]:
    """With nothing that comes back: the worker does what is asked for, and else waits."""
    server, stopping = MailServer(), Stopping()
    server.start()
    app.config["MAIL_SERVER"] = server.address
    app.extensions["pro_am_recurring"] = app.extensions["pro_am_at_start"] = ()

    def work() -> None:
        with app.app_context():
            work_until(stopping)

    worker = Thread(target=work)
    worker.start()
    try:
        yield server
    finally:
        stopping.ask(None)
        worker.join()
        server.stop()
