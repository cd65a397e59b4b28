"""Releases, indicators, areas and shapes by the API."""

from pathlib import Path
from typing import Any

from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite


def said(site: Client, address: str) -> Any:
    answer = site.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_service_says_who_publishes_and_where_everything_is(site: Client) -> None:
    found = said(site, "/api/v1")
    assert found["organisation"] == "Demo partnership"
    assert found["release_href"] == "/api/v1/releases/1"
    assert "/api/v1/observations" in {one["path"] for one in found["endpoints"]}


def test_releases_come_newest_first_and_latest_means_the_newest(
    tmp_path: Path, make_site: MakeSite
) -> None:
    for number in (1, 2, 11):
        build_small_release(tmp_path, number=number)
    site = make_site(tmp_path)
    first = said(site, "/api/v1/releases?limit=2")
    assert [one["number"] for one in first["items"]] == [11, 2]
    assert [one["latest"] for one in first["items"]] == [True, False]
    second = said(site, first["next"])
    assert [one["number"] for one in second["items"]] == [1]
    assert second["next"] is None
    assert said(site, "/api/v1/releases/latest")["number"] == 11
    assert said(site, "/api/v1/releases/2")["number"] == 2
    assert said(site, "/api/v1/indicators")["release"] == 11
    assert said(site, "/api/v1/releases/2/indicators")["release"] == 2


def test_a_release_that_appears_or_is_withdrawn_is_noticed(
    tmp_path: Path, make_site: MakeSite
) -> None:
    build_small_release(tmp_path, number=1)
    folder = build_small_release(tmp_path, number=2)
    build_small_release(tmp_path, number=3)
    site = make_site(tmp_path)
    assert said(site, "/api/v1/releases")["count"] == 3
    assert said(site, "/api/v1/releases/2/tiles")["release"] == 2
    (folder / "release.json").unlink()
    assert said(site, "/api/v1/releases")["count"] == 2
    assert site.get("/api/v1/releases/2/tiles").status_code == 404


def test_indicators_by_theme(site: Client) -> None:
    found = said(site, "/api/v1/indicators?theme=access&limit=1")
    assert [one["id"] for one in found["items"]] == ["access.travel_minutes"]
    following = said(site, found["next"])
    assert [one["id"] for one in following["items"]] == ["access.within_30"]
    assert following["next"] is None


def test_an_indicator_leads_to_its_figures_page_and_files(site: Client) -> None:
    found = said(site, "/api/v1/indicators/workforce/nurses")
    assert found["categories"][0] == "all"
    assert [one["label"] for one in found["periods"]] == ["2019", "2020", "2021", "2022", "2023"]
    leads = [found["page"], *found["observations"].values(), *found["whole_files"].values()]
    assert {site.get(address).status_code for address in leads} == {200}


def test_kinds_of_area_lead_to_areas_and_outlines(site: Client) -> None:
    found = {one["code"]: one for one in said(site, "/api/v1/area-types")["items"]}
    assert found["lsoa11"]["geometry"] is None
    shapes = said(site, found["icb22"]["geometry"])
    assert shapes["bounds"] == [-4.0, 50.0, 1.0, 51.0]
    assert said(site, shapes["files"]["geojson"]["href"])["type"] == "FeatureCollection"
    straight = site.get("/api/v1/geometry/icb22?format=geojson")
    assert straight.headers["location"] == shapes["files"]["geojson"]["href"]
    (tiles,) = said(site, "/api/v1/tiles")["items"]
    assert site.get(tiles["href"]).content[:7] == b"PMTiles"


def test_areas_by_kind_name_code_and_the_area_they_lie_in(site: Client) -> None:
    assert said(site, "/api/v1/areas?type=icb22")["count"] == 5
    assert said(site, "/api/v1/areas?q=ynys+mon")["items"][0]["code"] == "E01000000"
    assert said(site, "/api/v1/areas?q=w11")["items"][0]["name"] == "Betsi Cadwaladr / Gogledd"
    within = said(site, "/api/v1/areas?within=country:W92000004&type=icb22")["items"]
    assert [one["code"] for one in within] == ["W11000023"]


def test_pages_of_areas_are_every_area_once(site: Client) -> None:
    found, following = [], "/api/v1/areas?limit=50"
    while following:
        page = said(site, following)
        found += [(one["area_type"], one["code"]) for one in page["items"]]
        following = page["next"]
    assert found == sorted(set(found))
    assert len(found) == 130 + 5 + 2


def test_an_area_says_what_it_lies_in_and_what_lies_in_it(site: Client) -> None:
    found = said(site, "/api/v1/areas/icb22/E54000037")
    assert [one["name"] for one in found["parents"]] == ["England"]
    (smaller,) = found["children"]
    assert smaller["count"] == said(site, smaller["href"])["count"] == 26
    assert site.get(found["page"]).status_code == 200


def test_addresses_within_a_release_lead_to_that_release(site: Client) -> None:
    found = said(site, "/api/v1/releases/1/areas/icb22/E54000037")
    leads = [found["href"], found["parents"][0]["href"], found["children"][0]["href"]]
    assert all(one.startswith("/api/v1/releases/1/") for one in leads)
    assert found["page"].startswith("/r/1/")
