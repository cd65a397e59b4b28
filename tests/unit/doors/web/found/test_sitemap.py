"""Every page of the newest release, told to search engines."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from hereabouts.doors.web.found import sitemap
from hereabouts.model.policy import Audience
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite, MakeVisit

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def places(site: Client, address: str) -> list[str]:
    answer = site.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/xml"
    root = ET.fromstring(answer.content)  # noqa: S314  we wrote it
    assert all(len(one.text or "") == 10 for one in root.findall(".//s:lastmod", NAMES))
    return [one.text or "" for one in root.findall(".//s:loc", NAMES)]


def test_every_page_is_there_once_and_answers(site: Client) -> None:
    files = places(site, "/sitemap.xml")
    listed = [place for file in files for place in places(site, file)]
    assert len(listed) == len(set(listed))
    paths = {place.removeprefix("http://localhost") for place in listed}
    assert {"/", "/indicator/workforce/nurses", "/about/stroke.access"} <= paths
    assert sum(path.startswith("/area/") for path in paths) == 130 + 5 + 2
    some = sorted(paths)[:: max(1, len(paths) // 25)]
    assert {site.get(path).status_code for path in some} == {200}


def test_a_kind_with_many_areas_takes_several_files(
    visit_with: MakeVisit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST", 50)
    visit = visit_with()
    names = [name for name in sitemap.part_names(visit) if name.endswith("lsoa11")]
    assert names == ["1-lsoa11", "2-lsoa11", "3-lsoa11"]
    counts = [sitemap.sitemap_part(visit, name, site="").count("<loc>") for name in names]
    assert counts == [50, 50, 30]


def test_addresses_are_those_the_site_is_known_by(tmp_path: Path, make_site: MakeSite) -> None:
    build_small_release(tmp_path)
    site = make_site(tmp_path, address="https://place.example.org")
    assert places(site, "/sitemap.xml")[0] == "https://place.example.org/sitemaps/pages.xml"
    said = "Sitemap: https://place.example.org/sitemap.xml"
    assert said in site.get("/robots.txt").text.splitlines()


def test_without_one_they_are_those_it_was_asked_by(tmp_path: Path, make_site: MakeSite) -> None:
    build_small_release(tmp_path)
    site = make_site(tmp_path, hosts=frozenset({"localhost", "place.example.org"}))
    for host in ("localhost", "place.example.org"):
        answer = site.get("/sitemap.xml", host=host)
        assert f"<loc>http://{host}/sitemaps/pages.xml</loc>" in answer.text


@pytest.mark.parametrize("name", ["9-icb22", "1-parish", "pages2", "-", "1-"])
def test_a_file_that_is_not_there_is_not_found(site: Client, name: str) -> None:
    answer = site.get(f"/sitemaps/{name}.xml")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "W268")


def test_an_internal_site_is_not_listed(tmp_path: Path, make_site: MakeSite) -> None:
    build_small_release(tmp_path, audience="internal")
    site = make_site(tmp_path, audience=Audience.INTERNAL)
    assert site.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"
    for address in ("/sitemap.xml", "/sitemaps/pages.xml"):
        assert site.get(address).json()["error"]["code"] == "W267"


def test_links_of_suppliers_are_left_alone(site: Client) -> None:
    assert "Disallow: /send/" in site.get("/robots.txt").text.splitlines()
