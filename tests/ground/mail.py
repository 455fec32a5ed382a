"""A mail server on this machine that keeps what it is given."""

import socketserver
import threading
from collections.abc import Iterator
from email import message_from_bytes

import pytest


class _Postman(socketserver.StreamRequestHandler):
    """As much of a mail server as one message needs."""

    server: "Post"

    def handle(self) -> None:
        self._say("220 ready")
        while line := self.rfile.readline().decode().strip():
            word = line.split()[0].upper()
            if word == "DATA":
                self._say("354 go on")
                if not self._read_message():
                    return
            self._say(self.server.goodbye if word == "QUIT" else "250 good")
            if word == "QUIT":
                return

    def _read_message(self) -> bool:
        """Kept only when it is whole: whoever sends it may be gone in the middle."""
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line)
        self.server.received.append(b"".join(lines))
        return True

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class Post(socketserver.ThreadingTCPServer):
    """What it was given, in order."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Postman)
        self.received: list[bytes] = []
        self.goodbye = "221 bye"

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever was killed in the middle of a sentence is no news."""

    @property
    def url(self) -> str:
        """Where it is, as a setting."""
        return "smtp://{}:{}".format(*self.server_address[:2])

    @property
    def ids(self) -> list[str]:
        """The ``Message-ID`` of each, in order."""
        return [str(message_from_bytes(message)["Message-ID"]) for message in self.received]


@pytest.fixture
def mail_server() -> Iterator[Post]:
    """A mail server."""
    with Post() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
