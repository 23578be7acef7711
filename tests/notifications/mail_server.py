"""A real mail server in a thread: it keeps what it takes, and is as difficult as told."""

import asyncio
import ssl
import threading
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

TAKEN = "250 Taken"


class MailServer:
    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.taken: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.passwords: list[bytes] = []
        self.offers = 0  # letters that reached DATA
        self.encrypted = 0  # those of them that came over TLS
        self.to_recipients = TAKEN
        self.to_letters = TAKEN
        self.goodbye = "221 Bye"
        self.cuts_the_line = False  # when it has the letter, instead of an answer
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def start(self) -> None:
        self._thread.start()
        opening = self._loop.create_server(self._conversation, "127.0.0.1", 0)
        self._server = asyncio.run_coroutine_threadsafe(opening, self._loop).result(5)
        self.port = self._server.sockets[0].getsockname()[1]

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        if self.to_recipients == TAKEN:
            envelope.rcpt_tos.append(address)
        return self.to_recipients

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        self.offers += 1
        self.encrypted += session.ssl is not None
        if self.to_letters == TAKEN:
            assert isinstance(envelope.content, bytes)
            self.taken.append(message_from_bytes(envelope.content, policy=policy.SMTP))
            self.recipients += envelope.rcpt_tos
        if self.cuts_the_line:
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return self.to_letters

    async def handle_QUIT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, _envelope: Envelope
    ) -> str:
        return self.goodbye

    def _conversation(self) -> SMTP:
        return SMTP(
            self,
            hostname="mail.example.org",
            tls_context=self._tls,
            authenticator=self._let_in,
            auth_require_tls=False,  # it is for the client to keep its password to itself
            loop=self._loop,
        )

    def _let_in(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, login: Any
    ) -> AuthResult:
        assert isinstance(login, LoginPassword)
        self.passwords.append(login.password)
        return AuthResult(success=True)

    async def _close(self) -> None:
        self._server.close()
        await self._server.wait_closed()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
