import gzip
from pathlib import Path

import pytest
import shapely

from hereabouts.geography.boundaries import Boundaries, from_wkb
from hereabouts.geography.tiles import read_tiles, read_zooms, write_tiles


@pytest.fixture
def four_areas() -> Boundaries:
    """The second has no outline."""
    shapes = [shapely.box(x, 50, x + 1, 51) for x in range(4)]
    wkb = [None if x == 1 else shape.wkb for x, shape in enumerate(shapes)]
    return from_wkb(["A", "B", "C", "D"], ["a", "b", "c", "d"], wkb)


def varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def fields(message: bytes) -> list[tuple[int, bytes | int]]:
    """The fields of a protocol buffer that has only varints and bytes."""
    out: list[tuple[int, bytes | int]] = []
    at = 0
    while at < len(message):
        key, at = varint(message, at)
        value, at = varint(message, at)
        if key & 7 == 2:
            out.append((key >> 3, message[at : at + value]))
            at += value
        else:
            out.append((key >> 3, value))
    return out


def layer_name_and_ids(tile: bytes) -> tuple[str, set[int]]:
    (_, layer), *others = fields(gzip.decompress(tile))
    assert not others
    assert isinstance(layer, bytes)
    parts = fields(layer)
    name = next(value for field, value in parts if field == 1)
    features = [value for field, value in parts if field == 2]
    ids = {dict(fields(feature))[1] for feature in features if isinstance(feature, bytes)}
    assert isinstance(name, bytes)
    return name.decode(), {number for number in ids if isinstance(number, int)}


def test_every_area_with_an_outline_is_in_every_zoom_under_its_number(
    four_areas: Boundaries, tmp_path: Path
) -> None:
    write_tiles(four_areas, tmp_path / "areas.pmtiles", zooms=(4, 6))

    found: dict[int, set[int]] = {}
    for (zoom, _, _), tile in read_tiles(tmp_path / "areas.pmtiles"):
        name, ids = layer_name_and_ids(tile)
        assert name == "areas"
        found.setdefault(zoom, set()).update(ids)
    assert found == {4: {1, 3, 4}, 5: {1, 3, 4}, 6: {1, 3, 4}}


def test_the_archive_says_its_zooms_and_leaves_nothing_beside_it(
    four_areas: Boundaries, tmp_path: Path
) -> None:
    write_tiles(four_areas, tmp_path / "areas.pmtiles", zooms=(4, 6))

    assert read_zooms(tmp_path / "areas.pmtiles") == (4, 6)
    assert [path.name for path in tmp_path.iterdir()] == ["areas.pmtiles"]


def test_detail_that_cannot_be_seen_is_left_out(tmp_path: Path) -> None:
    circle = shapely.Point(0, 50).buffer(1, quad_segs=5_000)

    write_tiles(from_wkb(["A"], ["a"], [circle.wkb]), tmp_path / "areas.pmtiles", zooms=(4, 4))

    assert sum(len(gzip.decompress(t)) for _, t in read_tiles(tmp_path / "areas.pmtiles")) < 2_000
