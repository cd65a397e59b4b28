"""A small release whose pages have sections of every kind."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hereabouts.doors.web.app import create_app
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.doors.web.visit import Visit
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeVisit

WITHIN, MINUTES, NURSES = "access.within_30", "access.travel_minutes", "workforce.nurses"
PAIR = {"need": MINUTES, "supply": NURSES}

SECTIONS: list[dict[str, Any]] = [
    {"kind": "text", "name": "text", "words": ["Thrombolysis <b>works</b>."]},
    {"kind": "headline", "name": "headline", "indicators": [WITHIN, NURSES]},
    {"kind": "map", "name": "map", "indicators": [WITHIN]},
    {"kind": "map", "name": "map-2", "title": "Need and supply", **PAIR},
    {"kind": "ranking", "name": "ranking", "indicators": [WITHIN, MINUTES]},
    {"kind": "ranking", "name": "ranking-2", "indicators": [NURSES], "title": "Nurses"},
    {"kind": "triangulation", "name": "triangulation", **PAIR},
    {"kind": "trend", "name": "trend", "indicators": [NURSES]},
    {"kind": "inequality", "name": "inequality", "indicators": [WITHIN]},
    {"kind": "pyramid", "name": "pyramid", "indicators": [NURSES]},
    {"kind": "table", "name": "table", "indicators": [WITHIN, MINUTES]},
    {"kind": "profile", "name": "profile"},
    {"kind": "headline", "name": "headline-2", "indicators": ["gone.away"], "title": "Gone"},
]


def with_sections(root: Path, *pages: dict[str, Any]) -> None:
    """Write a small release under `root` that has `pages` besides its home."""
    told = build_small_release(root) / "release.json"
    said = json.loads(told.read_text("utf-8"))
    said["pages"] += list(pages)
    told.write_text(json.dumps(said), "utf-8")


def page(*sections: dict[str, Any], name: str = "theme") -> dict[str, Any]:
    """A page of sections as release.json has it."""
    return {
        "name": name,
        "title": "Stroke care",
        "lede": "Who is there.",
        "indicators": [],
        "sections": list(sections),
    }


@pytest.fixture(scope="session")
def themed_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with one release; to be read, never changed."""
    folder = tmp_path_factory.mktemp("themed") / "place"
    with_sections(folder, page(*SECTIONS))
    return folder


@pytest.fixture(scope="session")
def themed(themed_place: Path) -> Iterator[Client]:
    """Its site."""
    with Client(create_app(themed_place)) as client:
        yield client


@pytest.fixture(scope="session")
def themed_visit(themed_place: Path) -> MakeVisit:
    """A visit to its release: `themed_visit("ranking.sort=area")`."""
    site = open_site(SiteSettings(root=themed_place))

    def visit(query: str = "", *, number: int | None = None) -> Visit:
        return site.visit(number, query=query)

    return visit
