"""A small release whose words are explained at length, and that has a dictionary."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hereabouts.doors.web.app import create_app
from hereabouts.model.policy import Audience
from hereabouts.release.reader import ReleaseReader, latest
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client

GLOSSARY = {
    "Treatment": "What is done about an illness.",
    "Thrombolysis": "Treatment that dissolves a clot.",
    "Thrombectomy": "Treatment that pulls a clot out <quickly>.",
    "Full-time equivalent (FTE)": "A contract as a share of full-time hours.",
    "Nurse": "Whoever is registered as one.",
}
TERMS: dict[str, dict[str, Any]] = {
    "Thrombolysis": {
        "owner": "Stroke network",
        "broader": "Treatment",
        "related": ["Thrombectomy"],
        "source": "https://example.org/thrombolysis",
    },
    "Thrombectomy": {"owner": "", "broader": "Treatment", "related": [], "source": ""},
}
DICTIONARY = {
    "entities": [
        {
            "name": "area",
            "title": "Area",
            "means": "A piece of the place.",
            "key": ["code"],
            "relations": [{"to": "area", "how": "is part of", "words": "lies in"}],
        },
        {
            "name": "person",
            "title": "Person",
            "means": "Somebody, such as a nurse.",
            "term": "Nurse",
            "relations": [
                {"to": "area", "how": "has one", "words": "lives in"},
                {"to": "nothing", "how": "has many"},
            ],
        },
    ],
    "fields": [
        {
            "name": "code",
            "title": "Area code",
            "type": "string",
            "meaning": "The code of an area.",
            "term": "Treatment",
            "entity": "area",
        },
        {"name": "unused", "title": "Unused", "type": "date", "meaning": "In no product."},
    ],
}


def explain(root: Path, **said: Any) -> None:
    """Write a small release under `root` with other words than usual."""
    told = build_small_release(root) / "release.json"
    manifest = json.loads(told.read_text("utf-8"))
    told.write_text(json.dumps(manifest | said), "utf-8")


@pytest.fixture(scope="session")
def worded_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with one open release; to be read, never changed."""
    folder = tmp_path_factory.mktemp("worded") / "place"
    explain(folder, glossary=GLOSSARY, terms=TERMS, dictionary=DICTIONARY)
    return folder


@pytest.fixture(scope="session")
def worded_reader(worded_place: Path) -> ReleaseReader:
    """Its release."""
    return latest(worded_place, audience=Audience.OPEN)


@pytest.fixture(scope="session")
def worded(worded_place: Path) -> Iterator[Client]:
    """Its site; to be asked, never changed."""
    with Client(create_app(worded_place)) as client:
        yield client
