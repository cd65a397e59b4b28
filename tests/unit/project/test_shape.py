"""A file that does not fit its schema: each fault at its line, with what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.project import find_problems

Edit = Callable[[str, str, str], None]
MEMBERSHIP = "products/library/membership/contract.odcs.yaml"
MEMBERS = "indicators/library/members.yml"
POLICY = "policies/disclosure/small_counts.yml"
SOURCE = "products/geography/area/source.yml"

#: name -> file, old, new, and the whole of what is said.
UNFIT: dict[str, tuple[str, str, str, list[str]]] = {
    "an unknown key": (
        MEMBERS,
        "decimals: 1",
        "decimal: 1",
        [f"{MEMBERS}:12: unknown key 'decimal' [P103]\n  do: did you mean 'decimals'?"],
    ),
    "an unknown key with no near one": (
        MEMBERS,
        "area: {type: area,",
        "area: {xyz: 1, type: area,",
        [f"{MEMBERS}:8: unknown key 'xyz' [P103]\n  do: use one of: column, type"],
    ),
    "a missing key": (
        POLICY,
        "suppress_to: 7\n",
        "",
        [
            (
                f"{POLICY}:2: the file has no 'suppress_to' [P104]\n"
                "  do: add `suppress_to:` (The largest count to hide)"
            )
        ],
    ),
    "text for a number": (
        MEMBERS,
        "decimals: 1",
        "decimals: one",
        [
            (
                f"{MEMBERS}:12: 'decimals' is the text 'one', not a whole number [P105]\n"
                "  do: how many digits to show after the point, from 0 to 6; 0 when not said"
            )
        ],
    ),
    "a mapping for text": (
        MEMBERS,
        "unit: percent",
        "unit: {is: percent}",
        [
            (
                f"{MEMBERS}:11: 'unit' is a mapping, not text [P105]\n"
                "  do: what one unit of the value is, such as percent, minutes or admissions"
            )
        ],
    ),
    "a word that is not a choice": (
        MEMBERS,
        "better: higher",
        "better: highest",
        [
            (
                f"{MEMBERS}:13: 'better' is 'highest', which is not one of its values [P106]\n"
                "  do: did you mean 'higher'?"
            )
        ],
    ),
    "a day that there is not": (
        POLICY,
        "review_on: 2027-04-01",
        "review_on: 2027-02-30",
        [
            (
                f"{POLICY}:11: 'review_on' is not a date such as 2026-03-31 [P107]\n"
                "  do: when it is to be looked at again, as year-month-day"
            )
        ],
    ),
    "two forms at once": (
        MEMBERS,
        "numerator: {",
        "numerator: {count: rows, ",
        [
            (
                f"{MEMBERS}:6: 'numerator' must take exactly one of its forms [P109]\n"
                "  do: say either `sum:` with a column, or `count: rows`"
            )
        ],
    ),
    "a path that leaves the folder": (
        SOURCE,
        "path: inbox/areas.geojson",
        "path: ../areas.geojson",
        [
            (
                f"{SOURCE}:3: 'path' is not written as it must be [P107]\n"
                "  do: the file, relative to the project folder and inside it, "
                "such as inbox/trust_a.xlsx"
            )
        ],
    ),
    "a source in two places": (
        SOURCE,
        "path: inbox/areas.geojson",
        "path: inbox/areas.geojson\nurl: https://example.org/a",
        [
            (
                f"{SOURCE}:2: the file must take exactly one of its forms [P109]\n"
                "  do: say where it is in one way: `path:` (a file in this folder), `url:`, "
                "`api:` with `address:`, `package:` with `file:`, `database:` with `query:` or "
                "`table:`, `sftp:` with `remote_path:`, or `folder:` with `match:`; or list "
                "several `files:`"
            )
        ],
    ),
    "an option of another kind": (
        SOURCE,
        "kind: geojson",
        "kind: geojson\nsheet: One",
        [
            (
                f"{SOURCE}:3: 'sheet' says nothing of a geojson [P127]\n"
                "  do: remove it; a geojson takes crs"
            )
        ],
    ),
    "an area type that SQL cannot say": (
        "place.yml",
        "  neighbourhood:\n",
        "  My Ward:\n",
        [
            (
                "place.yml:25: 'area_types.My Ward' is not written as it must be [P107]\n"
                "  do: name an area type with small letters, digits and underscores, such as lsoa21"
            )
        ],
    ),
    "a period that ends before it starts": (
        MEMBERS,
        "end: 2026-01-01",
        "end: 2025-01-01",
        [
            (
                f"{MEMBERS}:9: the period ends on 2025-01-01 and starts on 2025-01-01 [P126]\n"
                "  do: `end` is the day after the last day, so it is later than `start`"
            )
        ],
    ),
    "a condition that reads another table": (
        MEMBERS,
        "sum: members_count}",
        "sum: members_count, where: 'exists (select 1)'}",
        [
            (
                f"{MEMBERS}:6: a condition looks at one row: no SELECT, totals, windows or "
                "parameters [P113]\n"
                "  do: write one condition over the product's columns, such as sex = 'F'"
            )
        ],
    ),
    "a key that ODCS does not know": (
        MEMBERSHIP,
        "relationships:",
        "relationship:",
        [
            (
                f"{MEMBERSHIP}:28: unknown key 'relationship' [P103]\n"
                "  do: did you mean 'relationships'?"
            )
        ],
    ),
    "a top-level key that ODCS does not know": (
        MEMBERSHIP,
        "status: active",
        "statuss: active",
        [f"{MEMBERSHIP}:7: unknown key 'statuss' [P103]\n  do: did you mean 'status'?"],
    ),
    "an operator without a number": (
        MEMBERSHIP,
        "mustBe: 0",
        "mustBeLessThan: zero",
        [
            (
                f"{MEMBERSHIP}:51: 'schema.0.quality.0.mustBeLessThan' is the text 'zero', "
                "not a number [P105]\n"
                "  do: must be less than the value to be valid. It is equivalent to '<'"
            )
        ],
    ),
    "a rule that says nothing": (
        MEMBERSHIP,
        "        mustBe: 0\n",
        "",
        [
            (
                f"{MEMBERSHIP}:47: 'schema.0.quality.0' must take exactly one of its forms [P109]\n"
                "  do: say one of: mustBe, mustNotBe, mustBeGreaterThan, mustBeGreaterOrEqualTo, "
                "mustBeLessThan, mustBeLessOrEqualTo, mustBeBetween, mustNotBeBetween"
            )
        ],
    ),
}


@pytest.mark.parametrize("unfit", UNFIT)
def test_a_fault_is_said_word_for_word(unfit: str, place: Path, edit: Edit) -> None:
    path, old, new, expected = UNFIT[unfit]
    edit(path, old, new)
    mine = [str(p) for p in find_problems(place)[1] if p.at and p.at.path == path]
    assert mine == expected


def test_several_faults_of_one_file_are_all_said(place: Path, edit: Edit) -> None:
    edit(MEMBERSHIP, "logicalType: integer", "logicalType: int")
    edit(MEMBERSHIP, "version: 1.0.0\n", "")
    edit(MEMBERSHIP, "  - name: membership\n", "  - nam: membership\n")
    said = [(p.code, str(p.at)) for p in find_problems(place)[1] if "membership" in str(p.at)]
    assert said == [
        ("P104", f"{MEMBERSHIP}:2"),
        ("P103", f"{MEMBERSHIP}:17"),
        ("P104", f"{MEMBERSHIP}:17"),
        ("P106", f"{MEMBERSHIP}:32"),
        ("P106", f"{MEMBERSHIP}:40"),
    ]
