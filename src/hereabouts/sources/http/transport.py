"""One request and its answer, guarded: for `client.guarded_client` alone."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ssl import SSLContext
from types import TracebackType
from typing import Self
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from hereabouts.sources.http.network import CheckedNetwork, Clock, TimedStream
from hereabouts.sources.http.public_address import addresses_of, check_public

#: What we can unpack block by block: of others, a few bytes may become gigabytes at one stroke.
ENCODINGS = frozenset({"identity", "gzip", "x-gzip", "deflate"})


class UnsafeRedirectError(httpx.RemoteProtocolError):
    """The server sends us from https to something less."""


class PackingError(httpx.RemoteProtocolError):
    """The answer is packed in a way that was not asked for."""


class SurplusError(httpx.RemoteProtocolError):
    """The body goes on past its declared length, so what was taken is not the whole of it."""


class GuardedTransport(httpx.BaseTransport):
    """See `client.guarded_client`."""

    def __init__(self, *, seconds: float, allow_private: bool, verify: SSLContext) -> None:
        self._seconds, self._allow_private = seconds, allow_private
        self._clock = Clock()
        network = CheckedNetwork(clock=self._clock, allow_private=allow_private)
        self._direct = httpcore.ConnectionPool(ssl_context=verify, network_backend=network)
        self._proxies = _proxies(self._clock, verify)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc_value: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None:
        self.close()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Ask, and give the answer when its headers have come."""
        self._clock.start(self._seconds)
        with _in_words_of_httpx():
            answer = self._way_to(request.url).handle_request(_plain(request))
        response = httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
        )
        try:
            _check_redirect(request, response)
            _check_packing(response)
        except httpx.HTTPError:
            response.close()
            raise
        return response

    def close(self) -> None:
        """Close every connection."""
        for pool in (self._direct, *self._proxies.values()):
            pool.close()

    def _way_to(self, url: httpx.URL) -> httpcore.ConnectionPool:
        proxy = self._proxies.get(url.scheme) or self._proxies.get("all")
        if proxy is None or proxy_bypass(url.host):
            return self._direct
        # The proxy makes the connection, so it is the proxy that must refuse a name which
        # resolves for it otherwise than for us.
        if not self._allow_private:
            check_public(_known_addresses(url))
        return proxy


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _in_words_of_httpx():
            yield from self._answer.iter_stream()
        if _has_surplus(self._answer):
            raise SurplusError("more was sent than the answer declared")

    def close(self) -> None:
        self._answer.close()


def _has_surplus(answer: httpcore.Response) -> bool:
    said = {name.lower(): value for name, value in answer.headers}
    declared = said.get(b"content-length", b"")
    stream = answer.extensions.get("network_stream")
    if b"transfer-encoding" in said or not declared.isdigit():
        return False
    return isinstance(stream, TimedStream) and stream.has_more_than(int(declared))


def _proxies(clock: Clock, verify: SSLContext) -> Mapping[str, httpcore.ConnectionPool]:
    # A proxy is the administrator's choice, wherever it is.
    network = CheckedNetwork(clock=clock, allow_private=True)
    return {
        scheme: httpcore.HTTPProxy(
            proxy_url=_without_login(proxy.url),
            proxy_auth=proxy.raw_auth,
            ssl_context=verify,
            network_backend=network,
        )
        for scheme, address in getproxies().items()
        if scheme in {"http", "https", "all"}
        and (proxy := httpx.Proxy(address if "://" in address else f"http://{address}"))
    }


def _without_login(url: httpx.URL) -> httpcore.URL:
    return httpcore.URL(
        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
    )


def _known_addresses(url: httpx.URL) -> tuple[str, ...]:
    # Behind a proxy, a machine often cannot resolve names of the internet at all.
    try:
        return tuple(addresses_of(url.host, port=url.port or 443))
    except httpx.ConnectError:
        return ()


def _plain(request: httpx.Request) -> httpcore.Request:
    url = request.url
    return httpcore.Request(
        method=request.method,
        url=httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
        ),
        headers=request.headers.raw,
        content=request.stream,
        extensions=request.extensions,
    )


def _check_redirect(request: httpx.Request, response: httpx.Response) -> None:
    if request.url.scheme == "https" and response.has_redirect_location:
        try:
            scheme = request.url.join(response.headers["location"]).scheme
        except httpx.InvalidURL:
            scheme = ""
        if scheme != "https":
            raise UnsafeRedirectError("a redirect leads from https to something less")


def _check_packing(response: httpx.Response) -> None:
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing and packing not in ENCODINGS:
        raise PackingError("the answer is packed in a way that was not asked for")


@contextmanager
def _in_words_of_httpx() -> Iterator[None]:
    # The exceptions of both libraries have the same names.
    try:
        yield
    except httpx.HTTPError:
        raise
    except (
        httpcore.TimeoutException,
        httpcore.NetworkError,
        httpcore.ProtocolError,
        httpcore.ProxyError,
        httpcore.UnsupportedProtocol,
    ) as error:
        raise getattr(httpx, type(error).__name__, httpx.TransportError)(str(error)) from error
