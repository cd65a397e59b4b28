"""Schedules and holds are read, and what is wrong with them is said at its line."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from hereabouts.errors import ProjectError
from hereabouts.model.retention import Driver, Then, kept_for
from hereabouts.project import load
from hereabouts.project.retention_due import retention_due
from tests.unit.project.broken_folders import AREA, MEMBERSHIP

Say = Callable[[], list[str]]
Edit = Callable[[str, str, str], None]
SCHEDULE = "policies/retention/membership.yml"
HOLD = "policies/holds/claim.yml"
SCHEDULED = """record_type: Library membership counts
products: [library.membership]
keep: 7 y
counted_from: received
then: delete
authority: Limitation Act 1980, section 5
driver: legal
approved_by: Head of libraries
approved_on: 2026-01-05
review_on: 2027-01-05
"""
HELD = """why: Claim 2026/17
products: [library.membership]
rows: {column: area_code, values: [D001]}
placed_by: Solicitor to the council
placed_on: 2026-02-01
"""
MARK = "ab" * 32


@pytest.fixture
def declare(place: Path) -> Callable[..., None]:
    """Write one schedule and one hold, with what is replaced in either."""

    def write(*pairs: tuple[str, str]) -> None:
        for name, text in ((SCHEDULE, SCHEDULED), (HOLD, HELD)):
            said = text
            for old, new in pairs:
                said = said.replace(old, new)
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(said, encoding="utf-8")

    return write


def test_a_schedule_and_a_hold_are_read(place: Path, declare: Callable[..., None]) -> None:
    declare()
    project = load(place)
    schedule, hold = project.schedules["membership"], project.holds["claim"]
    assert (schedule.then, schedule.driver, schedule.column) == (Then.DELETE, Driver.LEGAL, None)
    assert schedule.covers("library.membership")
    assert not schedule.covers("geography.area")
    assert hold.rows is not None
    assert hold.rows.values == ("D001",)
    assert hold.is_active(date(2026, 2, 1))
    assert not hold.is_active(date(2026, 1, 31))


def test_a_hold_ends_on_the_day_that_it_is_lifted(
    place: Path, declare: Callable[..., None]
) -> None:
    declare(("placed_on: 2026-02-01", "placed_on: 2026-02-01\nlifted_on: 2026-06-01"))
    hold = load(place).holds["claim"]
    assert hold.is_active(date(2026, 5, 31))
    assert not hold.is_active(date(2026, 6, 1))


def test_a_domain_is_covered_with_all_its_products(
    place: Path, declare: Callable[..., None]
) -> None:
    declare(("products: [library.membership]", 'products: ["library.*"]'))
    assert load(place).schedules["membership"].covers("library.membership")


@pytest.mark.parametrize("said", ["7 y", "84 months", "P7Y"])
def test_seven_years_are_seven_years_however_they_are_said(said: str) -> None:
    span = kept_for(said)
    assert span is not None
    assert span.after(datetime(2020, 2, 29)) == datetime(2027, 2, 28)  # noqa: DTZ001  a day


def test_a_hundred_years_can_be_kept_and_a_thousand_cannot() -> None:
    assert kept_for("100 y") is not None
    assert kept_for("1000 y") is None


WRONG = {
    "a length of time": (
        ("keep: 7 y", "keep: for ever"),
        [f"{SCHEDULE}:3 G120 'for ever' is not a length of time"],
    ),
    "a product": (
        ("products: [library.membership]\nkeep", "products: [library.members]\nkeep"),
        [f"{SCHEDULE}:2 G120 there is no product 'library.members' to keep"],
    ),
    "a domain": (
        ("products: [library.membership]\nkeep", 'products: ["books.*"]\nkeep'),
        [f"{SCHEDULE}:2 G120 there is no product 'books.*' to keep"],
    ),
    "a column": (
        ("counted_from: received", "counted_from: joined_on"),
        [f"{SCHEDULE}:4 G120 library.membership has no date column 'joined_on' to count from"],
    ),
    "a column that is no date": (
        ("counted_from: received", "counted_from: area_code"),
        [f"{SCHEDULE}:4 G120 library.membership has no date column 'area_code' to count from"],
    ),
    "a review before the approval": (
        ("review_on: 2027-01-05", "review_on: 2025-01-05"),
        [f"{SCHEDULE}:10 G124 schedule 'membership' is to be reviewed before it was approved"],
    ),
    "an archive without a folder": (
        ("then: delete", "then: archive"),
        [f"{SCHEDULE}:1 P104 the file has no 'archive_to'"],
    ),
    "a day that there is not": (
        ("review_on: 2027-01-05", "review_on: 2027-02-30"),
        [f"{SCHEDULE}:10 P107 'review_on' is not a date such as 2026-03-31"],
    ),
    "a held column": (
        ("column: area_code", "column: area"),
        [f"{HOLD}:3 G123 library.membership has no column 'area'"],
    ),
    "a hold that ends before it begins": (
        ("placed_on: 2026-02-01", "placed_on: 2026-02-01\nlifted_on: 2026-01-01"),
        [f"{HOLD}:6 G123 it is lifted before it is placed"],
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_said_at_its_line(
    wrong: str, declare: Callable[..., None], said: Say
) -> None:
    pair, expected = WRONG[wrong]
    declare(pair)
    assert said() == expected


def test_a_derived_product_is_not_counted_from_its_receipt(
    declare: Callable[..., None], said: Say
) -> None:
    declare(("products: [library.membership]\nkeep", "products: [geography.district]\nkeep"))
    assert said() == [f"{SCHEDULE}:4 G120 geography.district is made here, and is not received"]


def test_a_product_is_under_one_rule(place: Path, declare: Callable[..., None], said: Say) -> None:
    declare()
    other = place / "policies/retention/other.yml"
    other.write_text(SCHEDULED.replace("7 y", "84 months"), encoding="utf-8")
    assert said() == []
    other.write_text(SCHEDULED.replace("7 y", "6 y"), encoding="utf-8")
    assert said() == [
        (
            "policies/retention/other.yml:2 G121 library.membership is under 'membership' too, "
            "which says otherwise"
        )
    ]


def test_a_contract_promises_what_its_schedule_does(
    edit: Edit, declare: Callable[..., None], said: Say
) -> None:
    declare()
    promise = "slaProperties:\n  - {property: retention, value: 6, unit: y}"
    edit(MEMBERSHIP, "slaProperties:", promise)
    assert [line.split(" ", 1)[1] for line in said()] == [
        (
            "G122 library.membership promises a retention of '6 y', and schedule 'membership' "
            "keeps it '7 y'"
        )
    ]
    edit(MEMBERSHIP, "value: 6, unit: y", "value: 84, unit: months")
    assert said() == []


def test_a_hold_does_not_say_whom_it_is_about(
    edit: Edit, declare: Callable[..., None], said: Say
) -> None:
    edit(MEMBERSHIP, "value: internal", "value: personal")
    declare()
    assert said() == [f"{HOLD}:3 G123 library.membership is personal, and its values stand here"]
    declare(("values: [D001]", f"marks: [{MARK}]"))
    assert said() == []


def test_a_personal_product_without_a_schedule_is_warned_of(
    place: Path, edit: Edit, declare: Callable[..., None]
) -> None:
    edit(MEMBERSHIP, "value: internal", "value: personal")
    (warning,) = retention_due(load(place), date(2026, 11, 29))
    assert isinstance(warning, ProjectError)
    assert str(warning).startswith(
        f"{MEMBERSHIP}:2: library.membership is personal, and nothing says how long it is kept"
    )
    declare(("rows: {column: area_code, values: [D001]}\n", ""))
    assert list(retention_due(load(place), date(2027, 1, 5))) == []
    (late,) = retention_due(load(place), date(2027, 1, 6))
    assert late.code == "G126"


def test_a_contract_says_law_third_parties_and_shared_fields(place: Path, edit: Edit) -> None:
    edit(
        AREA,
        "customProperties:\n  - {property: sensitivity",
        "customProperties:\n  - {property: lawfulBasis, value: 6(1)(e)}\n"
        "  - {property: sensitivity",
    )
    edit(
        MEMBERSHIP,
        "physicalName: Members\n",
        "physicalName: Members\n        description: Who.\n",
    )
    edit(
        MEMBERSHIP,
        "customProperties:\n          - {property: unit, value: people}\n    quality",
        "customProperties:\n          - {property: thirdParty, value: true}\n"
        "          - {property: sameAs, value: people_count}\n    quality",
    )
    products = load(place).products
    assert products["geography.area"].handling.lawful_basis == "6(1)(e)"
    handling = products["library.membership"].handling
    assert handling.third_party == ("members_count",)
    assert handling.same_as == {"members_count": "people_count"}
