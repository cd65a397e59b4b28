"""Hot spots on an indicator's page and areas alike on an area's, of a place that has both."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hereabouts.doors.web.app import create_app
from hereabouts.model.policy import Audience
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from tests.unit.doors.web.client import Client
from tests.unit.release.chequered_place import HIDDEN, ISLAND, code_of, write_place


@pytest.fixture(scope="module")
def chequered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder: Path = tmp_path_factory.mktemp("page") / "place"
    write_place(folder)
    members = folder / "indicators/library/members.yml"
    said = members.read_text("utf-8").replace("unit: percent", "unit: members per 100 people")
    members.write_text(said, "utf-8")
    workspace = open_workspace(folder)
    assert build(workspace, progress=Silent()).errors == ()
    release(workspace, audience=Audience.OPEN)
    with Client(create_app(folder)) as client:
        yield client


def text_of(client: Client, path: str) -> str:
    """A page without its tags, as one line."""
    answer = client.get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


def test_hot_spots_are_said_in_words(chequered: Client) -> None:
    page = text_of(chequered, "/indicator/library/members?area_type=area")
    assert re.search(r"[3-9] of 49 small areas stand out as part of a cluster of high values", page)
    assert "At most 5% of those named, on average, are there by chance" in page
    assert "Nothing can be said of 1, which borders none that has a value." in page
    assert "1 area has no value shown." in page
    assert "clusters of low values are the likeliest to go unseen" in page
    assert "High, and so are its neighbours: strong" in page


def test_the_unit_is_said_once_over_the_hot_spots_and_not_in_each_row(chequered: Client) -> None:
    page = chequered.get("/indicator/library/members?area_type=area").text
    table = re.findall(r"<tbody.*?</tbody>", page.split('id="hot-spots"')[1], re.DOTALL)[0]
    cells = re.findall(r'cell--numeric">\s*([^<]*?)\s*</td>', table)
    assert cells
    assert all(re.fullmatch(r"[\d.,]+", cell) for cell in cells)


def test_hot_spots_are_not_looked_for_among_few(chequered: Client) -> None:
    page = text_of(chequered, "/indicator/library/members?area_type=district")
    assert "fewer than 30 districts have a value" in page


def test_an_area_is_shown_beside_areas_like_it(chequered: Client) -> None:
    page = text_of(chequered, f"/area/area/{code_of(1, 1)}")
    assert "Areas like this one" in page
    assert "Square 009 (this area)" in page
    assert page.count("Library members") >= 2


@pytest.mark.parametrize("code", [code_of(*HIDDEN), ISLAND])
def test_only_an_area_with_a_value_has_its_like(chequered: Client, code: str) -> None:
    page = text_of(chequered, f"/area/area/{code}")
    assert ("Areas like this one" in page) == (code == ISLAND)


def test_a_place_that_asks_for_neither_shows_neither(site: Client) -> None:
    home = text_of(site, "/")
    assert "Hot spots" not in home
    listed = re.findall(r'href="(/indicator/[^"?#]+)', site.get("/").text)
    assert listed
    assert all("Hot spots" not in text_of(site, path) for path in listed)


@pytest.mark.parametrize(
    ("colour", "label"),
    [("clusters", "High, and so are its neighbours: strong"), ("neighbours", "High among high")],
)
def test_hot_spots_are_a_layer_of_the_map(chequered: Client, colour: str, label: str) -> None:
    address = f"/indicator/library/members?area_type=area&colour={colour}"
    page = chequered.get(address).text
    key = page.split('class="hb-legend"')[1].split("</ul>")[0]
    assert label in key
    assert sum(int(count) for count in re.findall(r'count">(\d+) areas?<', key)) == 50
    classes = re.findall(r'data-classes="([^"]*)"', page)[0]
    assert set(chequered.get(classes).content) <= {0, 1, 2, 3, 4, 253, 254, 255}
    assert "No neighbour with a value" in key
