"""A project folder with an agreement, and the access decision that stands for it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hereabouts.govern.access.standing import Access
from hereabouts.project import write_new

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
ORGANISATIONS = """doggerland: {title: Doggerland Council, kind: council, domains: [library]}
wold_icb: {title: Wold ICB, kind: icb}
"""
AGREEMENT = """title: Reading plan
providers: [doggerland]
recipients: [wold_icb]
purposes: [reading_plan]
objective: To see where few residents are members.
lawful_basis: 6(1)(e)
products: [{product: library.membership}]
starts_on: 2026-04-01
ends_on: 2027-03-31
review_on: 2027-01-15
retention: 2 y
approved_by: Head of libraries
approved_on: 2026-03-20
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The blank starter, whose library shares with a board."""
    root = tmp_path / "place"
    write_new(root, starter="blank")
    (root / "organisations.yml").write_text(ORGANISATIONS, encoding="utf-8")
    (root / "purposes.yml").write_text("reading_plan: To plan libraries.\n", encoding="utf-8")
    (root / "agreements").mkdir()
    (root / "agreements/reading.yml").write_text(AGREEMENT, encoding="utf-8")
    (root / "policies/access").mkdir(parents=True)
    return root


@pytest.fixture
def standing(place: Path) -> Callable[[], Access]:
    """The decision as a site just started takes it."""
    return lambda: Access(place, check_seconds=0, clock=lambda: NOON)
