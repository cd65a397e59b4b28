"""An indicator as GeoJSON."""

from pathlib import Path
from typing import Any

import pytest

from tests.unit.doors.small_manifest import NURSES
from tests.unit.doors.small_release import build_small_release, take_totals_away
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite

AT = "/r/1/download"


def test_each_outline_has_its_areas_value_or_why_there_is_none(site: Client) -> None:
    answer = site.get(f"{AT}/access/within_30.geojson")
    assert answer.headers["content-type"] == "application/geo+json"
    said = answer.json()
    assert said["type"] == "FeatureCollection"
    assert (said["unit"], said["period"], said["release"]) == ("percent", "2017 to 2019", 1)
    assert said["synthetic"] is False
    assert said["attribution"] == ["Stroke maps, MIT licence."]
    found = {f["properties"]["area_code"]: f["properties"] for f in said["features"]}
    assert len(found) == 5
    assert found["E54000037"]["value"] == 80.0
    assert found["E54000037"]["marker"] is None
    assert (found["W11000023"]["value"], found["W11000023"]["marker"]) == (None, "[x]")
    assert all(feature["geometry"]["type"] == "Polygon" for feature in said["features"])


def test_made_up_figures_and_hidden_values_say_so(site: Client) -> None:
    said = site.get(f"{AT}/workforce/nurses.geojson?period=2020-01-01").json()
    assert said["synthetic"] is True
    assert said["period"] == "2020"
    found = {f["properties"]["area_code"]: f["properties"] for f in said["features"]}
    assert found["E54000036"]["marker"] == "[c]"
    assert found["E54000036"]["value"] is None
    assert found["E54000036"]["numerator"] is None


def test_it_is_of_the_category_asked_for(site: Client) -> None:
    said = site.get(f"{AT}/workforce/nurses.geojson?category=Female").json()
    assert said["category"] == "Female"
    whole = site.get(f"{AT}/workforce/nurses.geojson").json()
    assert whole["category"] == "all"
    assert devon(said) == 0.75 * devon(whole)


def test_where_there_is_no_total_it_is_of_the_category_with_most(
    tmp_path: Path, make_site: MakeSite
) -> None:
    take_totals_away(build_small_release(tmp_path), NURSES)
    said = make_site(tmp_path).get(f"{AT}/workforce/nurses.geojson").json()
    assert said["category"] == "Female"
    assert devon(said) > 0


def devon(said: dict[str, Any]) -> float:
    """The value of Devon in a file."""
    found = {f["properties"]["area_code"]: f["properties"]["value"] for f in said["features"]}
    value: float = found["E54000037"]
    return value


@pytest.mark.parametrize(
    ("what", "status"),
    [
        ("access/within_30.geojson?area_type=lsoa11", 404),
        ("access/within_30.geojson?period=1999-01-01", 400),
        ("access/within_30.geojson?category=Female", 400),
        ("access/nothing.geojson", 404),
    ],
)
def test_what_has_no_outlines_is_refused(site: Client, what: str, status: int) -> None:
    assert site.get(f"{AT}/{what}").status_code == status
