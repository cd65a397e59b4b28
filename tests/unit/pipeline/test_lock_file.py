"""What was received for a product, written beside it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hereabouts.lake.objects import keep
from hereabouts.model.product import Product
from hereabouts.pipeline.lock_file import NAME, previous, read_lock, write_lock
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.sources import Received

MORNING = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.fixture
def product(new: Path) -> Product:
    return open_workspace(new).project.products["library.membership"]


@pytest.fixture
def received(tmp_path: Path) -> Received:
    path = tmp_path / "received.csv"
    path.write_bytes(b"abc")
    return Received(
        path=path,
        name="received.csv",
        origin="https://example.org/received.csv",
        sha256=SHA256,
        size=3,
        fetched_at=MORNING,
        etag='"1"',
        last_modified=None,
        unchanged=False,
    )


def test_it_says_what_came_from_where_and_when(product: Product, received: Received) -> None:
    write_lock(product, received)
    assert read_lock(product) == {
        "name": "received.csv",
        "origin": "https://example.org/received.csv",
        "sha256": SHA256,
        "size": "3",
        "received_at": "2026-03-02T08:30:00+00:00",
        "etag": '"1"',
        "last_modified": "",
    }
    text = (Path(product.folder) / NAME).read_text("utf-8")
    assert text.startswith("# Written by hereabouts build")
    assert not list(Path(product.folder).glob("*.part"))


def test_the_same_bytes_from_the_same_place_leave_it_as_it_is(
    product: Product, received: Received
) -> None:
    write_lock(product, received)
    before = (Path(product.folder) / NAME).read_bytes()
    later = replace(received, fetched_at=datetime(2027, 1, 1, tzinfo=UTC))
    write_lock(product, later)
    assert (Path(product.folder) / NAME).read_bytes() == before


@pytest.mark.parametrize("other", [{"sha256": "f" * 64}, {"origin": "inbox/received.csv"}])
def test_other_bytes_or_another_place_are_written(
    product: Product, received: Received, other: dict[str, Any]
) -> None:
    write_lock(product, received)
    write_lock(product, replace(received, **other))
    for key, value in other.items():
        assert read_lock(product)[key] == value


def test_without_a_lock_nothing_was_received(product: Product, tmp_path: Path) -> None:
    assert read_lock(product) == {}
    assert previous(product, tmp_path / "objects") is None


def test_what_was_received_is_known_again_while_its_bytes_are_here(
    product: Product, received: Received, tmp_path: Path
) -> None:
    objects = tmp_path / "objects"
    write_lock(product, received)
    assert previous(product, objects) is None, "the lock came with the folder, the bytes did not"
    kept = keep(objects, received.path, sha256=SHA256)
    found = previous(product, objects)
    assert found is not None
    assert (found.sha256, found.kept) == (SHA256, kept)
    assert (found.etag, found.last_modified) == ('"1"', None)
    assert found.origin == received.origin, "or the server is never asked whether it changed"


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< ours\nsha256: a\n=======\nsha256: b\n>>>>>>> theirs\n",
        "name: received.csv\n",
        "- a list\n",
        "",
    ],
)
def test_a_lock_that_cannot_be_understood_is_no_lock(
    product: Product, received: Received, tmp_path: Path, text: str
) -> None:
    """Two people's builds can collide in version control; the next build writes it again."""
    (Path(product.folder) / NAME).write_text(text, "utf-8")
    assert read_lock(product) == {}
    assert previous(product, tmp_path) is None
    write_lock(product, received)
    assert read_lock(product)["sha256"] == SHA256
