"""Areas that match, for a box that suggests."""

import pytest

from tests.unit.doors.web.client import Client


def test_areas_are_found_with_their_kind_and_address(site: Client) -> None:
    said = site.get("/search.json?q=devon").json()
    assert said["areas"][0] == {
        "name": "Devon",
        "code": "E54000037",
        "kind": "Integrated care board",
        "href": "/area/icb22/E54000037",
    }


def test_within_a_numbered_release_addresses_stay_within_it(site: Client) -> None:
    said = site.get("/r/1/search.json?q=devon").json()
    assert said["areas"][0]["href"] == "/r/1/area/icb22/E54000037"


@pytest.mark.parametrize(
    ("query", "count"), [("?q=exeter", 10), ("?q=", 0), ("", 0), ("?q=%25", 0), ("?q=zzz", 0)]
)
def test_few_are_suggested_and_nothing_for_nothing(site: Client, query: str, count: int) -> None:
    assert len(site.get(f"/search.json{query}").json()["areas"]) == count
