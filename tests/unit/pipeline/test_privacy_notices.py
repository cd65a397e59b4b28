"""A privacy notice is published once nothing is missing from it."""

from pathlib import Path

from hereabouts.pipeline.privacy_notices import released_notices
from hereabouts.project import load
from hereabouts.release.product_parsing import parse_notice
from tests.unit.govern.people_place import declare, schedule
from tests.unit.govern.records.conftest import (
    SAID,
    TODAY,
    sharing_place,
    written_place,
)

__all__ = ["sharing_place", "written_place"]


def test_a_notice_with_a_gap_is_not_published(sharing_place: Path) -> None:
    assert released_notices(load(sharing_place), today=TODAY) == ()


def test_a_whole_notice_is_published_as_paragraphs_and_lists(sharing_place: Path) -> None:
    for name in ("last_visits", "by_area"):
        path = sharing_place / f"products/care/{name}/contract.odcs.yaml"
        path.write_text(path.read_text("utf-8") + SAID, "utf-8")
    declare(sharing_place, "policies/retention/made.yml", schedule(counted_from="made").replace(
        "products: [care.visits]", "products: [care.last_visits, care.by_area]"))  # fmt: skip
    (said,) = released_notices(load(sharing_place), today=TODAY)
    notice = parse_notice(said)
    assert (notice.domain, notice.title) == ("care", "Privacy notice: care")
    headings = [one.heading for one in notice.sections]
    assert headings[0] == "Who we are"
    assert "Your rights" in headings
    blocks = [block for one in notice.sections for block in one.blocks]
    assert "Write to us at data@wold.example.org." in blocks
    assert any(isinstance(block, tuple) and "seen_on" in block for block in blocks)
    assert "Ann Person" not in repr(said)
