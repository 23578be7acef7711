"""A mail server that the application knows, and a letter that waits."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from pro_am.foundation import outbox
from pro_am.foundation.database import transaction
from pro_am.foundation.outbox import Address
from tests.notifications.mail_server import MailServer


@pytest.fixture
def in_app(app: Flask) -> Iterator[Flask]:
    """An open context without a request, as a worker has it."""
    with app.app_context():
        yield app


@pytest.fixture
def mail_server(in_app: Flask) -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    in_app.config["MAIL_SERVER"] = server.address
    yield server
    server.stop()


@pytest.fixture
def post(in_app: Flask) -> Callable[..., None]:
    """Write a short letter to somebody."""

    def write(recipient: str = "ana@example.org", name: str = "Ana") -> None:
        with transaction():
            outbox.post(
                Address(recipient, "en"),
                "accounts/password_changed",
                name=name,
                reset_url="http://127.0.0.1:8000/en/account/new-password",
            )

    return write
