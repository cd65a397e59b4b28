"""Taking the path of an address apart."""

import pytest

from hereabouts.doors.web.app_paths import Destination, find_destination


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/", Destination(None, "/", data=False, kept=True, changes=True)),
        ("/r/3", Destination(3, "/", data=False, kept=True, changes=False)),
        ("/r/3/", Destination(3, "/", data=False, kept=True, changes=False)),
        ("/r/12/about", Destination(12, "/about", data=False, kept=True, changes=False)),
        ("/about", Destination(None, "/about", data=False, kept=True, changes=True)),
        ("/theme.css", Destination(None, "/theme.css", data=True, kept=True, changes=True)),
        ("/static/a.js", Destination(None, "/static/a.js", data=True, kept=True, changes=False)),
        ("/health", Destination(None, "/health", data=True, kept=False, changes=True)),
        (
            "/r/1/download/a/b.csv",
            Destination(1, "/download/a/b.csv", data=True, kept=False, changes=False),
        ),
        (
            "/artefacts/x/areas.pmtiles",
            Destination(None, "/artefacts/x/areas.pmtiles", data=True, kept=False, changes=False),
        ),
        (
            "/artefacts/x/ids.webp",
            Destination(None, "/artefacts/x/ids.webp", data=True, kept=True, changes=False),
        ),
    ],
)
def test_a_path_says_which_release_which_branch_and_whether_to_keep(
    path: str, found: Destination
) -> None:
    assert find_destination(path) == found


@pytest.mark.parametrize(
    "path", ["/r/", "/r/x/about", "/r/-1/", "/r/1234567890/", "/release/1", "/r/1.5/", "", "about"]
)
def test_what_names_no_release_is_a_page_of_the_newest(path: str) -> None:
    found = find_destination(path)
    assert found.number is None
    assert not found.data


def test_a_page_whose_name_begins_like_data_is_a_page() -> None:
    assert not find_destination("/healthy").data
    assert not find_destination("/mapping/one").data


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("/api/v1/releases/3", 3),
        ("/api/v1/releases/3/observations", 3),
        ("/api/v1/releases", None),
        ("/api/v1/releases/latest", None),
        ("/api/v1/releases/3x/areas", None),
        ("/api/v1/areas", None),
    ],
)
def test_the_api_names_a_release_in_its_own_way(path: str, number: int | None) -> None:
    found = find_destination(path)
    assert (found.number, found.changes) == (number, number is None)
    assert found.data


def test_the_reference_of_the_api_is_a_page() -> None:
    assert not find_destination("/api/v1/docs").data
    assert not find_destination("/r/3/api/v1/docs").data
