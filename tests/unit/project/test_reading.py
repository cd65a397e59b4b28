"""A whole folder: read when it is right, and every problem said when it is not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.errors import ProblemsError
from hereabouts.model.policy import Scheme
from hereabouts.model.product import LogicalType, Reference
from hereabouts.project import find_problems, load

Edit = Callable[[str, str, str], None]
Say = Callable[[], list[str]]


def test_the_blank_starter_has_no_problems(said: Say) -> None:
    assert said() == []


def test_a_project_is_read_with_its_types(place: Path) -> None:
    project = load(place)
    assert project.place.base.code == "area"
    assert project.place.neighbourhoods[0].members == ("E01999002", "E01999003", "E01999006")
    assert project.indicators["library.members"].period.label == "2025"
    assert project.indicators["library.members"].policy == "small_counts"
    assert project.policies["small_counts"].scheme is Scheme.SUPPRESS_AND_ROUND
    assert project.policies["small_counts"].hide_zero is False
    assert project.pages["home"].indicators == ("library.members",)
    assert project.glossary["Synthetic"].startswith("Made up")


def test_a_contract_is_read_with_its_columns_and_rules(place: Path) -> None:
    products = load(place).products
    membership = products["library.membership"]
    assert membership.layer == "silver"
    assert membership.contract.owner == "libraries@example.org"
    assert membership.contract.frequency == "1 y"
    assert membership.contract.synthetic
    assert membership.contract.key == ("area_code",)
    column = membership.contract.column("members_count")
    assert column is not None
    assert (column.source_name, column.type, column.unit, column.minimum) == (
        "Members",
        LogicalType.INTEGER,
        "people",
        0.0,
    )
    code = membership.contract.column("area_code")
    assert code is not None
    assert code.reference == Reference(product="geography.area", column="area_code")
    assert [(rule.metric, rule.operator, rule.operand) for rule in membership.contract.rules] == [
        ("sql", "mustBe", (0.0,))
    ]
    boundary = products["geography.area"].contract.column("geometry")
    assert boundary is not None
    assert boundary.type is LogicalType.GEOMETRY


def test_a_derived_product_reads_what_its_model_says(place: Path) -> None:
    district = load(place).products["geography.district"]
    assert district.layer == "gold"
    assert district.inputs == ("geography.area",)
    assert district.examples[0].given["geography.area"][0]["area_code"] == "E01999001"


def test_every_problem_is_said_at_once_in_the_order_of_the_folder(
    place: Path, edit: Edit, said: Say
) -> None:
    edit("pages/home.yml", "library.members", "library.memebrs")
    edit("indicators/library/members.yml", "policy: small_counts", "policy: small_count")
    edit("glossary.yml", "Member:", "Resident:")
    assert said() == [
        "glossary.yml:3 P102 'Resident' is said twice; it was first said on line 2",
        "indicators/library/members.yml:15 P304 unknown disclosure policy 'small_count'",
        "pages/home.yml:4 P306 unknown indicator 'library.memebrs'",
    ]
    with pytest.raises(ProblemsError) as raised:
        load(place)
    assert len(raised.value.problems) == 3
    assert raised.value.first.exit_status == 10
    assert str(raised.value.problems[2]) == (
        "pages/home.yml:4: unknown indicator 'library.memebrs' [P306]\n"
        "  do: did you mean 'library.members'? If not, declare 'library.memebrs' first"
    )


def test_a_file_that_cannot_be_read_does_not_make_its_name_unknown(edit: Edit, said: Say) -> None:
    edit("products/library/membership/contract.odcs.yaml", "kind: DataContract", "kin: x")
    edit("policies/disclosure/small_counts.yml", "round_to: 5", "round_to: five")
    assert {line.split()[1] for line in said()} == {"P103", "P104", "P105"}


def test_a_folder_without_a_place_is_not_a_project(tmp_path: Path) -> None:
    project, problems = find_problems(tmp_path)
    assert project is None
    assert [(p.code, str(p.at)) for p in problems] == [("P130", "place.yml")]


def test_a_product_without_a_contract_is_a_problem(place: Path, said: Say) -> None:
    (place / "products/library/membership/contract.odcs.yaml").unlink()
    assert "products/library/membership P128 this product has no contract" in said()


def test_a_product_made_in_two_ways_is_a_problem(place: Path, said: Say) -> None:
    (place / "products/geography/district/model.py").write_text("INPUTS = ()\n")
    assert said() == ["products/geography/district/model.py P129 this product is made in two ways"]


def test_a_derived_model_does_not_read_received(edit: Edit, said: Say) -> None:
    edit("products/geography/district/model.sql", "geography.area", "geography.area, received")
    problem = "P131 this reads `received`, and the product has no source"
    assert said() == [f"products/geography/district/model.sql:3 {problem}"]


def test_text_that_is_not_utf_8_is_said_at_its_line(place: Path, said: Say) -> None:
    (place / "pages/home.yml").write_bytes(b"title: x\nlede: \xff\n")
    assert said() == ["pages/home.yml:2 P117 this is not UTF-8 text"]


def test_a_byte_order_mark_and_windows_line_ends_are_read(place: Path, said: Say) -> None:
    text = (place / "pages/home.yml").read_text("utf-8").replace("\n", "\r\n")
    (place / "pages/home.yml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert said() == []
