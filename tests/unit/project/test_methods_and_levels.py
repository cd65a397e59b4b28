"""What is said of methods, benchmarks, groups and control charts that cannot be."""

from collections.abc import Callable
from pathlib import Path

from hereabouts.project import load

Edit = Callable[[str, str, str], None]
Say = Callable[[], list[str]]

MEMBERS = "indicators/library/members.yml"
UNIT = "unit: percent"
TITLE = "title: Doggerland\n"
ENGLAND = TITLE + "benchmarks: {england: {title: England, code: E92000001, begins: [E]}}\n"


def test_what_is_asked_for_is_read(place: Path, edit: Edit, said: Say) -> None:
    edit("place.yml", TITLE, ENGLAND)
    edit(MEMBERS, UNIT, f"{UNIT}\ncompare_to: england")
    assert said() == []
    project = load(place)
    benchmark = project.place.benchmark("england")
    assert benchmark is not None
    assert (benchmark.code, benchmark.begins) == ("E92000001", ("E",))
    assert project.indicators["library.members"].compare_to == "england"


def test_a_method_by_age_needs_ages(edit: Edit, said: Say) -> None:
    edit(MEMBERS, "method: proportion", "method: dsr")
    (one,) = said()
    assert one.endswith("P451 dsr needs the age bands of its rows")


def test_ages_are_for_methods_by_age(edit: Edit, said: Say) -> None:
    edit(MEMBERS, UNIT, UNIT + "\nages: {column: age}")
    assert any(line.endswith("P451 proportion does not use age bands") for line in said())


def test_a_benchmark_that_is_not_there(edit: Edit, said: Say) -> None:
    edit(MEMBERS, UNIT, f"{UNIT}\ncompare_to: wales")
    (one,) = said()
    assert one.endswith("P452 unknown benchmark 'wales'")


def test_a_group_that_is_not_there(edit: Edit, said: Say) -> None:
    edit(MEMBERS, UNIT, f"{UNIT}\ninequality: imd_decile")
    (one,) = said()
    assert one.endswith("P453 unknown group 'imd_decile'")


def test_a_benchmark_has_a_name_of_its_own(edit: Edit, said: Say) -> None:
    edit("place.yml", TITLE, ENGLAND.replace("{england:", "{area:"))
    (one,) = said()
    assert "P454 'area' is also the name of something else" in one


def test_a_group_is_of_a_product_and_its_columns(edit: Edit, said: Say) -> None:
    group = "groups: {tenth: {title: Tenths, product: library.none, code: a, column: b}}\n"
    edit("place.yml", TITLE, TITLE + group)
    (one,) = said()
    assert "P455 unknown product 'library.none'" in one


def test_a_control_chart_needs_more_than_one_period(edit: Edit, said: Say) -> None:
    edit(MEMBERS, UNIT, f"{UNIT}\nspc: yes")
    (one,) = said()
    assert one.endswith("P456 a control chart needs many periods, and this indicator has one")
