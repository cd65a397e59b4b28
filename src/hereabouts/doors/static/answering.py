"""The site, asked in this process: no network, no cache, and no host or method to check."""

import asyncio
import sys
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Self

from starlette.types import ASGIApp, Scope

from hereabouts.doors.static.rewriting import SENTINEL
from hereabouts.doors.web.app_paths import find_destination
from hereabouts.doors.web.data_app import data_app
from hereabouts.doors.web.django_site import django_wsgi
from hereabouts.doors.web.indicator_state import read_state
from hereabouts.doors.web.page_cache import whole_answer
from hereabouts.doors.web.page_door import requested
from hereabouts.doors.web.published import Published
from hereabouts.doors.web.requested import KEY, Requested
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import SiteSettings, secret_key
from hereabouts.doors.web.visit import Visit

HOST = SENTINEL.removeprefix("https://").encode()


class AskedSite:
    """The open site of a project, for one caller at a time. To be closed."""

    def __init__(self, root: Path, *, published: Published, whole: bool) -> None:
        key = secret_key({})
        address = SENTINEL if whole else ""
        self._site = open_site(
            # A release that appears meanwhile must not change what pages say of the others.
            SiteSettings(
                root=root,
                secret_key=key,
                published=published,
                address=address,
                check_seconds=float("inf"),
            )
        )
        self._data: ASGIApp = data_app(self._site)
        self._pages = django_wsgi(secret_key=key)
        self._runner = asyncio.Runner()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self._runner.close()

    def visit(self, number: int, query: str = "") -> Visit:
        """A visit to a release of the site."""
        return self._site.visit(number, query=query)

    def statics(self) -> tuple[str, ...]:
        """Addresses of every style sheet, script and picture of the front end."""
        return tuple(self._site.assets.files)

    def ask(self, path: str, query: str = "") -> tuple[int, bytes]:
        """Status and body of the answer to a plain GET."""
        scope = _scope(path, query)
        if not find_destination(path).data:
            return self._page(scope)
        status, _headers, body = self._runner.run(whole_answer(self._data, scope))
        return status, body

    def _page(self, scope: Scope) -> tuple[int, bytes]:
        """A page, by Django in this thread: there is nobody else to answer meanwhile."""
        asked = requested(self._site, scope)
        answered: list[str] = []

        def start(status: str, _headers: object, _fault: object = None, /) -> Callable[..., object]:
            answered.append(status)
            return answered.append

        parts = self._pages(_environ(asked), start)
        return int(answered[0].split(" ")[0]), b"".join(parts)

    def defaults_of_indicator(self, number: int, theme: str, name: str) -> Mapping[str, str]:
        """What an indicator's page shows when its address asks for nothing."""
        visit = self._site.visit(number, query="")
        found = visit.manifest.indicator(theme, name=name)
        if found is None:
            return {}
        state = read_state(visit, found)
        return {
            "area_type": state.area_type.code,
            "period": state.period.start.isoformat(),
            "category": state.category,
        }


def _environ(asked: Requested) -> dict[str, Any]:
    """What Django is told of a plain GET, with what the page is made from."""
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": asked.path.encode().decode("latin-1"),  # as WSGI says text
        "QUERY_STRING": "",
        "SERVER_NAME": HOST.decode(),
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": HOST.decode(),
        "wsgi.url_scheme": "https",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "asgi.scope": {KEY: asked},
    }


def _scope(path: str, query: str) -> Scope:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "https",
        "server": (HOST.decode(), 443),
        "client": None,
        "root_path": "",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(b"host", HOST)],
    }
