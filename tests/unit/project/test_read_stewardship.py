"""Who looks after a product, as its contract says it, and how sensitive its columns are."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.model.sensitivity import Sensitivity
from hereabouts.model.stewardship import AccessRole, Promise, Stewardship, TeamMember
from hereabouts.project import load
from hereabouts.project.read_stewardship import read_stewardship

Edit = Callable[[str, str, str], None]
Say = Callable[[], list[str]]
PATH = "products/library/membership/contract.odcs.yaml"
COLUMN = "        businessName: Residents\n"


def test_a_contract_says_who_promises_what_and_who_may_use_it() -> None:
    said = {
        "team": {
            "name": "Workforce data",
            "members": [
                {"username": "jo", "name": "Jo Steward", "role": "data steward"},
                {"username": "old@example.org", "role": "owner", "dateOut": "2025-01-01"},
                {"username": "chief@example.org"},
            ],
        },
        "roles": [{"role": "analyst", "access": "read", "firstLevelApprovers": "Data owner"}],
        "support": [
            {"channel": "Mail", "url": "mailto:workforce@example.org"},
            {"channel": "Chat", "tool": "teams"},
            {"channel": "Desk", "url": "https://desk.example.org"},
        ],
        "slaProperties": [
            {"property": "retention", "value": 7, "unit": "y", "description": "By schedule 12."},
            {"property": "endOfSupport", "value": "2030-03-31"},
        ],
    }
    assert read_stewardship(said) == Stewardship(
        team="Workforce data",
        members=(
            TeamMember(role="data steward", name="Jo Steward"),
            TeamMember(role="", name="chief@example.org"),
        ),
        roles=(AccessRole(role="analyst", access="read", first_approvers="Data owner"),),
        promises=(
            Promise(name="retention", value="7 y", description="By schedule 12."),
            Promise(name="endOfSupport", value="2030-03-31"),
        ),
        support=("workforce@example.org", "https://desk.example.org"),
    )


def test_a_contract_that_names_nobody_has_nobody() -> None:
    assert read_stewardship({}) == Stewardship()
    assert read_stewardship({"team": [{"username": "a"}]}).members == (
        TeamMember(role="", name="a"),
    )


def test_a_column_has_a_sensitivity_synonyms_and_examples(place: Path, edit: Edit) -> None:
    more = (
        f"{COLUMN}        classification: open\n        examples: [120, 340]\n"
        "        synonyms: [{synonym: people}, {synonym: heads, status: deprecated}]\n"
    )
    edit(PATH, COLUMN, more)
    contract = load(place).products["library.membership"].contract
    column = contract.column("residents_count")
    assert column is not None
    assert column.sensitivity is Sensitivity.OPEN
    assert (column.synonyms, column.examples) == (("people",), ("120", "340"))
    other = contract.column("members_count")
    assert other is not None
    assert other.sensitivity is None


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("secret", "P500 the classification 'secret' is none of open, internal, personal"),
        ("personal", "P501 'residents_count' is personal and its product is internal"),
    ],
)
def test_a_classification_that_cannot_be_is_refused(
    written: str, problem: str, edit: Edit, said: Say
) -> None:
    edit(PATH, COLUMN, f"{COLUMN}        classification: {written}\n")
    (line,) = said()
    assert line.endswith(problem)
    assert line.startswith(f"{PATH}:")
