"""From page to page, until there is no more."""

from collections.abc import Callable
from dataclasses import dataclass

import httpx

from hereabouts.errors import SourceError
from hereabouts.sources.http_api.job import Job
from hereabouts.sources.http_api.paging_settings import Paging
from hereabouts.sources.http_api.session import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What matters of a page once its records are taken."""

    body: bytes
    count: int
    next: str | None  # cursor or link
    total: int | None  # how many records the API says there are


def pages(job: Job, read: Callable[[Answer], Page]) -> None:
    """Ask for every page in turn, and let `read` take its records.

    By offset or number: until the total has come, or without a total until a page is empty, for
    a short page may be the server's limit. By cursor or link: until there is none.

    Raises:
        ShiftedError: S207 a page comes again; S208 the total changes, or is not what came.
        SourceError: S209 the next page is on another server.
    """
    paging = job.settings.paging
    if paging is None:
        read(job.session.page(job.settings.address, job.parameters))
    elif paging.style in {"offset", "page"}:
        _by_number(job, paging, read)
    else:
        _by_pointer(job, paging, read)


def _by_number(job: Job, paging: Paging, read: Callable[[Answer], Page]) -> None:
    place, so_far = (paging.first if paging.style == "page" else 0), _SoFar(job)
    while True:
        asked = {**job.parameters, paging.parameter: str(place), **_size(paging)}
        page = read(job.session.page(job.settings.address, asked))
        so_far.add(page)
        if page.count == 0 or so_far.came == page.total:
            so_far.check()
            return
        place += 1 if paging.style == "page" else page.count


def _by_pointer(job: Job, paging: Paging, read: Callable[[Answer], Page]) -> None:
    url, asked = job.settings.address, {**job.parameters, **_size(paging)}
    so_far, pointers = _SoFar(job), {""}
    while True:
        page = read(job.session.page(url, asked))
        so_far.add(page)
        if page.next is None:
            so_far.check()
            return
        if page.next in pointers:
            raise job.shifted("leads back to a page that it gave before", "S207")
        pointers.add(page.next)
        if paging.style == "cursor":
            asked = {**asked, paging.parameter: page.next}
        else:
            url, asked = next_address(job, url, page.next), {}


def next_address(job: Job, current: httpx.URL, link: str) -> httpx.URL:
    """The address of the next page.

    It is at our scheme and port, for a server behind another often does not know its own.

    Raises:
        SourceError: S209 it is on another server.
    """
    try:
        url = current.join(link)
    except httpx.InvalidURL:
        url = httpx.URL("")
    if url.host != job.settings.address.host:
        raise SourceError(
            f"{job.origin} says that its next page is on another server",
            code="S209",
            do="if that is right, make it a source of its own; otherwise tell its owner",
            at=job.at,
        )
    address = job.settings.address
    return url.copy_with(scheme=address.scheme, port=address.port, username=None, password=None)


def _size(paging: Paging) -> dict[str, str]:
    return {paging.limit: str(paging.size)} if paging.limit else {}


class _SoFar:
    """What has come, and whether it can be one whole."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._total: int | None = None
        self._last: bytes | None = None
        self.came = 0

    def add(self, page: Page) -> None:
        if page.count and page.body == self._last:
            raise self._job.shifted("gave one page twice, as if it did not see `paging`", "S207")
        if self._total is not None and page.total is not None and page.total != self._total:
            raise self._job.shifted(
                f"had {self._total:,} records at first and {page.total:,} some pages later"
            )
        self._last, self.came = page.body, self.came + page.count
        self._total = page.total if page.total is not None else self._total

    def check(self) -> None:
        if self._total is not None:
            self._job.check_total(self.came, self._total)
