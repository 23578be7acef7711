"""A mail server that takes every letter and remembers to whom it was, and about what."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes, policy
from socketserver import StreamRequestHandler, ThreadingTCPServer

GREETING = b"220 mail.example.org\r\n"
TAKEN = b"250 Taken\r\n"


class Mailbox(ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self._lock = threading.Lock()
        self._letters: Counter[tuple[str, str]] = Counter()

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    def take(self, recipient: str, letter: bytes) -> None:
        subject = message_from_bytes(letter, policy=policy.SMTP)["Subject"]
        with self._lock:
            self._letters[recipient, str(subject)] += 1

    def letters(self, domain: str) -> Counter[tuple[str, str]]:
        """How often each came to that domain, by recipient and subject."""
        with self._lock:
            kept = {key: n for key, n in self._letters.items() if key[0].endswith(f"@{domain}")}
        return Counter(kept)


class _Conversation(StreamRequestHandler):
    """As much of SMTP (RFC 5321) as one letter needs."""

    server: Mailbox

    def handle(self) -> None:
        with suppress(ConnectionError):  # whoever wrote was killed
            self._talk()

    def _talk(self) -> None:
        self.wfile.write(GREETING)
        recipient = ""
        while line := self.rfile.readline():
            command = line[:4].upper()
            if command == b"DATA":
                self.wfile.write(b"354 Go on\r\n")
                letter = self._letter()
                if letter is None:
                    return  # whoever wrote it died in the middle: it never came
                self.server.take(recipient, letter)
            elif command == b"RCPT":
                recipient = line.decode().partition("<")[2].partition(">")[0]
            elif command == b"QUIT":
                self.wfile.write(b"221 Bye\r\n")
                return
            self.wfile.write(TAKEN)

    def _letter(self) -> bytes | None:
        lines = list[bytes]()
        while line := self.rfile.readline():
            if line == b".\r\n":
                return b"".join(lines)
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return None


@contextmanager
def open_mailbox() -> Iterator[Mailbox]:
    with Mailbox() as mailbox:
        thread = threading.Thread(target=mailbox.serve_forever, daemon=True)
        thread.start()
        try:
            yield mailbox
        finally:
            mailbox.shutdown()
            thread.join()
