"""A custom area's page, and the page about the data, say who defined it and of what."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.doors.web.client import Client

CODE = "E54000037"  # Devon, which is taken here for an area of one's own
DEFINED = {
    "area_type": "icb22",
    "code": CODE,
    "owner": "Devon partnership",
    "version": "3",
    "valid_from": "2026-04-01",
    "why": "teams work by it",
    "members": 14,
    "sha256": "0" * 64,
    "way": "list",
    "postcodes": 0,
    "postcodes_outside": 0,
    "least_share": None,
}


@pytest.fixture
def defining(
    small_place: Path, tmp_path: Path, make_site: Callable[..., Client]
) -> Callable[..., Client]:
    """A site whose release says so of Devon, and of which year small areas are."""

    def make(**facts: Any) -> Client:
        place = Path(shutil.copytree(small_place, tmp_path / "place"))
        (path,) = place.glob(".hereabouts/releases/*/release.json")
        said = json.loads(path.read_text("utf-8"))
        said["neighbourhoods"] = [DEFINED | facts]
        said["area_types"][0] |= {"layer": "lsoa", "vintage": 2011}
        path.write_text(json.dumps(said), "utf-8")
        return make_site(place)

    return make


def test_who_defined_it_and_of_how_many_is_said_on_both_pages(
    defining: Callable[..., Client],
) -> None:
    site = defining()
    words = (
        "Defined by Devon partnership, version 3, from 1 April 2026, made of 14"
        " lower layer super output areas (2011)."
        " Teams work by it."
    )
    for page in (f"/area/icb22/{CODE}", "/about"):
        assert words in site.get(page).text, page
    assert "2011 boundaries" in site.get("/about").text


def test_how_well_postcodes_fit_is_said(defining: Callable[..., Client]) -> None:
    site = defining(way="postcodes", postcodes=210, postcodes_outside=9, least_share=0.6667)
    page = site.get(f"/area/icb22/{CODE}").text
    assert "Best fitted to 210 postcodes" in page
    assert "at least 67% of every one here; 9 postcodes lie in others, left out." in page


def test_where_nobody_is_named_only_what_it_is_made_of_is_said(
    defining: Callable[..., Client],
) -> None:
    page = defining(owner="", version="", valid_from=None, why="").get(f"/area/icb22/{CODE}").text
    assert "Made of 14 lower layer super output areas (2011)." in page
    assert "Defined by" not in page


def test_other_areas_say_nothing_of_it(site: Client) -> None:
    page = site.get(f"/area/icb22/{CODE}").text
    assert "Made of" not in page
    assert "boundaries</p>" not in page
