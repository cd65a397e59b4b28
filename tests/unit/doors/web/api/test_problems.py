"""What the API refuses: everything at once, in words, with a code, and never the value."""

from pathlib import Path

import pytest

from hereabouts.cli.error_pages import ERROR_PAGES
from hereabouts.doors.web.api.problems import CODES
from hereabouts.model.policy import Audience
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.api.schemas_held import hold_to
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite

NURSES = "/api/v1/observations?indicator=workforce.nurses&area_type=icb22"


@pytest.mark.parametrize(
    ("query", "code", "parameter", "do"),
    [
        ("&colour=red", "W260", "", "use only indicator, area_type"),
        ("&limit=5&limit=6", "W261", "limit", "give it once"),
        ("&limit=0", "W264", "limit", "from 1 to 10,000"),
        ("&limit=10001", "W264", "limit", "from 1 to 10,000"),
        ("&limit=ten", "W264", "limit", "a whole number"),
        ("&limit=%D9%A1", "W264", "limit", "a whole number"),
        ("&limit=1e3", "W264", "limit", "a whole number"),
        ("&period=2001-01-01", "W263", "period", "latest, 2023-01-01"),
        ("&period=latest,yesterday", "W263", "period", "latest, 2023-01-01"),
        ("&category=Martian", "W263", "category", "use all, Female, Male"),
        ("&format=xml", "W263", "format", "use json, csv, parquet, xlsx, ods, geojson"),
        ("&area=E54000037,E99", "W263", "area", "leave out 1 of 2 codes"),
        ("&area=" + ",".join(f"E{i}" for i in range(101)), "W264", "area", "at most 100"),
        ("&after=zzz", "W263", "after", "the one that `next` has"),
        ("&after=WzEsMiwzLDRd", "W263", "after", "the one that `next` has"),
        ("&category=%00", "W264", "category", "at most 200"),
        ("&category=%FF", "W264", "category", "at most 200"),
        ("&category=" + "a" * 201, "W264", "category", "at most 200"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(
    site: Client, query: str, code: str, parameter: str, do: str
) -> None:
    answer = site.get(NURSES + query)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    said = answer.json()
    hold_to("Problem", said)
    (fault,) = said["errors"]
    assert (fault["code"], fault["parameter"]) == (code, parameter)
    assert do in fault["do"]


def test_every_fault_is_said_at_once(site: Client) -> None:
    said = site.get("/api/v1/observations?area_type=icb22&limit=0&x=1&format=xml").json()
    assert [(one["code"], one["parameter"]) for one in said["errors"]] == [
        ("W260", ""),
        ("W262", "indicator"),
        ("W263", "format"),
        ("W264", "limit"),
    ]
    assert said["code"] == "W260"
    assert "3 more" in said["detail"]


@pytest.mark.parametrize("where", ["colour", "indicator", "category", "after", "format"])
def test_what_was_asked_is_never_repeated(site: Client, where: str) -> None:
    hostile = "%3Cscript%3Equornwick%3C/script%3E"
    answer = site.get(f"/api/v1/observations?{where}={hostile}")
    assert answer.status_code == 400
    assert "quornwick" not in answer.text


def test_too_many_parameters_are_refused(site: Client) -> None:
    said = site.get(NURSES + "".join(f"&z{number}=1" for number in range(40))).json()
    assert said["errors"][0]["problem"] == "there are more than 20 parameters"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/api/v1/nothing", "W266"),
        ("/api/v2", "W266"),
        ("/api/v1/releases/99", "R102"),
        ("/api/v1/releases/99/indicators", "R102"),
        ("/api/v1/releases/999999999999999999999999/indicators", "R102"),
        ("/api/v1/releases/newest", "W266"),
        ("/api/v1/releases/1/releases", "W266"),
        ("/api/v1/indicators/access/none", "W204"),
        ("/api/v1/areas/parish/E04000001", "W205"),
        ("/api/v1/areas/icb22/E54999999", "W206"),
        ("/api/v1/geometry/lsoa11", "W209"),
        ("/r/1/api/v1/indicators", "W210"),
    ],
)
def test_what_is_not_there_is_not_found(site: Client, address: str, code: str) -> None:
    answer = site.get(address)
    assert answer.status_code == 404
    if code == "W210":
        assert answer.json()["error"]["code"] == code
        return
    assert answer.headers["content-type"] == "application/problem+json"
    hold_to("Problem", answer.json())
    assert answer.json()["code"] == code


def test_a_site_without_a_release_says_so(tmp_path: Path, make_site: MakeSite) -> None:
    answer = make_site(tmp_path).get("/api/v1/indicators")
    assert answer.status_code == 503
    assert answer.json()["code"] == "R101"


def test_every_code_has_an_explanation() -> None:
    assert set(CODES) <= set(ERROR_PAGES)


def test_an_internal_release_is_not_there_for_the_open_site(
    tmp_path: Path, make_site: MakeSite
) -> None:
    build_small_release(tmp_path, number=1)
    build_small_release(tmp_path, number=2, audience="internal")
    site = make_site(tmp_path)
    assert site.get("/api/v1/releases/2/indicators").status_code == 404
    assert [one["number"] for one in site.get("/api/v1/releases").json()["items"]] == [1]
    inside = make_site(tmp_path, audience=Audience.INTERNAL)
    assert inside.get("/api/v1/releases/2/indicators").status_code == 200
