"""The catalogue and the page of a product, as a reader without a script sees them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.web.app import create_app
from hereabouts.doors.web.catalogued.entries import entries_of
from hereabouts.doors.web.catalogued.filters import LISTS, filtered, lists
from hereabouts.doors.web.catalogued.use import asking
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.doors.web.visit import Visit
from tests.unit.doors.catalogued_release import build_catalogued_release
from tests.unit.doors.web.client import Client


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogued") / "place"
    build_catalogued_release(folder)
    return folder


@pytest.fixture(scope="module")
def site(place: Path) -> Iterator[Client]:
    with Client(create_app(place)) as client:
        yield client


@pytest.fixture(scope="module")
def visit(place: Path) -> Visit:
    return open_site(SiteSettings(root=place)).visit(None, query="")


def main_of(site: Client, address: str) -> str:
    """What is within the page's own part, its tags left in."""
    answer = site.get(address)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text.partition("<main")[2].partition("</main>")[0])


def listed(site: Client, asked: str) -> list[str]:
    """The titles that the catalogue lists."""
    cells = re.findall(r"hb-profile__name\"><a[^>]*>([^\n]*?)</a>", main_of(site, asked))
    return [str(cell) for cell in cells]


def test_the_catalogue_lists_every_kind(site: Client) -> None:
    assert listed(site, "/catalogue") == [
        "Access to stroke units",
        "Staff in post",
        "Members <of> a service",
        "Admissions within 30 minutes of a thrombolysis unit",
        "Average travel time to the nearest unit",
        "Nurses in post",
        "Stroke care in two lands",
        "Frequent attender",
        "Planning care together",
    ]
    assert "9 entries." in main_of(site, "/catalogue")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("kind=agreement", ["Planning care together"]),
        ("sensitivity=personal", ["Members <of> a service"]),
        ("domain=care", ["Members <of> a service", "Nurses in post", "Planning care together"]),
        ("owner=Care+team&q=members", ["Members <of> a service"]),
        ("q=lsoa+code", ["Access to stroke units"]),
        ("q=winter", ["Planning care together"]),
        ("freshness=late&kind=product", ["Access to stroke units"]),
        ("q=nothing+like+it", []),
    ],
)
def test_it_is_narrowed_down_by_its_address(asked: str, expected: list[str], site: Client) -> None:
    assert listed(site, f"/catalogue?{asked}") == expected


@pytest.mark.parametrize("asked", ["owner=nobody", "kind=thing", "page=2", "page=x", "what=1"])
def test_what_the_catalogue_does_not_have_is_a_plain_problem(asked: str, site: Client) -> None:
    assert site.get(f"/catalogue?{asked}").status_code == 400


@given(asked=st.dictionaries(st.sampled_from(LISTS), st.integers(0, 5)), words=st.text(max_size=8))
def test_what_is_found_has_all_that_was_asked_for(
    visit: Visit, asked: dict[str, int], words: str
) -> None:
    entries = entries_of(visit.reader)
    known = {one.name: [c.value for c in one.choices][1:] for one in lists(entries, {})}
    said = {name: known[name][at % len(known[name])] for name, at in asked.items()}
    found = filtered(entries, said | {"q": words})
    assert set(found) <= set(filtered(entries, said)) <= set(entries)
    for entry in found:
        assert said.get("kind", entry.kind) == entry.kind
        assert said.get("owner", entry.owner) == entry.owner


def test_a_long_catalogue_has_pages(tmp_path: Path) -> None:
    pages = [
        {"name": f"page{n}", "title": f"Page {n}", "lede": "", "indicators": []} for n in range(60)
    ]
    build_catalogued_release(tmp_path, pages=pages)
    with Client(create_app(tmp_path)) as site:
        first, second = (main_of(site, f"/catalogue{asked}") for asked in ("", "?page=2"))
    assert "page 1 of 2" in first
    assert 'rel="next" href="/catalogue?page=2"' in first
    assert 'rel="prev" href="/catalogue"' in second
    assert "Page 59" in second


def test_a_product_says_who_answers_for_it_and_how_good_it_was(site: Client) -> None:
    page = main_of(site, "/about/stroke.access")
    for words in (
        *("Exeter City Council", "Access desk", "2.0.0, active", "How long it is kept"),
        *("7 y. By schedule 12.", "Column band is new", "release 1, 1 January 2026"),
        *("Refused: an older version stood", "60.5", "also called LSOA code"),
        *("Part of what tells rows apart; of the pattern E[0-9]{8}; for example E01000001",),
    ):
        assert words in page, words
    assert 'aria-labelledby="quality-title quality-description"' in page


def test_lineage_is_drawn_and_said_as_a_table(site: Client) -> None:
    page = main_of(site, "/about/stroke.access")
    drawing = page.partition('aria-labelledby="lineage-title')[2].partition("</svg>")[0]
    assert drawing.count("LSOA 2011 (code)") == 1
    assert "Access to stroke units is made from: The file as received, Members" in drawing
    assert "<code>LSOA 2011 (code)</code> of The file as received" in page
    assert '<code>band</code> of <a class="govuk-link" href="/about/care.members">' in page


def test_what_uses_a_product_is_listed(site: Client) -> None:
    page = main_of(site, "/about/care.members").partition("Used by")[2]
    assert "/about/stroke.access" in page
    assert "/page/" not in main_of(site, "/about/stroke.access").partition("Used by")[2]
    assert "Stroke care in two lands" in main_of(site, "/about/stroke.access")


def test_a_product_that_is_not_open_says_how_to_ask_and_no_value(site: Client) -> None:
    page = main_of(site, "/about/care.members")
    assert "mailto:care-desk@example.org" in page
    assert "Data owner, then Caldicott Guardian" in page
    assert "up to 1,240" in page
    assert "one of 4 allowed values" in page.lower()
    assert "Exeter City Council, Friends of the unit, until 31 December 2027" in page
    assert "for example" not in page


def test_where_people_sign_in_they_ask_there(visit: Visit) -> None:
    members = visit.manifest.product("care.members")
    assert members is not None
    asked = asking(replace(visit, asks=True), members)
    assert asked.href == "/account/requests/new?product=care.members"
    assert asking(visit, members).href is None


def test_an_agreement_and_a_definition_have_pages(site: Client) -> None:
    agreement = main_of(site, "/transparency/care_planning")
    for words in ("NHS Devon ICB", "Planning for winter", "6(1)(e)", "31 December 2027"):
        assert words in agreement
    assert "At least 3 visits" in main_of(site, "/catalogue/definition/frequent_attender")
    for gone in ("transparency", "catalogue/definition"):
        assert site.get(f"/{gone}/nothing").status_code == 404


def test_search_finds_what_the_catalogue_has(site: Client) -> None:
    assert "/transparency/care_planning" in main_of(site, "/search?q=planning+for+winter")
    found = main_of(site, "/search?q=frequent+attender")
    assert "/catalogue/definition/frequent_attender" in found
    assert "/about/stroke.access" in main_of(site, "/search?q=lsoa+code")


def test_a_release_of_an_earlier_version_has_a_catalogue_too(
    small_place: Path, tmp_path: Path
) -> None:
    with Client(create_app(small_place)) as site:
        assert "6 entries." in main_of(site, "/catalogue")
        page = main_of(site, "/about/stroke.access")
    assert "Versions" not in page
    assert "Where its columns come from" not in page
