"""The way into the pages: finds the release, then lets Django answer."""

import asyncio
from dataclasses import replace

from starlette.types import ASGIApp, Receive, Scope, Send

from hereabouts.doors.web import app_paths
from hereabouts.doors.web.app_paths import Destination
from hereabouts.doors.web.private.seen import SEEN, Seen
from hereabouts.doors.web.requested import KEY, Requested
from hereabouts.doors.web.site import SITE, Site
from hereabouts.doors.web.visit import Visit
from hereabouts.errors import HereaboutsError


class PageDoor:
    """Opens the release a page is of, in a thread, and hands both to Django."""

    def __init__(self, site: Site, *, pages: ASGIApp) -> None:
        self._site, self._pages = site, pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one page."""
        asked = await asyncio.to_thread(requested, scope.get(SITE, self._site), scope)
        # A page of a release reads its query from its visit; one for a person, as Django has it.
        personal = app_paths.find_destination(scope["path"]).personal
        query = scope["query_string"] if personal else b""
        await self._pages(
            {**scope, "path": asked.path, "query_string": query, KEY: asked}, receive, send
        )


def requested(site: Site, scope: Scope) -> Requested:
    """What a page is made from: the release that the address is of, opened."""
    where = app_paths.find_destination(scope["path"])
    query = "" if where.personal else scope["query_string"].decode("latin-1")
    visit, problem = _visit(site, where.number, query)
    path, visit = _in_language(where, visit)
    seen: Seen | None = scope.get(SEEN)
    return Requested(
        visit=visit,
        problem=problem,
        assets=site.assets,
        internal=not site.settings.is_public,
        path=path,
        purpose=seen.purpose_words if seen else None,
        embargo=seen.embargo if seen else None,
        address=site.settings.address,
        receiving=site.settings.receiving if where.number is None else None,
    )


def _in_language(where: Destination, visit: Visit | None) -> tuple[str, Visit | None]:
    """The path within the language that it names; the whole path if the site has no such pages."""
    if not where.language:
        return where.path, visit
    if visit is None or where.language not in visit.manifest.place.languages[1:]:
        return f"/{where.language}{where.path}", visit
    return where.path, replace(visit, links=replace(visit.links, language=where.language))


def _visit(
    site: Site, number: int | None, query: str
) -> tuple[Visit | None, HereaboutsError | None]:
    """The release asked for; failing that the newest, to say so in its look."""
    try:
        return site.visit(number, query=query), None
    except HereaboutsError as problem:
        try:
            return site.visit(None, query="") if number is not None else None, problem
        except HereaboutsError:
            return None, problem
