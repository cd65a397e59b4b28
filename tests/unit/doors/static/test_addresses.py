"""Which file an address of the site becomes."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.static.addresses import Here, page_target, target_of
from hereabouts.doors.static.scope import Scope

SCOPE = Scope(number=3, area_types=frozenset({"icb"}), feeds=True)
NOWHERE = Here("", {})


def file_of(address: str, here: Here = NOWHERE, scope: Scope = SCOPE) -> str | None:
    found = target_of(
        address,
        here=here,
        scope=scope,
        defaults=lambda _path: {"area_type": "icb", "period": "2024-01-01", "category": "all"},
    )
    return found.file if found else None


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/r/3/", "index.html"),
        ("/cy/", "cy/index.html"),
        ("/r/3/cy/about#words", "cy/about/index.html"),
        ("/cy/indicator/care/beds?sort=area", "cy/indicator/care/beds/sort-area/index.html"),
        ("/about/care.beds", "about/care.beds/index.html"),
        ("/r/3/about#words", "about/index.html"),
        ("/indicator/care/beds", "indicator/care/beds/index.html"),
        ("/area/icb/E54000001", "area/icb/E54000001/index.html"),
        ("/page/supply?map.area_type=x", "page/supply/index.html"),
        ("/indicators?period=2020-01-01", "indicators/index.html"),
        ("/r/3/values/care.beds/icb/2024-01-01.f32", "values/care.beds/icb/2024-01-01.f32"),
        (
            "/r/3/values/care.beds/icb/2024-01-01.f32?category=Women",
            "values/care.beds/icb/category-Women/2024-01-01.f32",
        ),
        (
            "/r/3/download/care/beds.csv?period=2024-01-01&area_type=icb",
            "download/care/area_type-icb/period-2024-01-01/beds.csv",
        ),
        (
            "/r/3/download/care/beds.geojson?period=2024-01-01&area_type=icb",
            "download/care/area_type-icb/period-2024-01-01/beds.geojson",
        ),
        ("/r/3/chart/indicator/care/beds/map.png", "chart/indicator/care/beds/map.png"),
        (
            "/r/3/chart/indicator/care/beds/map.png?area_type=lsoa&period=2024-01-01",
            "chart/indicator/care/beds/area_type-lsoa/period-2024-01-01/map.png",
        ),
        ("/r/3/chart/page/supply/map.svg", "chart/page/supply/map.svg"),
        ("/static/dist/assets/a.js", "static/dist/assets/a.js"),
        ("/r/3/theme.css", "theme.css"),
        ("/feeds/area/icb/E1.atom", "feeds/area/icb/E1.atom"),
    ],
)
def test_an_address_becomes_a_file(address: str, file: str) -> None:
    assert file_of(address) == file


@pytest.mark.parametrize(
    "address",
    [
        "/r/2/about",
        "/search?q=exeter",
        "/api/v1/docs",
        "/explain/care.beds/icb/E1?period=2024-01-01",
        "/embed/indicator/care/beds/map",
        "/send/secret",
        "/health",
        "/area/lsoa/E01000001",
        "/r/3/download/area/lsoa/E01000001.csv",
        "/feeds/area/lsoa/E01000001.atom",
        "/r/3/chart/area/icb/E1/care/beds.png",
        "/r/3/chart/indicator/care/beds/map.png?category=Women",
        "/r/3/chart/indicator/care/beds/map.png?period=2020-01-01",
        "/r/3/chart/page/supply/map.svg?period=2020-01-01",
        "/r/3/chart/page/supply/map.svg?indicator=care.homes",
        "/r/3/download/care/beds.geojson?area_type=icb&period=2020-01-01",
        "/anything/else",
    ],
)
def test_what_files_cannot_answer_or_is_too_much_has_none(address: str) -> None:
    assert file_of(address) is None


def test_what_is_chosen_in_a_section_is_a_page_for_who_is_there_already() -> None:
    here = Here("/page/supply", {})
    file = "page/supply/map.area_type-x/index.html"
    assert file_of("/page/supply?map.area_type=x", here) == file


def test_what_is_chosen_in_one_language_is_not_chosen_in_the_other() -> None:
    chosen = Here("/page/supply", {"map.area_type": "x"}, "cy")
    same, other = "/cy/page/supply?map.area_type=y", "/page/supply?map.area_type=y"
    assert file_of(same, here=chosen) == "cy/page/supply/map.area_type-y/index.html"
    assert file_of(other, here=chosen) == "page/supply/index.html"


def test_without_feeds_no_feed_is_a_file() -> None:
    scope = Scope(number=3, area_types=SCOPE.area_types, feeds=False)
    assert file_of("/feeds/releases.atom", scope=scope) is None


def test_what_a_page_shows_anyway_is_not_said_in_its_folder() -> None:
    said = "/indicator/care/beds?area_type=icb&period=2024-01-01&category=all&sort=rank&page=1"
    assert file_of(said) == "indicator/care/beds/index.html"


def test_pages_are_of_the_release_that_is_published() -> None:
    target = page_target("/indicator/care/beds", {"period": "2020-01-01"}, scope=SCOPE)
    assert (target.path, target.query) == ("/r/3/indicator/care/beds", "period=2020-01-01")


@given(st.text(min_size=1, max_size=200), st.text(min_size=1, max_size=200))
def test_different_choices_are_different_files_with_names_that_every_disk_takes(
    one: str, other: str
) -> None:
    files = [
        page_target("/indicator/care/beds", {"category": value}, scope=SCOPE).file
        for value in (one, other)
    ]
    assert (files[0] == files[1]) == (one == other)
    for file in files:
        name = file.split("/")[3]
        assert name.isascii()
        assert len(name) <= 80
        assert not set(name) & set('<>:"\\|?*')


@given(st.text(min_size=1, max_size=40).filter(lambda text: "/" not in text))
def test_no_address_leads_out_of_the_folder(part: str) -> None:
    file = file_of(f"/about/{quote(part, safe='')}")
    assert file is None or ".." not in file.split("/")
