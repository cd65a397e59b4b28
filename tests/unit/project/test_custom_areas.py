"""What is said of areas of one's own that cannot be made, before anything is built."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hereabouts.project import load

Edit = Callable[[str, str, str], None]
Say = Callable[[], list[str]]

DG1 = "  DG1: {name: Harbour side, members: [E01999002, E01999003, E01999006]}"
SHORT = "    short: Neighbourhood\n"
DISTRICT = "    short: District\n"
LOOKUP = "postcode_lookup: {product: geography.area, postcode: area_name, base: area_code}\n"
TITLE = "title: Doggerland\n"


def list_file(place: Path, text: str) -> None:
    (place / "neighbourhoods").mkdir()
    (place / "neighbourhoods/north.csv").write_text(text)


def from_file(edit: Edit, key: str, column: str) -> None:
    how = f"{key}: {{file: neighbourhoods/north.csv, column: {column}}}"
    edit("place.yml", DG1, f"  DG1: {{name: Harbour side, {how}}}")


def test_members_may_be_a_list_of_the_project(place: Path, edit: Edit, said: Say) -> None:
    list_file(place, "area,lsoa21cd\nOne,E01999002\nTwo, E01999003 \n,\n")
    from_file(edit, "members_from", "lsoa21cd")
    assert said() == []
    (one,) = load(place).place.neighbourhoods
    assert one.members == ("E01999002", "E01999003")
    assert one.area_type == "neighbourhood"


def test_who_says_so_and_since_when_is_read(place: Path, edit: Edit, said: Say) -> None:
    who = "owner: A, version: 2, valid_from: 2026-04-01, why: Teams."
    edit("place.yml", "E01999006]}", f"E01999006], {who}}}")
    assert said() == []
    (one,) = load(place).place.neighbourhoods
    assert one.defined_by is not None
    assert (one.defined_by.version, one.defined_by.valid_from) == ("2", date(2026, 4, 1))


def test_an_owner_without_a_version_is_not_enough(edit: Edit, said: Say) -> None:
    edit("place.yml", "E01999006]}", "E01999006], owner: A}")
    assert sorted(line.split("has no ")[1] for line in said()) == [
        "'valid_from'",
        "'version'",
        "'why'",
    ]


def test_members_are_said_in_one_way(edit: Edit, said: Say) -> None:
    edit("place.yml", "E01999006]}", "E01999006], postcodes: [AB1 2CD]}")
    (one,) = said()
    assert "must take exactly one of its forms" in one


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, "place.yml:30 P428 there is no neighbourhoods/north.csv"),
        ("lsoa\nE1\n", "unknown column of neighbourhoods/north.csv: 'lsoa21cd'"),
        ("lsoa21cd\n\n", "place.yml:30 P428 neighbourhoods/north.csv lists nothing"),
        ("", "unknown column of neighbourhoods/north.csv: 'lsoa21cd'"),
    ],
)
def test_a_list_that_cannot_be_used(
    place: Path, edit: Edit, said: Say, text: str | None, problem: str
) -> None:
    if text is not None:
        list_file(place, text)
    from_file(edit, "members_from", "lsoa21cd")
    (one,) = said()
    assert problem in one


def test_a_list_that_nothing_is_made_from(place: Path, said: Say) -> None:
    list_file(place, "lsoa21cd\nE01999002\n")
    (one,) = said()
    assert one == "neighbourhoods/north.csv P429 no neighbourhood is made from this list"


def test_postcodes_are_read_in_any_spelling_and_wrong_ones_told_by_line(
    place: Path, edit: Edit, said: Say
) -> None:
    list_file(place, "pc\nab1 2cd\nAB12CD\nAB1\n")
    from_file(edit, "postcodes_from", "pc")
    edit("place.yml", TITLE, TITLE + LOOKUP)
    (one,) = said()
    assert one == "neighbourhoods/north.csv:4 P431 this is not a postcode"
    (place / "neighbourhoods/north.csv").write_text("pc\nab1 2cd\nAB12CD\n")
    assert load(place).place.neighbourhoods[0].postcodes == ("AB12CD",)


def test_postcodes_need_a_lookup(place: Path, edit: Edit, said: Say) -> None:
    edit("place.yml", "members: [E01999002, E01999003, E01999006]", "postcodes: [AB1 2CD]")
    (one,) = said()
    assert "P432 neighbourhood 'DG1' is made of postcodes, and there is no lookup" in one


def test_of_several_sets_each_area_says_its_own(place: Path, edit: Edit, said: Say) -> None:
    other = SHORT + "  pcn:\n    title: PCN\n    plural: PCNs\n    short: PCN\n"
    edit("place.yml", SHORT, other)
    two = "  DG2: {name: Same ground, type: pcn, members: [E01999002]}\n"
    edit("place.yml", DG1, f"{two}{DG1}")
    (one,) = said()
    assert one.endswith("P426 neighbourhood 'DG1' does not say which type it is of")
    edit("place.yml", "{name: Harbour side,", "{name: Harbour side, type: neighbourhood,")
    assert said() == []
    edit("place.yml", "type: pcn,", "type: district,")
    assert any("P426 unknown custom area type" in line for line in said())


def test_areas_of_one_set_share_no_member_unless_it_says_so(
    place: Path, edit: Edit, said: Say
) -> None:
    edit("place.yml", DG1, f"{DG1}\n  DG2: {{name: Quay, members: [E01999003]}}")
    (one,) = said()
    assert one.endswith("P309 area 'E01999003' is already in neighbourhood 'DG1'")
    edit("place.yml", SHORT, SHORT + "    overlapping: yes\n")
    assert said() == []


def test_a_member_is_listed_once_even_where_areas_overlap(edit: Edit, said: Say) -> None:
    edit("place.yml", SHORT, SHORT + "    overlapping: yes\n")
    edit("place.yml", "E01999003, E01999006]", "E01999003, E01999003]")
    (one,) = said()
    assert one.endswith("P309 area 'E01999003' is already in neighbourhood 'DG1'")


def test_types_that_nest_in_a_loop(edit: Edit, said: Say) -> None:
    edit("place.yml", SHORT, SHORT + "    nests_in: [district]\n")
    assert said() == []
    edit("place.yml", DISTRICT, DISTRICT + "    nests_in: [neighbourhood]\n")
    assert sorted(line.split("P425 ")[1] for line in said()) == [
        "areas nest in a loop: 'district' in 'neighbourhood' in 'district'",
        "areas nest in a loop: 'neighbourhood' in 'district' in 'neighbourhood'",
    ]


@pytest.mark.parametrize(
    ("named", "problem"),
    [
        ("county", "P425 unknown area type 'county'"),
        ("district", "P425 areas nest in a loop: 'district' in 'district'"),
    ],
)
def test_a_type_nests_in_another_of_the_place(
    edit: Edit, said: Say, named: str, problem: str
) -> None:
    edit("place.yml", DISTRICT, DISTRICT + f"    nests_in: [{named}]\n")
    (one,) = said()
    assert problem in one


def test_what_is_of_custom_areas_is_said_of_no_other(edit: Edit, said: Say) -> None:
    edit("place.yml", DISTRICT, DISTRICT + "    overlapping: yes\n")
    (one,) = said()
    assert one.endswith("P427 'overlapping' is said of 'district', that has a product")


def test_a_set_and_a_lookup_are_of_products_and_columns_that_are_there(
    edit: Edit, said: Say
) -> None:
    made = (
        "  pcn:\n    title: PCN\n    plural: PCNs\n    short: PCN\n    members_from:"
        " {product: geography.pcn, code: a, neighbourhood: b, name: c}\n"
    )
    edit("place.yml", SHORT, SHORT + made)
    edit("place.yml", TITLE, TITLE + LOOKUP.replace("area_name", "pcds"))
    edit(
        "place.yml",
        TITLE,
        TITLE + "population: {product: geography.area, code: area_code, column: people}\n",
    )
    assert [line.split(" ", 1)[1] for line in said()] == [
        "P430 unknown column of geography.area: 'people'",
        "P430 unknown column of geography.area: 'pcds'",
        "P430 unknown product 'geography.pcn'",
    ]


def test_a_layer_has_one_type_for_each_year(edit: Edit, said: Say) -> None:
    year = "    layer: ltla\n    vintage: 2024\n"
    edit("place.yml", DISTRICT, DISTRICT + year)
    edit("place.yml", "    short: Area\n", "    short: Area\n" + year.replace("2024", "2021"))
    assert said() == []
    edit("place.yml", "vintage: 2021", "vintage: 2024")
    (one,) = said()
    assert one.endswith("P433 area types 'area' and 'district' are both 'ltla' of 2024")


def test_a_vintage_is_of_a_layer(edit: Edit, said: Say) -> None:
    edit("place.yml", DISTRICT, DISTRICT + "    vintage: 2024\n")
    (one,) = said()
    assert "has no 'layer'" in one
