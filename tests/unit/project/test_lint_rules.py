"""Each rule finds what it is for, at its line. The blank starter is right until it is broken."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.project import RULES
from tests.unit.project.broken_folders import (
    AREA,
    BROKEN,
    DISTRICT,
    MEMBERS,
    MEMBERSHIP,
    NONE,
    POLICY,
)

Edit = Callable[[str, str, str], None]
Say = Callable[[], list[str]]


@pytest.mark.parametrize("broken", BROKEN)
def test_a_rule_finds_what_it_is_for(broken: str, edit: Edit, said: Say) -> None:
    path, old, new, expected = BROKEN[broken]
    edit(path, old, new)
    assert said() == list(dict.fromkeys(expected))


def test_a_denominator_of_all_needs_no_column_of_the_breakdown(edit: Edit, said: Say) -> None:
    counted = "{product: library.membership, sum: members_count}"
    edit(MEMBERS, counted, "{product: geography.area, count: rows}")
    edit(MEMBERS, "unit: percent", "unit: percent\nbreakdown: district_code")
    assert said() == [
        f"{MEMBERS}:12 P303 unknown column of library.membership: 'district_code'",
    ]
    edit(MEMBERS, "sum: residents_count}", "sum: residents_count, of_all: yes}")
    assert said() == []


def test_a_file_that_nothing_reads_is_pointed_out(place: Path, said: Say) -> None:
    (place / "palce.yml").write_text("x")
    (place / "products/library/membership/data.csv").write_text("x")
    (place / "docs").mkdir()
    (place / "docs/anything.csv").write_text("x")
    (place / ".git").mkdir()
    (place / ".git/config").write_text("x")
    assert said() == [
        "palce.yml P301 nothing reads this file",
        "products/library/membership/data.csv P301 nothing reads this file",
    ]


def test_what_is_made_from_personal_data_must_be_protected(
    place: Path, edit: Edit, said: Say
) -> None:
    (place / "policies/disclosure/none.yml").write_text(NONE + "why: It is not about people.\n")
    edit(MEMBERS, "policy: small_counts", "policy: none")
    assert said() == []
    edit(MEMBERSHIP, "value: internal", "value: personal")
    assert said() == [
        (
            f"{MEMBERS}:15 P310 this is made from library.membership, which is personal, and "
            "policy 'none' does not protect it from the open audience"
        )
    ]


def test_a_policy_that_leaves_out_the_open_audience_does_not_protect(edit: Edit, said: Say) -> None:
    edit(MEMBERSHIP, "value: internal", "value: personal")
    assert said() == []
    edit(POLICY, "audiences: [open]", "audiences: [internal]")
    assert [line.split()[1] for line in said()] == ["P310"]


def test_a_product_made_from_personal_data_is_not_open(edit: Edit, said: Say) -> None:
    edit(AREA, "value: open", "value: personal")
    assert said() == [
        (
            f"{DISTRICT}:30 P320 product 'geography.district' is open and made from "
            "'geography.area', which is personal"
        )
    ]


def test_a_policy_that_protects_nothing_says_why(place: Path, said: Say) -> None:
    (place / "policies/disclosure/none.yml").write_text(NONE)
    assert said() == [
        "policies/disclosure/none.yml:2 P312 policy 'none' protects nothing and does not say why"
    ]


def test_products_that_read_each_other_are_a_circle(place: Path, edit: Edit, said: Say) -> None:
    (place / "products/geography/area/source.yml").unlink()
    (place / "products/geography/area/model.sql").write_text("SELECT * FROM geography.district")
    assert said() == [
        (
            "products/geography/area/model.sql:1 P313 this is made from itself: "
            "geography.area reads geography.district reads geography.area"
        )
    ]


def test_a_product_that_reads_itself_is_a_circle(edit: Edit, said: Say) -> None:
    edit(
        "products/geography/district/model.sql",
        "FROM geography.area",
        "FROM geography.area JOIN geography.district USING (district_code)",
    )
    assert said() == [
        (
            "products/geography/district/model.sql:1 P313 this is made from itself: "
            "geography.district reads geography.district"
        )
    ]


def test_a_contract_that_nothing_makes_is_a_problem(place: Path, said: Say) -> None:
    (place / "products/geography/district/model.sql").unlink()
    (place / "products/geography/district/examples.yml").unlink()
    assert said() == [f"{DISTRICT}:2 P315 nothing makes product 'geography.district'"]


def test_neighbourhoods_have_an_area_type_of_their_own(place: Path, edit: Edit, said: Say) -> None:
    edit("place.yml", "  neighbourhood:\n    title: Neighbourhood\n", "")
    edit("place.yml", "    plural: Neighbourhoods\n    short: Neighbourhood\n", "")
    edit(MEMBERS, ", neighbourhood]", "]")
    assert said() == ["place.yml:25 P309 there are neighbourhoods and no area type for them"]


def test_an_area_type_without_a_product_needs_neighbourhoods(edit: Edit, said: Say) -> None:
    edit("place.yml", "neighbourhoods:\n", "")
    edit("place.yml", "  DG1: {name: Harbour side, members: [E01999002, E01999003, E01999006]}", "")
    assert said() == [
        "place.yml:25 P309 area type 'neighbourhood' has no product and is not of neighbourhoods"
    ]


def test_each_rule_says_its_code_and_why() -> None:
    for rule in RULES:
        doc = rule.__doc__ or ""
        assert doc.startswith(f"{rule.CODE} "), rule.__name__
        assert "\nWhy: " in doc, rule.__name__


def test_each_rule_has_a_code_of_its_own() -> None:
    assert len({rule.CODE for rule in RULES}) == len(RULES)


def test_every_rule_file_is_listed() -> None:
    folder = Path(RULES[0].__file__ or "").parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "ancestry", "conversions"}
    assert {rule.__name__.rpartition(".")[2] for rule in RULES} == files


def test_every_rule_is_broken_by_a_test() -> None:
    text = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("*.py"))
    assert [rule.CODE for rule in RULES if rule.CODE not in text] == []


def test_a_correction_is_of_a_file_that_comes(place: Path, said: Callable[[], list[str]]) -> None:
    """P327, which no edit of one file can break."""
    fault = "corrections:\n  - {column: a, find: b, becomes: c, why: told, file: first}\n"
    for product in ("geography/district", "library/membership"):
        (place / "products" / product / "corrections.yml").write_text(fault, encoding="utf-8")
    assert said() == [
        (
            "products/geography/district/corrections.yml:2 P327 this corrects what was received,"
            " and the product has no source"
        ),
        "products/library/membership/corrections.yml:2 P327 unknown file 'first'",
    ]


QUALITY = "products/library/membership/quality.yml"


def test_an_acceptance_is_by_the_owner_ends_and_is_about_something(place: Path, said: Say) -> None:
    (place / QUALITY).write_text(
        "actions:\n  - {what: ask, rule: nope, owner: A, due: 2026-01-31, status: open}\n"
        "checked:\n  - {rule: nobody, on: 2026-01-31, by: A, found: 0, sample: 1}\n"
        "accepted:\n"
        "  - {by: mayor@example.org, on: 2026-01-31, until: 2026-02-28, why: Known}\n"
        "  - {by: libraries@example.org, on: 2026-01-31, until: 2025-02-28, why: Known,"
        " rules: [area_code, freshness]}\n",
        encoding="utf-8",
    )
    assert said() == [
        f"{QUALITY}:2 P360 unknown rule 'nope'",
        f"{QUALITY}:4 P360 unknown rule 'nobody'",
        f"{QUALITY}:6 P361 'mayor@example.org' is not the owner of 'library.membership'",
        f"{QUALITY}:7 P362 this acceptance ends before it begins",
    ]


def test_an_acceptance_without_an_end_is_a_problem(place: Path, said: Say) -> None:
    (place / QUALITY).write_text(
        "accepted: [{by: libraries@example.org, on: 2026-01-31, why: Known}]\n", encoding="utf-8"
    )
    assert [line.split()[1] for line in said()] == ["P104"]


def test_what_a_contract_compares_itself_with_is_there(edit: Edit, said: Say) -> None:
    edit(
        MEMBERSHIP,
        "    properties:\n",
        "    customProperties:\n"
        "      - {property: expectedAreas, value: ward}\n"
        "      - property: reconciles\n"
        "        value: [{column: members, with: library.loans.total}]\n"
        "    properties:\n",
    )
    edit(
        MEMBERSHIP,
        "    properties:\n      - name: area_code\n        physicalName",
        "    properties:\n      - name: free\n        logicalType: string\n"
        "        customProperties: [{property: expectAllOf, value: true}]\n"
        "      - name: area_code\n        physicalName",
    )
    assert sorted(line.partition(" ")[2] for line in said()) == [
        "P363 'free' expects all of nothing",
        "P363 unknown area type 'ward'",
        "P363 unknown column 'members'",
        "P363 unknown product 'library.loans'",
    ]


def test_limits_of_quality_are_percentages_in_order(edit: Edit, said: Say) -> None:
    edit(
        MEMBERSHIP,
        "customProperties:\n  - {property: sensitivity",
        "customProperties:\n  - {property: qualityRedBelow, value: most}\n"
        "  - {property: qualityAmberBelow, value: 20}\n  - {property: sensitivity",
    )
    assert [line.partition(" ")[2] for line in said() if "P364" in line] == [
        "P364 qualityRedBelow is above qualityAmberBelow",
        "P364 qualityRedBelow is not a percentage",
    ]


def test_owners_who_are_told_by_mail_have_an_address(place: Path, edit: Edit, said: Say) -> None:
    """P377, which no edit of one file can break."""
    mail = "email: {smtp_host: mail.example.org, from: data@example.org, to: TO}\n"
    edit(MEMBERSHIP, "libraries@example.org", "the_library_team")
    (place / "notices.yml").write_text(mail.replace("TO", "[a@example.org]"), encoding="utf-8")
    assert said() == []
    (place / "notices.yml").write_text(mail.replace("TO", "owners"), encoding="utf-8")
    assert said() == [
        (
            f"{MEMBERSHIP}:13 P377 notices.yml writes to owners, and the contract of "
            "'library.membership' has no address"
        )
    ]
