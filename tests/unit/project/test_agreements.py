"""Organisations, purposes and agreements are read, and what is wrong with them is said."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hereabouts.model.agreement import AgreementStatus
from hereabouts.model.lawful import CONDITIONS, LAWFUL_BASES
from hereabouts.model.organisation import OrganisationKind
from hereabouts.project import load
from hereabouts.project.json_schemas import json_schema

Say = Callable[[], list[str]]
ORGANISATIONS = """
doggerland: {title: Doggerland Council, kind: council, code: E06000099, domains: [library]}
wold_icb: {title: Wold ICB, kind: icb, contact: data@wold.example.org}
"""
PURPOSES = "reading_plan: To plan where libraries are needed.\n"
AGREEMENT = """title: Library members for the reading plan
providers: [doggerland]
recipients: [wold_icb]
purposes: [reading_plan]
objective: To see where few residents are members.
lawful_basis: 6(1)(e)
products:
  - {product: library.membership, columns: [area_code, members_count],
     areas: [D001], area_column: area_code}
starts_on: 2026-04-01
ends_on: 2027-03-31
review_on: 2027-01-15
retention: 2 y
approved_by: Head of libraries
approved_on: 2026-03-20
"""
NO_COLUMN = "the areas of 'library.membership' are named, and no column that holds them"
FILE = "agreements/reading.yml"


def test_the_schema_has_every_lawful_basis_and_condition() -> None:
    said = json_schema("agreement")["properties"]
    assert said["lawful_basis"]["enum"] == list(LAWFUL_BASES)
    assert said["special_category_condition"]["enum"] == list(CONDITIONS)


@pytest.fixture
def agree(place: Path) -> Callable[..., None]:
    """Write the three files, with what is replaced in the agreement."""

    def write(*pairs: tuple[str, str], organisations: str = ORGANISATIONS) -> None:
        text = AGREEMENT
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (place / "agreements").mkdir(exist_ok=True)
        (place / FILE).write_text(text, encoding="utf-8")
        (place / "organisations.yml").write_text(organisations, encoding="utf-8")
        (place / "purposes.yml").write_text(PURPOSES, encoding="utf-8")

    return write


def test_an_agreement_is_read_with_its_parties_and_its_scope(
    place: Path, agree: Callable[..., None], said: Say
) -> None:
    agree()
    assert said() == []
    project = load(place)
    assert project.organisations["doggerland"].kind is OrganisationKind.COUNCIL
    assert project.purposes["reading_plan"] == "To plan where libraries are needed."
    agreement = project.agreements["reading"]
    assert (agreement.providers, agreement.recipients) == (("doggerland",), ("wold_icb",))
    shared = agreement.product("library.membership")
    assert shared
    assert shared.columns == ("area_code", "members_count")
    assert (shared.areas, shared.area_column) == (("D001",), "area_code")
    assert agreement.product("geography.area") is None


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2026, 3, 31), AgreementStatus.COMING),
        (date(2026, 4, 1), AgreementStatus.IN_FORCE),
        (date(2027, 3, 31), AgreementStatus.IN_FORCE),
        (date(2027, 4, 1), AgreementStatus.ENDED),
    ],
)
def test_an_agreement_is_in_force_from_its_first_day_to_its_last(
    place: Path, agree: Callable[..., None], day: date, status: AgreementStatus
) -> None:
    agree()
    assert load(place).agreements["reading"].status(day) is status


def test_a_revoked_agreement_is_so_from_its_day_on(place: Path, agree: Callable[..., None]) -> None:
    agree(("retention", "revoked_on: 2026-06-01\nrevoked_why: The plan is made.\nretention"))
    agreement = load(place).agreements["reading"]
    assert agreement.status(date(2026, 5, 31)) is AgreementStatus.IN_FORCE
    assert agreement.status(date(2026, 6, 1)) is AgreementStatus.REVOKED


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "lawful_basis: 6(1)(e)\n",
            "",
            f"{FILE}:1 P104 the file has no 'lawful_basis'",
        ),
        ("[wold_icb]", "[wald_icb]", f"{FILE}:3 P530 unknown organisation 'wald_icb'"),
        ("[reading_plan]", "[leisure]", f"{FILE}:4 P530 unknown purpose 'leisure'"),
        ("library.membership", "library.member", f"{FILE}:8 P530 unknown product 'library.member'"),
        ("members_count]", "member_count]", f"{FILE}:8 P530 unknown column 'member_count'"),
        (
            ", area_column: area_code",
            "",
            f"{FILE}:8 P531 {NO_COLUMN}",
        ),
        (
            "ends_on: 2027-03-31",
            "ends_on: 2026-03-31",
            f"{FILE}:11 P532 Library members for the reading plan: it ends before it begins",
        ),
        (
            "approved_on: 2026-03-20",
            "approved_on: 2026-05-20",
            f"{FILE}:10 P532 Library members for the reading plan: it begins before it was signed",
        ),
        (
            "providers: [doggerland]",
            "providers: [wold_icb]",
            f"{FILE}:8 P534 'library.membership' is doggerland's, who is not among the providers",
        ),
    ],
)
def test_what_is_wrong_with_an_agreement_is_said_at_its_line(
    agree: Callable[..., None], said: Say, old: str, new: str, expected: str
) -> None:
    agree((old, new))
    assert expected in said()


def test_personal_data_is_shared_after_an_assessment_or_with_a_reason(
    place: Path, agree: Callable[..., None], said: Say
) -> None:
    agree()
    contract = place / "products/library/membership/contract.odcs.yaml"
    contract.write_text(contract.read_text("utf-8").replace("value: internal", "value: personal"))
    silent = [line for line in said() if " P533 " in line]
    assert len(silent) == 1
    assert "no impact assessment is named" in silent[0]
    agree(("retention", "dpia: DPIA-12\nretention"))
    assert not [line for line in said() if " P533 " in line]


def test_a_domain_has_one_controller(agree: Callable[..., None], said: Say) -> None:
    agree(organisations=ORGANISATIONS.replace("kind: icb", "kind: icb, domains: [library, wool]"))
    assert said() == [
        "organisations.yml:3 P534 'library' has a controller already: 'doggerland'",
        "organisations.yml:3 P534 unknown domain 'wool'",
    ]
