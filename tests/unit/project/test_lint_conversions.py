"""What convert.yml may not say, each at its line. The conversion is right until it is broken."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.converting import FOLDER, add_conversion

Edit = Callable[[str, str, str], None]
Say = Callable[[], list[str]]
CONVERT, CONTRACT = f"{FOLDER}/convert.yml", f"{FOLDER}/contract.odcs.yaml"
PEOPLE = "products/carry/people/contract.odcs.yaml"
#: What is replaced in convert.yml, by what, and what is then said.
BROKEN: dict[str, tuple[str, str, str]] = {
    "an area": ("\narea: area", "\narea: lsoa", "2 P401 unknown column of carry.people: 'lsoa'"),
    "a lookup": ("old: was", "old: old", "5 P401 unknown column of carry.lookup: 'old'"),
    "a change": ("change: change", "change: how", "5 P401 unknown column of carry.lookup: 'how'"),
    "weights": (
        "weight: count, match",
        "weight: n, match",
        "8 P401 unknown column of carry.new_people: 'n'",
    ),
    "a truth": (
        "column: count}",
        "column: n}",
        "9 P401 unknown column of carry.new_people: 'n'",
    ),
    "a match": ("match: [age]", "match: [area]", "8 P403 unknown key to match by 'area'"),
    "what it is the truth of": (
        "column: count}",
        "column: count, of: people}",
        "9 P406 unknown converted count 'people'",
    ),
    "a count that is text": (
        "weight: count, match",
        "weight: age, match",
        "8 P405 'age' of carry.new_people is a string, not a number",
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_rule_finds_what_it_is_for(broken: str, place: Path, edit: Edit, said: Say) -> None:
    old, new, expected = BROKEN[broken]
    add_conversion(place)
    edit(CONVERT, old, new)
    assert said() == [f"{CONVERT}:{expected}"]


def test_the_contract_has_every_key_that_is_kept(place: Path, edit: Edit, said: Say) -> None:
    add_conversion(place)
    key = "      - {name: year, logicalType: string, required: true, primaryKey: true}\n"
    edit(CONTRACT, key, "")
    assert said() == [
        f"{CONVERT}:1 P402 the conversion makes 'year', which the contract does not have"
    ]


def test_the_contract_has_no_column_that_is_not_made(place: Path, edit: Edit, said: Say) -> None:
    add_conversion(place)
    edit(CONTRACT, "name: status,", "name: state,")
    assert said() == [f"{CONTRACT}:19 P402 the conversion does not make 'state'"]


def test_a_column_is_one_thing(place: Path, edit: Edit, said: Say) -> None:
    add_conversion(place)
    edit(CONVERT, "keys: [age, year]", "keys: [age, year, count]")
    problem = "'count' is more than one of the new area, a key, a count and the status"
    assert said() == [f"{CONVERT}:1 P404 {problem}"]


def test_keys_are_of_one_type_on_both_sides(place: Path, edit: Edit, said: Say) -> None:
    add_conversion(place)
    edit(PEOPLE, "{name: age, logicalType: string", "{name: age, logicalType: integer")
    problem = "P405 'age' is a integer in carry.people and a string in carry.new_people"
    assert said() == [f"{CONVERT}:8 {problem}", f"{CONVERT}:9 {problem}"]


def test_weights_beside_blocks_are_said_in_vain(place: Path, edit: Edit, said: Say) -> None:
    add_conversion(place)
    edit(
        CONVERT,
        "by:\n  - {product: carry.lookup, old: was, new: is, change: change}",
        "blocks: {product: carry.new_people, old: area, new: area, weight: count}",
    )
    assert said() == [f"{CONVERT}:7 P407 `weights` are not used beside `blocks`"]


def test_changes_beside_several_lookups_are_said_in_vain(
    place: Path, edit: Edit, said: Say
) -> None:
    add_conversion(place)
    second = "\n  - {product: carry.lookup, old: is, new: is}"
    edit(CONVERT, "change: change}", "change: change}" + second)
    assert said() == [f"{CONVERT}:5 P407 `change` is not used where there are several lookups"]


def test_a_code_history_has_the_columns_that_the_place_names(
    place: Path, edit: Edit, said: Say
) -> None:
    add_conversion(place)
    history = "code_history: {product: carry.lookup, years: {2016: was, 2024: become}}\n"
    edit("place.yml", "area_types:", history + "area_types:")
    assert [line.partition(" ")[2] for line in said()] == [
        "P408 unknown column of carry.lookup: 'become'"
    ]


def test_a_code_history_is_of_a_product_that_there_is(place: Path, edit: Edit, said: Say) -> None:
    history = "code_history: {product: carry.history, years: {2016: was, 2024: is}}\n"
    edit("place.yml", "area_types:", history + "area_types:")
    assert [line.partition(" ")[2] for line in said()] == ["P302 unknown product 'carry.history'"]
