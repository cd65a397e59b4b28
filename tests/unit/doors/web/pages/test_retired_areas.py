"""Who asks for an area that is no more is told what took its place, wherever they ask."""

from pathlib import Path

import duckdb
import pytest

from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.api.schemas_held import hold_to
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite
from tests.unit.doors.web.pages.test_pages import text_of

SINCE = "The code E54000900 has not been used since 1 July 2022: its area became Devon (E54000037)"


@pytest.mark.parametrize(
    "address",
    [
        "/area/icb22/E54000900",
        "/area/icb22/e54000900",
        "/area/icb21/E54000900",  # a kind of area that is no more either
        "/r/1/area/icb22/E54000900",
        "/area/icb22/E54000900/changes",
        "/explain/workforce.nurses/icb22/E54000900",
        "/compare?area=icb22/E54000900&area=icb22/E54000037",
    ],
)
def test_a_page_is_gone_and_leads_to_what_took_its_place(site: Client, address: str) -> None:
    answer = site.get(address)
    assert answer.status_code == 410
    assert SINCE in text_of(answer.text)
    assert "E54000999, which is not in this release" in text_of(answer.text)
    assert 'area/icb22/E54000037">Devon</a>' in answer.text
    assert "<title>This area has changed" in answer.text


def test_a_history_by_years_knows_the_year(site: Client) -> None:
    words = text_of(site.get("/area/lsoa11/E01999900").text)
    assert "The code E01999900 was out of use by 2021" in words


def test_a_code_that_never_was_is_not_found(site: Client) -> None:
    assert site.get("/area/icb22/E54000901").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/r/1/download/area/icb22/E54000900.csv",
        "/r/1/locate/icb22/E54000900.png",
        "/feeds/area/icb22/E54000900.atom",
        "/chart/area/icb22/E54000900/workforce/nurses.svg",
        "/pack/workforce/icb22/E54000900.pdf",
    ],
)
def test_so_is_what_would_be_a_file(site: Client, address: str) -> None:
    answer = site.get(address)
    assert answer.status_code == 410
    said = answer.json()["error"]
    assert (said["code"], said["do"]) == ("W350", "use Devon (E54000037)")


@pytest.mark.parametrize("base", ["/api/v1", "/api/v1/releases/1"])
def test_the_api_names_successors(site: Client, base: str) -> None:
    answer = site.get(f"{base}/areas/icb22/E54000900")
    assert answer.status_code == 410
    assert answer.headers["content-type"] == "application/problem+json"
    said = answer.json()
    hold_to("Problem", said)
    assert said["retired_since"] == "2022-07-01"
    assert said["successors"] == [
        {
            "area_type": "icb22",
            "code": "E54000037",
            "name": "Devon",
            "href": f"{base}/areas/icb22/E54000037",
        }
    ]
    assert site.get(said["successors"][0]["href"]).status_code == 200


@pytest.mark.parametrize(
    ("asked", "do"),
    [
        ("observations?indicator=workforce.nurses&area_type=icb22&area=E54000900", "codes"),
        ("areas?within=icb22:E54000900", "a retired code"),
    ],
)
def test_a_parameter_of_the_api_is_answered_with_the_code_to_use(
    site: Client, asked: str, do: str
) -> None:
    (fault,) = site.get(f"/api/v1/{asked}").json()["errors"]
    assert do in fault["do"]
    assert fault["do"].endswith("use E54000037")


def test_a_search_finds_what_took_its_place(site: Client) -> None:
    page = site.get("/search?q=e54000900").text
    assert SINCE in text_of(page)
    assert 'href="/area/icb22/E54000037"' in page
    said = site.get("/search.json?q=E54000900").json()
    assert [one["code"] for one in said["areas"]] == ["E54000037"]
    assert said["retired"].startswith("the code E54000900")
    assert site.get("/search.json?q=E54000037").json()["retired"] == ""


def test_a_release_made_before_says_only_that_it_is_not_there(
    tmp_path: Path, make_site: MakeSite
) -> None:
    folder = build_small_release(tmp_path)
    with duckdb.connect(str(folder / "serve.duckdb")) as connection:
        connection.execute("drop table retired_areas")
    site = make_site(tmp_path)
    assert site.get("/area/icb22/E54000900").status_code == 404
    assert "Nothing is called" in site.get("/search?q=E54000900").text
