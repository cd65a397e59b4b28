"""Answering what is kept in memory where the request is parsed, before anything is made for it.

A page that is kept needs no task, no scope and no messages: most of the time of a cached page went
into those. Only the plainest GET is answered here; anything else takes the ordinary way, and both
ways send the same bytes.
"""

from functools import lru_cache
from typing import Any, Protocol

import httptools
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from hereabouts.doors.web.encodings import best_encoding
from hereabouts.doors.web.kept_answer import KeptAnswer
from hereabouts.doors.web.people import may_hold_session

Lines = list[tuple[bytes, bytes]]

#: A request with one of these asks for more than the answer: a part, a condition, another protocol.
UNUSUAL = frozenset(
    (
        *(b"content-length", b"expect", b"if-match", b"if-modified-since", b"if-none-match"),
        *(b"if-range", b"if-unmodified-since", b"range", b"transfer-encoding", b"upgrade"),
    )
)
LONGEST_URL = 2_000  # bytes; what is longer is not worth remembering


class Keeping(Protocol):
    """An application that knows what it keeps."""

    def kept(self, path: str, query: str, *, host: bytes) -> KeptAnswer | None:
        """The answer to a plain GET, or None."""


class KeptProtocol(HttpToolsProtocol):
    """uvicorn's protocol for a `Keeping` application."""

    def __init__(self, config: Any, *others: Any, **named: Any) -> None:
        super().__init__(config, *others, **named)
        self._keeping: Keeping = config.app
        self._date: Lines = []
        self._first_lines = b""

    def on_headers_complete(self) -> None:
        """Send what is kept, or begin the ordinary way."""
        answer = self._find_kept() if self._is_plain() else None
        if answer is None:
            super().on_headers_complete()
            return
        self.transport.writelines((self._beginning(), *answer))
        self.on_response_complete()

    def on_message_complete(self) -> None:
        """A request that was answered here has no cycle to tell."""
        if self.cycle is not None:
            super().on_message_complete()

    def _is_plain(self) -> bool:
        """Whether it is a GET that keeps its connection, with nothing before it unanswered."""
        return (
            self.parser.get_method() == b"GET"
            and self.parser.get_http_version() == "1.1"
            and self.parser.should_keep_alive()
            and not self.parser.should_upgrade()
            and (self.cycle is None or self.cycle.response_complete)
            and not self.flow.write_paused
            and not self.access_log
            and self.limit_concurrency is None
        )

    def _find_kept(self) -> tuple[bytes, bytes] | None:
        """Headers and body for a request whose own headers ask for nothing unusual."""
        host = accept = b""
        for name, value in self.headers:
            if name in UNUSUAL or (name == b"host" and host):
                return None
            if name == b"cookie" and may_hold_session(value):
                return None  # what is kept is for everybody, and this may be somebody
            if name == b"host":
                host = value
            elif name == b"accept-encoding":
                accept = value
        path, query = split(self.url) if len(self.url) < LONGEST_URL else ("", "")
        answer = self._keeping.kept(path, query, host=host) if path else None
        encoding = best_encoding(accept)
        if answer is None or answer.status != 200 or not answer.lines[encoding]:
            return None
        return answer.lines[encoding], answer.whole[encoding][1]["body"]

    def _beginning(self) -> bytes:
        """The first line of an answer, and the date, which uvicorn changes once a second."""
        lines = self.server_state.default_headers
        if lines is not self._date:
            self._date = lines
            written = (b"%s: %s\r\n" % (name.lower(), value) for name, value in lines)
            self._first_lines = STATUS_LINE[200] + b"".join(written)
        return self._first_lines


@lru_cache(maxsize=4096)
def split(url: bytes) -> tuple[str, str]:
    """Path and query of the address in a request line; no path where it has escapes in it."""
    try:
        parsed = httptools.parse_url(url)
    except httptools.HttpParserInvalidURLError:
        return "", ""
    path = parsed.path or b""
    if not path.startswith(b"/") or b"%" in path or not path.isascii():
        return "", ""
    return path.decode("ascii"), (parsed.query or b"").decode("latin-1")
