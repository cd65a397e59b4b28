"""In which states pages are published."""

import pytest

from hereabouts.doors.static.scope import Scope, State, area_types_of, fitting, state_of_choice
from hereabouts.errors import HereaboutsError
from hereabouts.release.reader import ReleaseReader

SCOPE = Scope(number=1, area_types=frozenset({"icb", "area"}), feeds=False)
PAGE = "/indicator/care/beds"


def fitted(asked: State, here: State | None = None, path: str = PAGE) -> State | None:
    usual = {"area_type": "icb", "period": "2024", "category": "all"}
    return fitting(path, asked, here=here, scope=SCOPE, defaults=lambda _path: usual)


def test_every_choice_of_figures_is_a_page() -> None:
    asked = {"area_type": "area", "period": "2020", "category": "Women"}
    assert fitted(asked) == asked


def test_a_page_has_one_way_of_looking_the_one_that_its_link_adds() -> None:
    asked = {"period": "2020", "sort": "area", "chart": "ranked"}
    assert fitted(asked, here={"period": "2020", "sort": "area"}) == {
        "period": "2020",
        "chart": "ranked",
    }
    assert fitted(asked, here={"period": "2020", "chart": "ranked"}) == {
        "period": "2020",
        "sort": "area",
    }


def test_an_order_and_its_second_page_are_one_way() -> None:
    asked = {"sort": "area", "page": "2"}
    assert fitted(asked, here={"sort": "area"}) == asked


@pytest.mark.parametrize("way", [{"page": "2"}, {"sort": "area"}, {"compared": "better"}])
def test_areas_without_pages_have_one_table_alone(way: State) -> None:
    assert fitted({"area_type": "lsoa", **way}) is None


def test_one_category_is_looked_at_in_one_way() -> None:
    assert fitted({"category": "Women", "sort": "area"}) is None


def test_choosing_figures_begins_again_in_the_usual_way() -> None:
    asked = {"period": "2020", "sort": "area", "page": "3"}
    assert state_of_choice(PAGE, asked=asked, name="period") == {"period": "2020"}


def test_a_declared_page_has_one_section_as_chosen() -> None:
    asked = {"map.period": "2020", "map.area_type": "area", "table.page": "2"}
    here = {"map.period": "2020", "map.area_type": "area"}
    assert fitted(asked, here=here, path="/page/supply") == {"table.page": "2"}
    assert fitted(here, here={}, path="/page/supply") == here


def test_few_areas_have_pages_unless_others_are_asked_for(reader: ReleaseReader) -> None:
    made = reader.manifest
    counts = {kind.code: kind.count for kind in made.area_types}
    assert area_types_of(made, ()) == {kind for kind, n in counts.items() if 0 < n <= 1_000}
    one = next(iter(counts))
    assert area_types_of(made, (one,)) == {one}


def test_a_kind_of_area_that_is_not_there_is_refused_with_those_that_are(
    reader: ReleaseReader,
) -> None:
    made = reader.manifest
    with pytest.raises(HereaboutsError, match="W301") as caught:
        area_types_of(made, ("nowhere",))
    assert made.area_types[0].code in caught.value.do
