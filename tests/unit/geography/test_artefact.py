import json
from pathlib import Path

import pytest
import shapely

from hereabouts.geography import artefact
from hereabouts.geography.artefact import write_artefact
from hereabouts.geography.boundaries import Boundaries, from_wkb
from hereabouts.geography.raster import IdRaster, draw_raster, load_raster
from hereabouts.geography.tiles import read_zooms


@pytest.fixture
def two_areas() -> Boundaries:
    shapes = [shapely.box(0, 50, 1, 51), shapely.box(1, 50, 2, 51.123456789, ccw=False)]
    return from_wkb(["E01", "E02"], ["Åston", "Bix"], [s.wkb for s in shapes])


def test_an_artefact_holds_every_file_that_shows_the_areas(
    two_areas: Boundaries, tmp_path: Path
) -> None:
    name = write_artefact(two_areas, tmp_path / "artefacts", named="ltla", tiles_zooms=(5, 6))

    folder = tmp_path / "artefacts" / name
    assert name.startswith("ltla-")
    assert len(name) == len("ltla-") + 12
    assert {path.name for path in folder.iterdir()} == {
        "ids.webp",
        "areas.json",
        "areas.geojson",
        "areas.pmtiles",
    }
    about = json.loads((folder / "areas.json").read_text(encoding="utf-8"))
    raster = load_raster(folder)
    assert about["codes"] == ["E01", "E02"]
    assert about["names"] == ["Åston", "Bix"]
    assert (about["width"], about["height"]) == (raster.width, raster.height)
    assert about["mercator"] == list(raster.mercator)
    assert about["bounds"] == pytest.approx(list(raster.bounds))
    assert set(raster.ids.ravel().tolist()) == {0, 1, 2}
    assert read_zooms(folder / "areas.pmtiles") == (5, 6)


def test_the_geojson_is_rounded_and_wound_as_the_standard_asks(
    two_areas: Boundaries, tmp_path: Path
) -> None:
    name = write_artefact(two_areas, tmp_path, named="ltla", tiles_zooms=None)

    features = json.loads((tmp_path / name / "areas.geojson").read_bytes())["features"]
    shape = shapely.geometry.shape(features[1]["geometry"])
    assert features[0]["properties"] == {"area_code": "E01", "area_name": "Åston"}
    assert shape.bounds == (1, 50, 2, 51.123457)
    assert shapely.is_ccw(shapely.get_exterior_ring(shape))
    assert not (tmp_path / name / "areas.pmtiles").exists()


def test_the_same_boundaries_are_written_once(
    two_areas: Boundaries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = write_artefact(two_areas, tmp_path, named="ltla", tiles_zooms=None)
    monkeypatch.setattr(artefact, "draw_raster", pytest.fail)

    assert write_artefact(two_areas, tmp_path, named="ltla", tiles_zooms=None) == first


def test_a_changed_name_makes_another_artefact(two_areas: Boundaries, tmp_path: Path) -> None:
    renamed = Boundaries(two_areas.codes, ("Aston", "Bix"), two_areas.shapes)

    first = write_artefact(two_areas, tmp_path, named="ltla", tiles_zooms=None)
    assert write_artefact(renamed, tmp_path, named="ltla", tiles_zooms=None) != first


def test_a_failure_leaves_no_half_written_artefact(
    two_areas: Boundaries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(artefact, "write_tiles", full_disk)
    with pytest.raises(OSError, match="No space left"):
        write_artefact(two_areas, tmp_path, named="ltla", tiles_zooms=(5, 6))

    assert list(tmp_path.iterdir()) == []


def test_losing_a_race_to_another_build_is_not_a_failure(
    two_areas: Boundaries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = write_artefact(two_areas, tmp_path / "elsewhere", named="ltla", tiles_zooms=None)

    def draw_while_another_build_wins(boundaries: Boundaries) -> IdRaster:
        (tmp_path / "elsewhere" / name).rename(tmp_path / name)
        return draw_raster(boundaries)

    monkeypatch.setattr(artefact, "draw_raster", draw_while_another_build_wins)
    assert write_artefact(two_areas, tmp_path, named="ltla", tiles_zooms=None) == name
    assert (tmp_path / name / "ids.webp").exists()
    assert not list(tmp_path.glob(".writing-*"))
