"""The way into the pages: finds the release, then lets Django answer."""

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send

from hereabouts.doors.web import app_paths
from hereabouts.doors.web.requested import KEY, Requested
from hereabouts.doors.web.site import Site
from hereabouts.doors.web.visit import Visit
from hereabouts.errors import HereaboutsError


class PageDoor:
    """Opens the release a page is of, in a thread, and hands both to Django."""

    def __init__(self, site: Site, *, pages: ASGIApp) -> None:
        self._site, self._pages = site, pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one page."""
        requested = await asyncio.to_thread(self._requested, scope)
        await self._pages(
            {**scope, "path": requested.path, "query_string": b"", KEY: requested}, receive, send
        )

    def _requested(self, scope: Scope) -> Requested:
        where = app_paths.find_destination(scope["path"])
        query = scope["query_string"].decode("latin-1")
        visit, problem = self._visit(where.number, query)
        return Requested(
            visit=visit,
            problem=problem,
            assets=self._site.assets,
            internal=not self._site.settings.is_public,
            path=where.path,
            address=self._site.settings.address,
            receiving=self._site.settings.receiving if where.number is None else None,
        )

    def _visit(self, number: int | None, query: str) -> tuple[Visit | None, HereaboutsError | None]:
        """The release asked for; failing that the newest, to say so in its look."""
        try:
            return self._site.visit(number, query=query), None
        except HereaboutsError as problem:
            try:
                return self._site.visit(None, query="") if number is not None else None, problem
            except HereaboutsError:
                return None, problem
