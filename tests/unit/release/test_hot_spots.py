"""Hot spots and areas like one another, from the folder to the answers of a release."""

import json
from datetime import date
from pathlib import Path

import duckdb
import pytest

from hereabouts.model.policy import Audience
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.release.hot_spots import find_hot_spots
from hereabouts.release.reader import ReleaseReader, latest
from hereabouts.release.reader_clusters import ClusterAt
from tests.unit.release.chequered_place import HIDDEN, HOT, ISLAND, code_of, write_place

START = date(2025, 1, 1)
MEMBERS = "library.members"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chequered") / "place"
    write_place(folder)
    workspace = open_workspace(folder)
    assert build(workspace, progress=Silent()).errors == ()
    release(workspace, audience=Audience.OPEN)
    return folder


@pytest.fixture
def reader(place: Path) -> ReleaseReader:
    return latest(place, audience=Audience.OPEN)


@pytest.fixture
def found(reader: ReleaseReader) -> dict[str, ClusterAt]:
    spots = reader.hot_spots(MEMBERS, area_type="area", period_start=START)
    return {spot.area_code: spot for spot in spots}


def test_the_hot_corner_is_found(found: dict[str, ClusterAt]) -> None:
    hot = {code for code, spot in found.items() if spot.kind.startswith("hot")}
    corner = {code_of(*at) for at in HOT}
    assert len(hot) >= 3
    assert hot <= corner
    assert found[code_of(1, 1)].kind == "hot_1"
    assert found[code_of(1, 1)].moran == "high_high"


def test_a_hidden_value_has_no_row_and_moves_no_other(
    found: dict[str, ClusterAt], reader: ReleaseReader
) -> None:
    hidden = code_of(*HIDDEN)
    assert hidden not in found
    seen = reader.observations(MEMBERS, area_type="area", code=hidden)
    assert [one.marker for one in seen] == ["[c]"]
    assert len(found) == 49


def test_what_is_found_needs_nothing_but_what_is_shown(place: Path, reader: ReleaseReader) -> None:
    """The same numbers again, from the release's own observations."""
    workspace = open_workspace(place)
    shown = reader.folder / "serve.duckdb"
    borders = workspace.lake.open("place/neighbours")
    with duckdb.connect() as connection:
        connection.execute(f"attach '{shown}' as serve (read_only)")
        connection.execute("create view protected as from serve.observations")
        connection.execute("create view areas as from serve.areas")
        connection.read_parquet(list(borders.files)).create_view("neighbours")
        find_hot_spots(connection, workspace.project, borders=True)
        again = connection.sql("from hot_spots order by all").fetchall()
        assert again == connection.sql("from serve.hot_spots order by all").fetchall()
    assert again


def test_an_island_is_said_to_be_one(found: dict[str, ClusterAt]) -> None:
    assert (found[ISLAND].kind, found[ISLAND].q) == ("island", None)


def test_too_few_areas_have_no_hot_spots(reader: ReleaseReader) -> None:
    assert reader.hot_spots(MEMBERS, area_type="district", period_start=START) == ()
    assert reader.hot_spots(MEMBERS, area_type="neighbourhood", period_start=START) == ()


def test_smoothed_rates_are_in_the_indicators_unit(found: dict[str, ClusterAt]) -> None:
    smoothed = [spot.smoothed for spot in found.values() if spot.smoothed is not None]
    assert len(smoothed) == 49
    assert 15 < min(smoothed) < max(smoothed) < 50  # percent


def test_the_surest_come_first(reader: ReleaseReader) -> None:
    spots = reader.hot_spots(MEMBERS, area_type="area", period_start=START)
    q = [spot.q for spot in spots if spot.q is not None]
    assert q == sorted(q)
    assert spots[-1].area_code == ISLAND


def test_areas_like_one_another_have_like_values(reader: ReleaseReader) -> None:
    similar = reader.similar("area", code=code_of(1, 1))
    assert len(similar) == 3
    distances = [one.distance for one in similar]
    assert distances == sorted(distances)
    hot = {code_of(*at) for at in HOT}
    assert {one.area_code for one in similar} <= hot
    assert reader.similar("area", code=code_of(*HIDDEN)) == ()
    assert reader.similar("district", code="E07999001") == ()


def test_the_release_pins_the_borders(place: Path, reader: ReleaseReader) -> None:
    assert "place/neighbours" in reader.manifest.tables
    facts = open_workspace(place).lake.open("place/neighbours").facts
    assert json.loads(facts["islands"])["area"] == [ISLAND]
