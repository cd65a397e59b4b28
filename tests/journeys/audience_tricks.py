"""Ways to ask an open site for an internal release, and doors that would lead to one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hereabouts.doors.web import page_door
from hereabouts.doors.web.endpoints import download, selection_address, slice_address
from hereabouts.doors.web.site import Site, open_site
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.doors.web.visit import Visit
from hereabouts.model.policy import Audience

ASKED = ("audience=internal", "release=2", "r=2", "number=2", "audience%3Dinternal=1")
HEADERS = (
    {"x-audience": "internal"},
    {"cookie": "audience=internal; hereabouts_form=internal"},
    {"x-original-url": "/r/2/about", "x-rewrite-url": "/r/2/about"},
    {"x-forwarded-for": "127.0.0.1", "x-forwarded-host": "localhost", "x-forwarded-prefix": "/r/2"},
    {"authorization": "Bearer internal", "accept": "application/internal+json"},
)
SOME = (
    *("/", "/about", "/area/area/E01999007", "/indicator/care/members?area_type=area", "/health"),
    *("/api/v1/observations?indicator=care.members&area_type=area", "/api/v1/releases/1"),
    *("/search.json?q=square", "/r/3/values/care.members/area/2025-01-01.f32"),
    *("/r/3/download/care/members.csv?area_type=area", "/theme.css", "/r/1/about"),
)
PATHS = (
    *("/internal", "/r/internal", "/r/2-internal/", "/r/0002-internal/about", "/r/02/about"),
    *("/r/%32/about", "/r/%EF%BC%92/about", "/r/2%00/about", "/r/3/../2/about", "//r/2/about"),
    *("/r/3/%2e%2e/2/about", "/r/3%2f..%2f2/about", "/r//2/about", "/R/2/about", "/r/3/r/2/about"),
    *("/r/2;/about", "/r/-2/about", "/r/2.0/about", "/r/2/health", "/r/2/search.json"),
    *("/api/v1/releases/2", "/api/v1/releases/2/tiles", "/api/v1/releases/02/tiles"),
    *("/release.json", "/r/3/release.json", "/serve.duckdb", "/r/3/serve.duckdb"),
    *("/.hereabouts/releases/0002-internal/release.json", "/artefacts/0002-internal/release.json"),
    *("/artefacts/..%2freleases%2f0002-internal/release.json", "/artefacts/../areas.json"),
    *("/artefacts/%2e%2e/%2e%2e/releases/0002-internal/areas.json", "/static/dist/../../app.py"),
    "/static/dist/%2e%2e/%2e%2e/%2e%2e/%2e%2e/inbox/Umberslade.csv",
    "/r/3/values/care.members/area/..%2f..%2f2.f32",
    "http://localhost/r/2/about",
)


def inside(place: Path) -> Site:
    return open_site(SiteSettings(root=place, audience=Audience.INTERNAL))


def leak_data(place: Path, patched: pytest.MonkeyPatch) -> None:
    """Data is read from the internal release of the number before."""

    def wrong(request: Any) -> Visit:
        return inside(place).visit(4, query=request.url.query)

    for door in (download, selection_address, slice_address):
        patched.setattr(door, "visit_of", wrong)


def leak_pages(place: Path, patched: pytest.MonkeyPatch) -> None:
    """Pages are made from the internal release."""

    def wrong(_site: Site, _number: int | None, query: str) -> tuple[Visit, None]:
        return inside(place).visit(None, query=query), None

    patched.setattr(page_door, "_visit", wrong)


def leak_api(place: Path, patched: pytest.MonkeyPatch) -> None:
    """The API reads the internal release."""
    opened = inside(place).visit(4, query="")

    def wrong(_self: Site, _number: int | None, *, query: str) -> Visit:
        return replace(opened, query=query)

    patched.setattr(Site, "visit", wrong)


MEMBERS = "care.members/area/2025-01-01"
#: A door that leads to the internal release -> what the walk finds there.
LEAKS: list[tuple[Callable[[Path, pytest.MonkeyPatch], None], str, str]] = [
    (leak_data, f"/r/3/values/{MEMBERS}.f32", "99995.9"),
    (leak_data, "/r/3/download/care/members.csv?area_type=area", "73519"),
    (leak_data, "/r/3/download/care/members.geojson?area_type=area", "73519"),
    (leak_api, "/api/v1/observations?indicator=care.members&area_type=area", "73519"),
    (leak_pages, "/indicator/care/members?area_type=area", "99995.9"),
    (leak_pages, "/area/area/E01999031", "99995.9"),
    (leak_pages, "/about/care.people", "Yarrowmere"),
    (leak_pages, "/about/care.people", "1,767"),
]
