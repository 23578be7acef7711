"""Handing a letter to the mail server, and whether anybody knows that it took it."""

import smtplib
import ssl
from contextlib import closing, suppress
from email.message import EmailMessage
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from flask import current_app

TIMEOUT_SECONDS = 20


def hand_over(message: EmailMessage, recipient: str) -> None:
    """Give the letter to the mail server; raises AnswerLost when nobody knows whether it took it.

    Who gets our password must prove its name. Without one, any certificate is better than none: a
    relay on the same machine rarely has one that others would trust (RFC 7435).
    """
    server = urlsplit(current_app.config["MAIL_SERVER"])
    with closing(_connected(server)) as connection:
        connection.ehlo()  # what it can do is known only then
        if server.scheme == "smtp" and connection.has_extn("starttls"):
            # Only where it is used: reading all the certificates takes longer than the letter.
            trusted = ssl.create_default_context()
            if not server.username:
                trusted.check_hostname, trusted.verify_mode = False, ssl.CERT_NONE
            connection.starttls(context=trusted)
        if server.username:
            if not isinstance(connection.sock, ssl.SSLSocket):
                raise smtplib.SMTPNotSupportedError("no encryption to send the password over")
            connection.login(unquote(server.username), unquote(server.password or ""))
        connection.send_message(message, to_addrs=[recipient])  # whatever the headers say
        with suppress(OSError):  # the letter is taken, however they part
            connection.quit()


def _connected(server: SplitResult) -> smtplib.SMTP:
    host = server.hostname or ""
    if server.scheme == "smtps":
        return _EncryptedConversation(
            host,
            server.port or 465,
            timeout=TIMEOUT_SECONDS,
            context=ssl.create_default_context(),
        )
    return _Conversation(host, server.port or 25, timeout=TIMEOUT_SECONDS)


class AnswerLost(Exception):  # noqa: N818 - what happened, in words
    """The letter was handed over, and the server never said whether it took it."""


class _Conversation(smtplib.SMTP):
    def data(self, msg: Any) -> tuple[int, bytes]:
        try:
            return super().data(msg)
        except smtplib.SMTPDataError:
            raise  # an answer: it did not take the letter
        except OSError as fault:
            raise AnswerLost(str(fault)) from fault


class _EncryptedConversation(_Conversation, smtplib.SMTP_SSL):
    """The same over TLS from the first byte."""
