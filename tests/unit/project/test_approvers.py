"""Who approves access is there, and nobody approves twice."""

from collections.abc import Callable
from pathlib import Path

import pytest

Say = Callable[[], list[str]]
CONTRACT = "products/library/membership/contract.odcs.yaml"
LEFT = "{username: ann@example.org, role: owner, dateOut: 2026-01-31}"


@pytest.fixture
def approve(place: Path, edit: Callable[[str, str, str], None]) -> Callable[..., None]:
    """Write who approves access, and who left the team."""

    def write(left: str = "", **approvers: str) -> None:
        if left:
            edit(CONTRACT, "  members:\n", f"  members:\n    - {left}\n")
        named = "".join(f"    {level}: '{names}'\n" for level, names in approvers.items())
        path = place / CONTRACT
        roles = f"roles:\n  - role: reader\n    access: read\n{named}"
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n{roles}", "utf-8")

    return write


def test_two_approve_one_after_the_other(approve: Callable[..., None], said: Say) -> None:
    approve(firstLevelApprovers="ann@example.org", secondLevelApprovers="bob@example.org")
    assert said() == []


def test_one_who_left_approves_nothing(approve: Callable[..., None], said: Say) -> None:
    approve(LEFT, firstLevelApprovers="ann@example.org, bob@example.org")
    (line,) = said()
    assert line.startswith(CONTRACT)
    assert line.endswith("P535 'ann@example.org' approves access and has left the team")


def test_nobody_approves_what_they_approved(approve: Callable[..., None], said: Say) -> None:
    both = "bob@example.org; ann@example.org"
    approve(firstLevelApprovers="ann@example.org", secondLevelApprovers=both)
    (line,) = said()
    assert line.endswith("P535 'ann@example.org' approves access at both levels")
