"""Rasters, names and tiles, whole or by the piece."""

from pathlib import Path

import pytest

from tests.unit.doors.small_manifest import ARTEFACT
from tests.unit.doors.web.client import Client

TILES = f"/artefacts/{ARTEFACT}/areas.pmtiles"


@pytest.fixture
def tiles(small_place: Path) -> bytes:
    return (small_place / ".hereabouts" / "artefacts" / ARTEFACT / "areas.pmtiles").read_bytes()


@pytest.mark.parametrize(
    ("asked", "first", "end"),
    [("bytes=0-6", 0, 7), ("bytes=7-7", 7, 8), ("bytes=100-", 100, None), ("bytes=-5", -5, None)],
)
def test_a_piece_of_the_tiles_can_be_read(
    site: Client, tiles: bytes, asked: str, first: int, end: int | None
) -> None:
    answer = site.get(TILES, range=asked)
    assert answer.status_code == 206
    assert answer.content == tiles[first:end]
    start = first % len(tiles)
    last = start + len(answer.content) - 1
    assert answer.headers["content-range"] == f"bytes {start}-{last}/{len(tiles)}"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize("asked", ["bytes=999999-", "bytes=999999-1000000"])
def test_a_piece_beyond_the_end_is_refused(site: Client, tiles: bytes, asked: str) -> None:
    answer = site.get(TILES, range=asked)
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{len(tiles)}"
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("asked", ["lines=1-2", "bytes=x-y", "bytes=5-1", "bytes="])
def test_a_range_that_cannot_be_read_is_never_a_fault(site: Client, asked: str) -> None:
    assert site.get(TILES, range=asked).status_code in {200, 400, 416}


def test_without_a_range_the_tiles_come_whole_and_say_that_pieces_may_be_asked_for(
    site: Client, tiles: bytes
) -> None:
    answer = site.get(TILES)
    assert (answer.status_code, answer.content) == (200, tiles)
    assert answer.headers["accept-ranges"] == "bytes"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ids.webp", "image/webp"),
        ("areas.json", "application/json"),
        ("areas.pmtiles", "application/vnd.pmtiles"),
        ("areas.geojson", "application/geo+json"),
    ],
)
def test_each_file_is_what_it_says(site: Client, name: str, kind: str) -> None:
    answer = site.get(f"/artefacts/{ARTEFACT}/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind


def test_a_folder_that_no_release_names_is_not_there(
    tmp_path: Path, small_place: Path, site: Client
) -> None:
    assert site.get("/artefacts/icb22-ffffffffffff/ids.webp").status_code == 404
