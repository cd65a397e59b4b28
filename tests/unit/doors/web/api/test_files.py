"""Figures as the files that pages offer: the API leads to the same bytes."""

import pytest

from tests.unit.doors.web.api.schemas_held import hold_to
from tests.unit.doors.web.client import Client

NURSES = "/api/v1/observations?indicator=workforce.nurses&area_type=icb22"
FILE = "/r/1/download/workforce/nurses"
KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "geojson": "application/geo+json",
}


@pytest.mark.parametrize("ending", KINDS)
@pytest.mark.parametrize("base", ["/api/v1", "/api/v1/releases/1"])
def test_a_format_leads_to_the_file_that_the_page_offers(
    site: Client, ending: str, base: str
) -> None:
    answer = site.get(NURSES.replace("/api/v1", base) + f"&format={ending}")
    assert answer.status_code == 307
    there = answer.headers["location"]
    assert there == f"{FILE}.{ending}?area_type=icb22"
    file = site.get(there)
    assert file.status_code == 200
    assert file.headers["content-type"] == KINDS[ending]
    assert 'filename="workforce-nurses' in file.headers["content-disposition"]


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ("&period=2021-01-01", "area_type=icb22&period=2021-01-01"),
        ("&period=latest&limit=5", "area_type=icb22&period=2023-01-01"),
        ("&category=Female", "area_type=icb22&category=Female"),
    ],
)
def test_it_is_narrowed_as_far_as_a_file_can_be(site: Client, asked: str, query: str) -> None:
    there = site.get(f"{NURSES}&format=xlsx{asked}").headers["location"]
    assert there == f"{FILE}.xlsx?{query}"
    assert site.get(there).status_code == 200


@pytest.mark.parametrize(
    ("asked", "parameters"),
    [
        ("&format=xlsx&area=E54000037", ["area"]),
        ("&format=ods&period=2021-01-01,2022-01-01", ["period"]),
        ("&format=geojson&area=E54000037", ["area"]),
    ],
)
def test_what_a_whole_file_cannot_be_narrowed_by_is_said(
    site: Client, asked: str, parameters: list[str]
) -> None:
    answer = site.get(NURSES + asked)
    assert answer.status_code == 400
    said = answer.json()
    hold_to("Problem", said)
    assert [(one["code"], one["parameter"]) for one in said["errors"]] == [
        ("W264", name) for name in parameters
    ]


def test_areas_without_outlines_have_no_geojson(site: Client) -> None:
    asked = "indicator=access.within_30&area_type=lsoa11&format=geojson"
    answer = site.get(f"/api/v1/observations?{asked}")
    assert (answer.status_code, answer.json()["code"]) == (404, "W209")
