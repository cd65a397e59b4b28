"""The network as a guarded client sees it: addresses are checked, and time is counted."""

import re
import threading
from collections.abc import Iterable
from contextlib import suppress
from ssl import SSLContext
from time import monotonic
from typing import Any

import httpcore

from hereabouts.sources.http.public_address import addresses_of, check_public

END_OF_HEAD = b"\r\n\r\n"
INTERIM = re.compile(rb"HTTP/1\.[01] 1\d\d")


class Clock(threading.local):
    """When the request that this thread has under way must have ended."""

    ends = float("inf")  # as time.monotonic() counts

    def start(self, seconds: float) -> None:
        """A request begins that may take so long."""
        self.ends = monotonic() + seconds

    def left(self, otherwise: float | None) -> float:
        """Seconds until the end, or `otherwise` where that is sooner.

        Raises:
            httpcore.ReadTimeout: it has passed.
        """
        left = self.ends - monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole took too long")
        return left if otherwise is None else min(left, otherwise)


class CheckedNetwork(httpcore.NetworkBackend):
    """Connects to an address that was checked, and to no other.

    The name is resolved once and the connection is made to what it resolved to, so a name that
    answers differently the second time gains nothing (DNS rebinding). TLS is still held to the
    name.
    """

    def __init__(self, *, clock: Clock, allow_private: bool) -> None:
        self._clock, self._allow_private = clock, allow_private
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address that answers.

        Raises:
            PrivateAddressError: the name leads to one that is not public.
            httpcore.ConnectError, httpcore.ConnectTimeout: none answers.
        """
        addresses = addresses_of(host, port=port)
        if not self._allow_private:
            check_public(addresses)
        for address in addresses[:-1]:
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return self._connect(address, port, timeout, local_address, socket_options)
        return self._connect(addresses[-1], port, timeout, local_address, socket_options)

    def _connect(self, address: str, port: int, timeout: float | None, *rest: Any) -> "TimedStream":
        opened = self._sockets.connect_tcp(address, port, self._clock.left(timeout), *rest)
        return TimedStream(opened, self._clock)


class TimedStream(httpcore.NetworkStream):
    """A connection on which no wait is longer than what is left of the request's time.

    It also counts what comes after the head of an answer: a body that goes on past the length
    that was declared for it would otherwise be cut there, and nobody would know.
    """

    def __init__(self, stream: httpcore.NetworkStream, clock: Clock) -> None:
        self._stream, self._clock = stream, clock
        self._head = bytearray()  # of the answer, until its end has come
        self._body = -1  # bytes after the head; below 0 while it has not ended

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes."""
        block = self._stream.read(max_bytes, self._clock.left(timeout))
        if self._body >= 0:
            self._body += len(block)
        else:
            self._head += block
            self._end_head()
        return block

    def _end_head(self) -> None:
        head, end, rest = self._head.partition(END_OF_HEAD)
        while end and INTERIM.match(head):  # "100 Continue" and its like come before the answer
            self._head = rest
            head, end, rest = rest.partition(END_OF_HEAD)
        if end:
            self._body = len(rest)
            self._head = bytearray()

    def has_more_than(self, declared: int) -> bool:
        """Whether more body has come than was declared."""
        return self._body > declared

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes: a new answer will follow."""
        self._head, self._body = bytearray(), -1
        self._stream.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted and held to the server's name."""
        inner = self._stream.start_tls(ssl_context, server_hostname, self._clock.left(timeout))
        return TimedStream(inner, self._clock)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._stream.get_extra_info(info)
