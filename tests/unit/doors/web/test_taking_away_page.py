"""The how-to about taking data away: every address in it answers."""

import re
from pathlib import Path

import pytest

from tests.unit.doors.web.client import Client

PAGE = Path(__file__).parents[4] / "docs/how-to/take-data-away.md"
ADDRESSES = re.findall(r"`(/(?:r/1|chart|embed)/[^`]+)`", PAGE.read_text("utf-8"))


def test_the_page_has_addresses() -> None:
    assert len(ADDRESSES) > 12


@pytest.mark.parametrize("address", [one for one in ADDRESSES if "/page/" not in one])
def test_an_address_of_the_page_answers(site: Client, address: str) -> None:
    assert site.get(address).status_code == 200
