"""In which states pages are published."""

from dataclasses import replace

import pytest

from hereabouts.doors.static.scope import Scope, State, area_types_of, fitting, state_of_choice
from hereabouts.errors import HereaboutsError
from hereabouts.release.reader import ReleaseReader

SCOPE = Scope(number=1, area_types=frozenset({"icb", "area"}), feeds=False)
PAGE = "/indicator/care/beds"
USUAL = {"area_type": "icb", "period": "2024", "category": "all"}


def fitted(
    asked: State,
    here: State | None = None,
    path: str = PAGE,
    scope: Scope = SCOPE,
    usual: State = USUAL,
) -> State | None:
    return fitting(path, asked, here=here, scope=scope, defaults=lambda _path: usual)


def test_every_choice_of_figures_is_a_page() -> None:
    asked = {"area_type": "area", "period": "2020", "category": "Women"}
    assert fitted(asked) == asked


def test_a_page_has_one_way_of_looking_the_one_that_its_link_adds() -> None:
    asked = {"area_type": "area", "sort": "area", "chart": "ranked"}
    assert fitted(asked, here={"area_type": "area", "sort": "area"}) == {
        "area_type": "area",
        "chart": "ranked",
    }
    assert fitted(asked, here={"area_type": "area", "chart": "ranked"}) == {
        "area_type": "area",
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


@pytest.mark.parametrize("way", [{"sort": "area"}, {"chart": "ranked"}, {"compared": "better"}])
def test_an_earlier_period_has_its_figures_and_the_rest_of_its_table(way: State) -> None:
    assert fitted({"period": "2020", **way}) is None
    assert fitted({"period": "2020", "page": "2", **way}) is None
    assert fitted({"period": "2020", "page": "2"}) == {"period": "2020", "page": "2"}


def test_of_very_many_areas_the_first_page_alone_is_there() -> None:
    many = replace(SCOPE, alone=frozenset({"area"}))
    assert fitted({"area_type": "area"}, scope=many) == {"area_type": "area"}
    assert fitted({"area_type": "area", "page": "2"}, scope=many) is None


def test_choosing_figures_begins_again_in_the_usual_way() -> None:
    asked = {"period": "2020", "sort": "area", "page": "3"}
    assert state_of_choice(PAGE, asked=asked, name="period") == {"period": "2020"}


SECTIONS = "/page/supply"


def test_a_declared_page_has_one_section_as_chosen() -> None:
    asked = {"map.indicator": "a.b", "map.area_type": "area", "table.page": "2"}
    here = {"map.indicator": "a.b", "map.area_type": "area"}
    assert fitted(asked, here=here, path=SECTIONS) == {"table.page": "2"}
    assert fitted(here, here={}, path=SECTIONS) == here


@pytest.mark.parametrize("what", ["period", "category", "sort", "page"])
def test_in_a_section_one_thing_is_chosen_or_what_is_shown_of_which_areas(what: str) -> None:
    alone = {f"map.{what}": "2"}
    assert fitted(alone, here={}, path=SECTIONS) == alone
    with_another = {"map.indicator": "a.b", **alone}
    assert fitted(with_another, here={"map.indicator": "a.b"}, path=SECTIONS) is None


@pytest.mark.parametrize("way", ["sort", "page"])
def test_a_section_of_areas_without_pages_has_one_table_alone(way: str) -> None:
    usual = {"map.area_type": "lsoa"}
    assert fitted({f"map.{way}": "2"}, here={}, path=SECTIONS, usual=usual) is None


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
