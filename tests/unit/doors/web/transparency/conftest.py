"""A release with agreements that were read, and a privacy notice."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hereabouts.doors.web.app import create_app
from tests.unit.doors.catalogued_release import AGREEMENTS, build_catalogued_release
from tests.unit.doors.web.client import Client

PLANNING: dict[str, Any] = AGREEMENTS[0] | {
    "benefits": "Fewer people wait.",
    "method": "Read on the site.",
    "disposal": "Deleted <at once>.",
    "assessed": True,
    "shared": [{"product": "care.members", "columns": ["Band"], "areas": 3}],
    "reads": [{"month": "2026-09-01", "count": None}, {"month": "2026-10-01", "count": 1200}],
}
REVOKED: dict[str, Any] = AGREEMENTS[0] | {
    "id": "care_past",
    "title": "Care in the past",
    "starts_on": "2026-02-01",
    "ends_on": "2026-12-31",
    "revoked_on": "2026-06-03",
    "retention": "1 m",
    "shared": [{"product": "care.members", "columns": [], "areas": None}],
}
NOTICE = {
    "domain": "care",
    "title": "Privacy notice: care",
    "lead": "How we use data about you.",
    "sections": [
        {"heading": "Who we are", "blocks": ["Write to <us>.", ["Your name", "Your age"]]},
    ],
}


def build(root: Path, **said: Any) -> None:
    """The release, made in November 2026, and whatever else is said of it."""
    whole: dict[str, Any] = {
        "made_at": "2026-11-24T10:00:00+00:00",
        "agreements": [PLANNING, REVOKED],
        "notices": [NOTICE],
        "reads_since": "2026-08-15",
    }
    build_catalogued_release(root, **(whole | said))


@pytest.fixture(scope="session")
def telling_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder; to be read, never changed."""
    root = tmp_path_factory.mktemp("telling") / "place"
    build(root)
    return root


@pytest.fixture(scope="session")
def telling(telling_place: Path) -> Iterator[Client]:
    """Its site; to be asked, never changed."""
    with Client(create_app(telling_place)) as client:
        yield client


@pytest.fixture(scope="session")
def silent(telling_place: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The site of a release that shares nothing, and counts nothing."""
    root = Path(shutil.copytree(telling_place, tmp_path_factory.mktemp("silent") / "place"))
    (told,) = root.rglob("release.json")
    nothing: dict[str, object] = {"agreements": [], "notices": [], "reads_since": None}
    told.write_text(json.dumps(json.loads(told.read_text("utf-8")) | nothing), "utf-8")
    with Client(create_app(root)) as client:
        yield client
