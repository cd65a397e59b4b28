"""Addresses."""

from datetime import date

from hereabouts.doors.web.links import Links, artefact
from hereabouts.release.reader import ReleaseReader

NEWEST, NUMBERED = Links(number=3, versioned=False), Links(number=3, versioned=True)


def test_pages_stay_where_the_reader_is_and_data_is_always_numbered() -> None:
    assert (NEWEST.home(), NUMBERED.home()) == ("/", "/r/3/")
    assert NEWEST.area("icb22", code="E1") == "/area/icb22/E1"
    assert NUMBERED.area("icb22", code="E1") == "/r/3/area/icb22/E1"
    start = date(2017, 1, 1)
    for links in (NEWEST, NUMBERED):
        assert links.values("a.b", area_type="icb22", start=start, category="all") == (
            "/r/3/values/a.b/icb22/2017-01-01.f32"
        )
        assert links.drawn_map("a.b", area_type="icb22", start=start, category="Men & boys") == (
            "/r/3/map/a.b/icb22/2017-01-01.png?category=Men+%26+boys"
        )
        assert links.area_pattern("icb22") == "/r/3/area/icb22/{code}"


def test_what_is_not_chosen_is_left_out_of_the_address(reader: ReleaseReader) -> None:
    indicator = reader.manifest.observed[0]
    assert NEWEST.indicator(indicator, sort=None) == "/indicator/access/within_30"
    assert NEWEST.indicator(indicator, area_type="lsoa11", page=2) == (
        "/indicator/access/within_30?area_type=lsoa11&page=2"
    )


def test_names_cannot_leave_their_part_of_the_address() -> None:
    assert NEWEST.area("icb22", code='E1"><?x=/') == "/area/icb22/E1%22%3E%3C%3Fx%3D/"
    assert artefact("a b", file="ids.webp") == "/artefacts/a%20b/ids.webp"
