"""Which areas an address compares."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hereabouts.doors.web.address import AddressError
from hereabouts.doors.web.compared.beside import held_against
from hereabouts.doors.web.compared.chosen import MOST_AREAS, chosen_areas
from tests.unit.doors.web.conftest import MakeVisit

ICBS = ("E54000008", "E54000036", "E54000037", "E54000050", "W11000023")
any_areas = st.lists(
    st.sampled_from([f"icb22/{code}" for code in ICBS] + ["country/E92000001", "lsoa11/E01000000"]),
    max_size=12,
    unique=True,
)


def test_the_largest_kind_comes_first_then_names_in_order(visit_with: MakeVisit) -> None:
    written = ("icb22/E54000037", "country/E92000001", "icb22/E54000008")
    found = chosen_areas(visit_with(), written)
    assert [one.area.name for one in found] == ["England", "Cheshire & Merseyside", "Devon"]


@given(any_areas)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_compared_is_of_one_kind_or_one_area_and_parts_of_it(
    visit_with: MakeVisit, written: list[str]
) -> None:
    visit = visit_with()
    try:
        found = chosen_areas(visit, tuple(written))
    except AddressError:
        return
    assert len(found) <= MOST_AREAS
    assert {one.written for one in found} == set(written)
    smallest = [one for one in found if one.area.area_type == found[-1].area.area_type]
    larger = [one for one in found if one not in smallest]
    assert len(larger) <= 1
    for one in smallest if larger else []:
        parents = visit.reader.parents(one.area.area_type, code=one.area.code)
        assert larger[0].area in parents


@pytest.mark.parametrize(
    ("written", "against"),
    [
        (("icb22/E54000037", "icb22/E54000008"), "England"),
        (("icb22/E54000037", "icb22/W11000023"), None),  # of two countries
        (("country/E92000001", "icb22/E54000037"), "England"),
        (("country/E92000001",), None),
        ((), None),
    ],
)
def test_areas_are_held_against_the_one_that_holds_them_all(
    visit_with: MakeVisit, written: tuple[str, ...], against: str | None
) -> None:
    visit = visit_with()
    found = held_against(visit, chosen_areas(visit, written))
    assert (found.name if found else None) == against
