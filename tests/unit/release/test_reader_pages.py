"""A release a page at a time: everything once, in an order that never changes."""

from datetime import date

import pytest

from hereabouts.model.policy import Audience
from hereabouts.release.reader import ReleaseReader, latest
from hereabouts.release.reader_pages import AreasAsked, ObservationsAsked
from tests.unit.doors.small_release import build_small_release

NURSES = ObservationsAsked(indicator="workforce.nurses", area_type="icb22")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> ReleaseReader:
    folder = tmp_path_factory.mktemp("paged")
    build_small_release(folder)
    return latest(folder, audience=Audience.OPEN)


def test_a_page_begins_after_the_last_of_the_page_before(reader: ReleaseReader) -> None:
    whole = reader.observations_after(NURSES, after=(), limit=1_000)
    at = 7
    last = whole[at - 1]
    key = (last.period_start.isoformat(), last.breakdown, last.category, last.area_code)
    assert reader.observations_after(NURSES, after=key, limit=1_000) == whole[at:]
    assert reader.observations_after(NURSES, after=(), limit=at) == whole[:at]


def test_what_is_asked_narrows_and_what_is_empty_does_not(reader: ReleaseReader) -> None:
    asked = ObservationsAsked(
        indicator="workforce.nurses",
        area_type="icb22",
        starts=(date(2020, 1, 1),),
        codes=("E54000037",),
        category="Male",
    )
    (found,) = reader.observations_after(asked, after=(), limit=10)
    assert (found.period_start.year, found.area_code, found.category) == (2020, "E54000037", "Male")
    assert len(reader.observations_after(NURSES, after=(), limit=1_000)) == len(
        list(reader.observations("workforce.nurses", area_type="icb22"))
    )


def test_areas_are_found_by_code_name_and_the_area_they_lie_in(reader: ReleaseReader) -> None:
    def codes(**asked: object) -> list[str]:
        found = reader.areas_after(AreasAsked(**asked), after=(), limit=1_000)  # type: ignore[arg-type]
        return [area.code for area in found]

    assert codes(text="devon") == ["E54000037"]
    assert codes(text="ynys mon") == ["E01000000"]
    assert codes(area_type="country") == ["E92000001", "W92000004"]
    assert len(codes(area_type="lsoa11", within=("icb22", "E54000037"))) == 26
    assert len(codes()) == 137


def test_smaller_areas_are_counted_by_type(reader: ReleaseReader) -> None:
    assert reader.child_counts("country", code="W92000004") == (("icb22", 1), ("lsoa11", 26))
    assert reader.child_counts("lsoa11", code="E01000001") == ()
