"""The site: one ASGI process of three branches, and the front door to them."""

import re
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from hereabouts.doors.web.address import canonical_query
from hereabouts.doors.web.answer_headers import AnswerHeaders
from hereabouts.doors.web.app_paths import Destination, find_destination
from hereabouts.doors.web.data_app import data_app
from hereabouts.doors.web.django_site import django_pages
from hereabouts.doors.web.kept_answer import KeptAnswer
from hereabouts.doors.web.page_cache import PageCache
from hereabouts.doors.web.page_door import PageDoor
from hereabouts.doors.web.people import PERSON, People, has_session
from hereabouts.doors.web.private.pages import ACCESS, PrivatePages
from hereabouts.doors.web.private.seen import SEEN, Seen
from hereabouts.doors.web.renewing import Renewing
from hereabouts.doors.web.sending_limits import SendingLimits
from hereabouts.doors.web.site import Site, open_site
from hereabouts.doors.web.site_settings import SiteSettings, secret_key
from hereabouts.govern.access.standing import Access
from hereabouts.model.policy import Audience

METHODS = frozenset({"GET", "HEAD"})
SENDING_WORKERS = 4
LONGEST_ADDRESS = 8_000  # bytes of path and query, as servers commonly have it
#: Whoever asks for every one of these must not push pages out of memory.
BESIDE_PAGES = ("/api/", "/pack/")
BESIDE_SHARE = 8  # of the memory for answers, they have one part in so many
SEEN_SHARE = 4  # and private pages have one part in so many
#: What is refused has the headers of data: it is words, never a page.
FORM_BYTES = 8 * 1024 * 1024  # of a form about people, with its spreadsheet
NOWHERE = Destination(number=None, path="", data=True, kept=False, changes=True)


class FrontDoor:
    """Checks the host and the method, answers from memory, or asks the branch that knows.

    Args:
        settings: of the site.
        people: who knows people, where it is not the accounts that `settings` name.
    """

    def __init__(self, settings: SiteSettings, *, people: People | None = None) -> None:
        self._settings = settings
        self._site = open_site(settings)
        # First: in a process with accounts, Django is told of them before anything asks it.
        self._people = people or _open_people(settings)
        has_people = self._people is not None
        self._headers = AnswerHeaders(
            is_public=settings.is_public,
            has_people=has_people,
            is_https=settings.address.startswith("https://"),
        )
        self._private = _private_pages(self._site, self._people)
        # What an internal site says is never kept, not even here.
        most = settings.cache_bytes if settings.is_public else 0
        self._cache = PageCache(most_bytes=most)
        self._beside_cache = PageCache(most_bytes=most // BESIDE_SHARE)
        self._seen_cache = PageCache(most_bytes=settings.cache_bytes // SEEN_SHARE)
        self._renewing = Renewing()
        self._data: ASGIApp = data_app(self._site)
        self._pages: ASGIApp = PageDoor(
            self._site, pages=django_pages(secret_key=settings.secret_key, hosts=settings.hosts)
        )
        self._personal: ASGIApp | None = None
        if self._people is not None:
            self._personal = PageDoor(self._site, pages=self._people.pages)
        self._form_limits = SendingLimits(FORM_BYTES)
        self._limits = SendingLimits(settings.receiving.most_bytes) if settings.receiving else None
        # Files are checked by threads of their own, so that pages never wait for them.
        self._sending: ASGIApp = PageDoor(
            self._site,
            pages=django_pages(
                secret_key=settings.secret_key, hosts=settings.hosts, workers=SENDING_WORKERS
            ),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._data(scope, receive, send)
        elif refused := self._refusal(scope):
            await refused(scope, receive, self._headers.added(NOWHERE, send))
        else:
            await self._answer(scope, receive, send)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        if not self._is_ours(scope):
            return PlainTextResponse("This site does not answer to that name.", status_code=400)
        where = find_destination(scope["path"])
        sends = self._limits is not None and where.takes_files
        signs_in = self._people is not None and where.personal
        if scope["method"] not in METHODS and not (
            (sends or signs_in) and scope["method"] == "POST"
        ):
            allow = {"allow": "GET, HEAD"}
            return PlainTextResponse(
                "Pages and data are read only.", status_code=405, headers=allow
            )
        if len(scope["path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            return PlainTextResponse("This address is too long.", status_code=414)
        if signs_in and scope["method"] == "POST":
            return self._form_limits.size_refusal(scope)
        return self._limits.refusal(scope) if sends and self._limits else None

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        where = find_destination(scope["path"])
        branch = self._data if where.data else self._pages
        if self._limits and where.takes_files:
            branch, receive = self._sending, self._limits.counted(receive)
        if self._is_for_one(where, scope):
            await self._answer_one(where, branch, scope, receive, send)
            return
        if not where.kept:
            await branch(scope, receive, self._headers.added(where, send))
            return
        # What leaves for a feed reader names the site by the address it was asked by.
        asked_by = (scope["scheme"], _host(scope)) if where.names_site else None
        query = scope["query_string"].decode("latin-1")
        answer = self._find(where, scope["path"], query, asked_by) or await self._make(
            where, branch, scope, asked_by
        )
        for message in answer.reply(scope):
            await send(message)

    def _is_for_one(self, where: Destination, scope: Scope) -> bool:
        """Whether whoever asks may be somebody: nothing that is kept for everybody answers them."""
        if self._people is None or where.path.startswith("/static/"):
            return False
        return where.personal or has_session(scope)

    async def _answer_one(
        self, where: Destination, branch: ASGIApp, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Answer somebody, or nobody with a cookie: made for them alone, and kept by nobody."""
        if self._people is None or self._personal is None or self._private is None:
            raise ValueError("only a site with accounts knows who asks")
        asked: Scope = {**scope, PERSON: await self._people.signed_in(scope)}
        if where.personal:
            branch, receive = self._personal, self._form_limits.counted(receive)
            asked[ACCESS] = self._private.access
        else:
            asked = await self._private.seen_by(asked, where)
        if where.kept and SEEN in asked:
            answer = await self._make_for(asked[SEEN], where, branch, asked)
            for message in answer.reply(scope):
                await send(message)
        else:
            await branch(asked, receive, self._headers.added(where, send, for_one=True))

    async def _make_for(
        self, seen: Seen, where: Destination, branch: ASGIApp, scope: Scope
    ) -> KeptAnswer:
        """A page for all who see the same: kept here, under what they see, and by no browser."""
        asked_by = (scope["scheme"], _host(scope)) if where.names_site else None
        query, numbers = scope["query_string"].decode("latin-1"), seen.site.releases.numbers()
        key = (seen.key, *_key(where, scope["path"], query, asked_by, numbers))
        kept = self._seen_cache.find(key)
        return kept or await self._seen_cache.make(
            key,
            branch,
            scope,
            lambda status: self._headers.of(where, status=status, for_one=True),
        )

    def kept(self, path: str, query: str, *, host: bytes) -> KeptAnswer | None:
        """What a plain GET is answered from memory; None if it must be asked in the ordinary way.

        Args:
            path: of the address, with no escapes left in it.
            query: as it was sent.
            host: the Host header.
        """
        where = find_destination(path)
        if not where.kept or where.names_site or _host_name(host) not in self._settings.hosts:
            return None
        return self._find(where, path, query, None)

    def _find(
        self, where: Destination, path: str, query: str, asked_by: object
    ) -> KeptAnswer | None:
        numbers = self._site.releases.numbers()
        return self._cache_of(where).find(_key(where, path, query, asked_by, numbers))

    async def _make(
        self, where: Destination, branch: ASGIApp, scope: Scope, asked_by: object
    ) -> KeptAnswer:
        """The answer, made; just after a release, perhaps the one of the release before."""
        cache, releases = self._cache_of(where), self._site.releases
        address = (where, scope["path"], scope["query_string"].decode("latin-1"), asked_by)
        making = cache.make(
            _key(*address, releases.numbers()),
            branch,
            scope,
            lambda status: self._headers.of(where, status=status),
        )
        earlier = releases.earlier() if where.changes else ()
        before = cache.find(_key(*address, earlier)) if earlier else None
        return await (self._renewing.renew(making, before=before) if before else making)

    def _cache_of(self, where: Destination) -> PageCache:
        beside = where.data and where.path.startswith(BESIDE_PAGES)
        return self._beside_cache if beside else self._cache

    def _is_ours(self, scope: Scope) -> bool:
        return _host_name(_host(scope)) in self._settings.hosts


def _open_people(settings: SiteSettings) -> People | None:
    """Who knows people. Imported only by a site that lets them sign in."""
    if settings.accounts is None:
        return None
    opening = import_module("hereabouts.doors.web.accounts.opening")
    people: People = opening.OpenAccounts(settings.accounts, settings.hosts)
    return people


def _private_pages(site: Site, people: People | None) -> PrivatePages | None:
    if people is None:
        return None
    return PrivatePages(site, Access(site.settings.root, grants=people.grants))


def _key(
    where: Destination, path: str, query: str, asked_by: object, numbers: tuple[int, ...]
) -> tuple[object, ...]:
    """The release, the path and the query in one order: what a page is made from."""
    newest = numbers[-1] if numbers else None
    number = newest if where.changes else where.number
    # A release that has been withdrawn is not answered from memory.
    there = number in numbers or not (where.changes or where.number is not None)
    # What says which releases there are changes when any of them does.
    released = numbers if where.changes else number
    return released, there, path, canonical_query(query), asked_by


def _host(scope: Scope) -> bytes:
    return next((value for name, value in scope["headers"] if name == b"host"), b"")


@lru_cache(maxsize=256)
def _host_name(header: bytes) -> str:
    """The name in a Host header, without its port."""
    return re.sub(r":\d+\Z", "", header.decode("latin-1").lower())


def create_app(
    root: Path | None = None,
    *,
    audience: Audience = Audience.OPEN,
    settings: SiteSettings | None = None,
) -> ASGIApp:
    """The ASGI application of one site.

    Args:
        root: the project folder; not needed with `settings`.
        audience: whose releases it shows.
        settings: everything, when the defaults will not do.
    """
    if settings is None:
        if root is None:
            raise ValueError("a site needs a project folder or settings")
        settings = SiteSettings(root=root, audience=audience, secret_key=secret_key({}))
    return FrontDoor(settings)
