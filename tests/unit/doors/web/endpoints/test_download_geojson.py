"""An indicator as GeoJSON."""

import pytest

from tests.unit.doors.web.client import Client

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


@pytest.mark.parametrize(
    ("what", "status"),
    [
        ("access/within_30.geojson?area_type=lsoa11", 404),
        ("access/within_30.geojson?period=1999-01-01", 400),
        ("access/nothing.geojson", 404),
    ],
)
def test_what_has_no_outlines_is_refused(site: Client, what: str, status: int) -> None:
    assert site.get(f"{AT}/{what}").status_code == status
