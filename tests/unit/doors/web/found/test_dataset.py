"""What search engines of data are told of an indicator or a product."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from hereabouts.doors.web.found.dataset import indicator_dataset
from hereabouts.model.policy import Audience
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite, MakeVisit

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
NURSES = "/indicator/workforce/nurses"


def block(page: str) -> Any:
    (found,) = BLOCK.findall(page)
    return json.loads(found)


def test_an_indicator_is_a_dataset_with_its_files(site: Client) -> None:
    said = block(site.get(NURSES).text)
    assert (said["@context"], said["@type"]) == ("https://schema.org", "Dataset")
    assert said["name"] == "Nurses in post"
    assert said["url"] == NURSES
    assert said["temporalCoverage"] == "2019-01-01/2023-12-31"
    assert said["version"] == "1"
    assert len(said["description"]) >= 50
    files = [one["contentUrl"] for one in said["distribution"]]
    assert files[0].startswith("/r/1/download/workforce/nurses.csv")
    assert {site.get(one).status_code for one in [*files, *said["isBasedOn"]]} == {200}


def test_what_is_made_up_says_so(site: Client) -> None:
    for address in (NURSES, "/about/workforce.staff"):
        assert "made up" in block(site.get(address).text)["description"]
    assert "made up" not in block(site.get("/about/stroke.access").text)["description"]


def test_a_product_has_its_owner_and_licence_and_no_files(site: Client) -> None:
    said = block(site.get("/about/stroke.access").text)
    assert said["creator"]["name"] == "Stroke network"
    assert said["license"]["name"] == "MIT"
    assert "distribution" not in said


def test_addresses_are_whole_where_the_site_knows_its_own(
    tmp_path: Path, make_site: MakeSite
) -> None:
    build_small_release(tmp_path)
    page = make_site(tmp_path, address="https://place.example.org").get(NURSES).text
    said = block(page)
    assert said["url"] == f"https://place.example.org{NURSES}"
    assert said["isBasedOn"] == ["https://place.example.org/about/workforce.staff"]
    assert said["includedInDataCatalog"]["url"] == "https://place.example.org/"
    assert f'<link rel="canonical" href="https://place.example.org{NURSES}">' in page


@pytest.mark.parametrize(
    "title",
    ["</script><script>alert(1)</script>", "<!--<script>", "a & b", "\u2028\u2029", "\\u003c"],
)
def test_a_title_cannot_end_the_block(visit_with: MakeVisit, title: str) -> None:
    visit = visit_with()
    indicator = replace(visit.manifest.observed[0], title=title)
    written = indicator_dataset(visit, indicator).block("")
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written)["name"] == title

    class Tags(HTMLParser):
        seen: list[str] = []  # noqa: RUF012  one parser

        def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
            self.seen.append(tag)

    parser = Tags()
    parser.feed(f'<script type="application/ld+json">{written}</script><p>')
    assert parser.seen == ["script", "p"]


def test_a_card_of_a_page_has_its_words_and_its_map(site: Client) -> None:
    page = site.get("/indicator/access/within_30").text
    cards = dict(
        re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]*)" content="([^"]*)"', page)
    )
    assert cards["og:title"] == "Admissions within 30 minutes of a thrombolysis unit"
    assert cards["og:url"] == "/indicator/access/within_30"
    assert cards["og:image:alt"].startswith("Map of 5 integrated care boards")
    picture = site.get(cards["og:image"])
    assert picture.headers["content-type"] == "image/png"
    without = site.get("/area/country/W92000004").text
    assert "og:title" in without
    assert "og:image" not in without


def test_a_page_of_an_older_release_gives_way_to_that_of_the_newest(site: Client) -> None:
    page = site.get(f"/r/1{NURSES}?sort=area").text
    assert f'<link rel="canonical" href="{NURSES}?sort=area">' in page


def test_problems_and_internal_pages_are_for_no_search_engine(
    site: Client, tmp_path: Path, make_site: MakeSite
) -> None:
    build_small_release(tmp_path, audience="internal")
    inside = make_site(tmp_path, audience=Audience.INTERNAL).get(NURSES).text
    for page in (site.get("/nowhere").text, inside):
        assert "og:title" not in page
        assert "ld+json" not in page
