"""Questions to one API: patient, bounded, and with its key for it alone."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from hereabouts.errors import Location, SourceError
from hereabouts.sources.http.address import shown
from hereabouts.sources.http.client import (
    IDLE_SECONDS,
    MOST_REDIRECTS,
    TooLargeError,
    bounded_bytes,
)
from hereabouts.sources.http.public_address import PrivateAddressError
from hereabouts.sources.http.transport import PackingError, SurplusError, UnsafeRedirectError
from hereabouts.sources.http.trouble import http_error
from hereabouts.sources.http_api.patience import BUSY, Patience, as_seconds
from hereabouts.sources.http_api.refusals import PassingError, refused, words_of
from hereabouts.sources.http_api.secrets import Secrets

MOST_OF_A_PAGE = 64 << 20  # bytes: a page is in memory
MOST_OF_A_REFUSAL = 1 << 16
NEVER_AGAIN = (
    PrivateAddressError,
    UnsafeRedirectError,
    PackingError,
    SurplusError,
    httpx.UnsupportedProtocol,
)
Taken = Callable[[Iterator[bytes]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One page, whole."""

    body: bytes
    url: httpx.URL  # where it came from in the end
    next_link: str  # of the Link header (RFC 8288), empty if it has none


class _BusyError(Exception):
    def __init__(self, status: int, asked: float | None) -> None:
        super().__init__(status)
        self.status, self.asked = status, asked


class Session:
    """Every question that one fetch asks."""

    def __init__(
        self,
        client: httpx.Client,
        *,
        secrets: Secrets,
        patience: Patience,
        limits: "Limits",
        at: Location | None,
    ) -> None:
        self.secrets, self.at = secrets, at
        self._client, self._patience, self._limits = client, patience, limits
        self._received = self._pages = 0
        self._last_asked = float("-inf")

    def page(
        self,
        url: httpx.URL,
        parameters: Mapping[str, str],
        *,
        check: Callable[[bytes], None] = lambda _: None,
    ) -> Answer:
        """One page in memory.

        Args:
            url: of the API; to another server no secret goes.
            parameters: beside those in the address.
            check: raises `PassingError` for a body that says "busy" with status 200.

        Raises:
            SourceError: S202 refused; S203 busy to the end; S204 no time left; S205 too many
                pages; S111 too large; S106, S108, S170, S171 as for any address.
        """
        self._count_page(url)
        body = bytearray()

        def take(blocks: Iterator[bytes]) -> None:
            body.clear()
            for block in blocks:
                body.extend(block)
            check(bytes(body))

        response = self._ask(url, parameters, take, limit=MOST_OF_A_PAGE)
        link = response.links.get("next", {}).get("url", "")
        return Answer(body=bytes(body), url=response.url, next_link=link)

    def download(self, url: httpx.URL, parameters: Mapping[str, str], *, into: Path) -> httpx.URL:
        """A whole file, and where it came from in the end.

        Raises:
            SourceError: as for a page.
        """

        def take(blocks: Iterator[bytes]) -> None:
            with into.open("wb") as file:
                for block in blocks:
                    file.write(block)

        return self._ask(url, parameters, take, limit=self._limits.bytes).url

    def _count_page(self, url: httpx.URL) -> None:
        self._pages += 1
        if self._pages > self._limits.pages:
            raise SourceError(
                f"{shown(url)} gives more than {self._limits.pages:,} pages",
                code="S205",
                do="ask for less in `parameters`, for larger pages, or set `max_pages` higher",
                at=self.at,
            )

    def _ask(
        self, url: httpx.URL, parameters: Mapping[str, str], take: Taken, *, limit: int
    ) -> httpx.Response:
        failures = 0
        while True:
            self._keep_pace(url)
            try:
                return self._once(url, parameters, take, limit=limit)
            except _BusyError as busy:
                failures += 1
                trouble, asked = self._too_busy(url, busy.status), busy.asked
            except PassingError:
                failures += 1
                trouble, asked = self._too_busy(url, 200), None
            except TooLargeError as error:
                raise http_error(error, origin=shown(url), at=self.at) from error
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                trouble, asked = self._broken(error, url), None
                failures += 1
            if failures > self._patience.retries:
                raise trouble
            self._wait(url, failures, asked)

    def _broken(self, error: httpx.HTTPError | httpx.InvalidURL, url: httpx.URL) -> SourceError:
        """What to say when asking again does not help; raised now where it never would."""
        if self._patience.left <= 0:
            raise self._late(url) from error
        if isinstance(error, httpx.InvalidURL):
            error = httpx.UnsupportedProtocol("a redirect leads to no address")
        said = http_error(error, origin=shown(url), at=self.at)
        if isinstance(error, NEVER_AGAIN) or not isinstance(error, httpx.TransportError):
            raise said from error
        return said

    def _once(
        self, url: httpx.URL, parameters: Mapping[str, str], take: Taken, *, limit: int
    ) -> httpx.Response:
        with self._answer(url, parameters) as response:
            if response.status_code in BUSY:
                asked = as_seconds(response.headers.get("Retry-After", ""))
                raise _BusyError(response.status_code, asked)
            if response.status_code != 200:
                raise self._refused(response)
            before = self._received
            room = min(limit, self._limits.bytes - before)
            take(self._counted(bounded_bytes(response, limit=max(room, 0)), url))
            return response

    def _counted(self, blocks: Iterator[bytes], url: httpx.URL) -> Iterator[bytes]:
        for block in blocks:
            self._received += len(block)
            if self._patience.left <= 0:
                raise self._late(url)
            yield block

    @contextmanager
    def _answer(self, url: httpx.URL, parameters: Mapping[str, str]) -> Iterator[httpx.Response]:
        """The answer, after redirects, which are followed here to keep secrets at home."""
        asked = self._with_key(url.copy_merge_params(parameters))
        for _ in range(MOST_REDIRECTS + 1):
            response = self._client.send(
                self._request(asked),
                stream=True,
                follow_redirects=False,
            )
            try:
                if not response.has_redirect_location:
                    yield response
                    return
                asked = self._moved(asked, response.headers["Location"])
            finally:
                response.close()
        raise httpx.TooManyRedirects("redirects do not end")

    def _with_key(self, url: httpx.URL) -> httpx.URL:
        if self.secrets.are_for(url):
            return url.copy_merge_params(self.secrets.parameters)
        return self.secrets.taken_out(url)

    def _request(self, url: httpx.URL) -> httpx.Request:
        return self._client.build_request(
            "GET",
            url,
            headers=self.secrets.headers if self.secrets.are_for(url) else None,
            timeout=max(0.01, min(IDLE_SECONDS, self._patience.left)),
        )

    def _moved(self, from_url: httpx.URL, location: str) -> httpx.URL:
        to = from_url.join(location)
        if from_url.scheme == "https" and to.scheme != "https":
            raise UnsafeRedirectError("a redirect leads from https to something less")
        return self._with_key(to)

    def _refused(self, response: httpx.Response) -> SourceError:
        body = bytearray()
        for block in response.iter_bytes(1024):
            body.extend(block)
            if len(body) > MOST_OF_A_REFUSAL:
                break
        words = words_of(bytes(body), self.secrets)
        plain = self._plain(response.url)
        return refused(plain, response.status_code, words, at=self.at)

    def _plain(self, url: httpx.URL) -> str:
        return shown(self.secrets.taken_out(url))

    def _keep_pace(self, url: httpx.URL) -> None:
        clock = self._patience.clock
        if self._limits.seconds_between > 0:
            early = self._last_asked + self._limits.seconds_between - clock()
            if early > 0:
                self._patience.sleep(early)
        if self._patience.left <= 0:
            raise self._late(url)
        self._last_asked = clock()

    def _wait(self, url: httpx.URL, failures: int, asked: float | None) -> None:
        seconds = self._patience.seconds_to_wait(failures, asked=asked)
        if seconds > self._patience.left:
            wants = f": it asks us to wait {seconds:,.0f} seconds" if asked is not None else ""
            raise self._late(url, wants)
        self._patience.sleep(seconds)

    def _late(self, url: httpx.URL, why: str = "") -> SourceError:
        return SourceError(
            f"{shown(url)} did not give everything within {self._limits.seconds:,} seconds{why}",
            code="S204",
            do="try again at a quieter time, ask for less, or set `max_seconds` higher",
            at=self.at,
        )

    def _too_busy(self, url: httpx.URL, status: int) -> SourceError:
        tries = self._patience.retries + 1
        said = "we ask too often" if status == 429 else "it is too busy, or not there"
        return SourceError(
            f"{shown(url)} said {tries} times that {said} ({status})",
            code="S203",
            do="try again later, or ask more slowly with `requests_per_second`",
            at=self.at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one fetch may take."""

    bytes: int
    pages: int
    seconds: int
    seconds_between: float = 0.0  # two questions
