"""The page that a supplier is sent."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hereabouts.pipeline.supplier_report.findings import BadCell, Delivery, Fault, Problem, Report
from hereabouts.pipeline.supplier_report.page import MOST_ON_A_PAGE, page
from tests.accessibility import violations
from tests.unit.doors.web.chromium import opened_browser

FAULT = Fault(
    rule="'Group' must be one of Nursing, Medical",
    code="Q107",
    dimension="validity",
    headings=("Group",),
    good="One of: Nursing, Medical.",
    example="Nursing",
    rows=1,
)
CELL = BadCell(row=5, column=2, heading="Group", value="<script>alert(1)</script>", fault=0)
DELIVERY = Delivery(
    name="alpha",
    sent_as="alpha.csv",
    sha256="ab" * 32,
    received_at="2026-03-02T09:30:00+00:00",
    late_by_days=2,
    next_due=datetime(2026, 4, 2, tzinfo=UTC),
    rows=10,
    passed=9,
    at_fault=1,
    faults=(FAULT,),
    cells=(CELL,),
)
REPORT = Report(
    product="workforce.staff",
    title="Staff in post",
    purpose="How many staff each site has.",
    supplier="Alpha Trust",
    contact="",
    owner="Workforce team",
    reply_to=("staff@place.example",),
    made_at=datetime(2026, 3, 3, tzinfo=UTC),
    deliveries=(DELIVERY,),
)


def of(**said: object) -> str:
    return page(replace(REPORT, deliveries=(replace(DELIVERY, **said),)))  # type: ignore[arg-type]


def test_it_says_whom_it_is_for_what_came_and_when() -> None:
    said = page(REPORT)
    assert "For Alpha Trust only: it holds cells of the file they sent" in said
    assert "2 March 2026 at 09:30 UTC" in said
    assert "no: 2 days late" in said
    assert ">2 April 2026</td>" in said


def test_a_cell_is_words_and_never_markup() -> None:
    said = page(REPORT)
    assert "<script" not in said
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in said


def test_it_needs_nothing_else() -> None:
    said = page(REPORT)
    assert re.findall(r"(?:src|href)=\"(?!#)", said) == []
    assert "@import" not in said
    assert "url(" not in said


def test_every_table_has_a_caption_and_every_heading_a_scope() -> None:
    said = page(REPORT)
    assert said.count("<table") == said.count("<caption") > 1
    assert re.findall(r"<th(?! scope)[ >]", said) == []


def test_more_cells_than_a_page_holds_are_counted() -> None:
    said = of(cells=(CELL,) * (MOST_ON_A_PAGE + 7), cells_left_out=3)
    assert f"The first {MOST_ON_A_PAGE} of {MOST_ON_A_PAGE + 10}" in said


def test_a_file_that_could_not_be_read_says_why_and_what_moved() -> None:
    problem = Problem(
        words="Alpha Trust has sent a file that fits not: no 'site'\n  what moved: A1 -> B1",
        do="send it back",
        code="S220",
    )
    said = of(unread=problem, faults=(), cells=())
    assert "This file could not be read" in said
    assert "what moved: A1 -&gt; B1" in said
    assert "Every row keeps the contract" not in said


def test_a_file_with_nothing_wrong_is_thanked_for() -> None:
    assert "Every row keeps the contract. Thank you." in of(faults=(), cells=(), at_fault=0)


@pytest.mark.browser
def test_it_is_accessible_from_a_file_in_a_browser(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    other = replace(DELIVERY, unread=Problem(words="no\n  more", do="x", code="S220"))
    path.write_text(page(replace(REPORT, deliveries=(DELIVERY, other))), "utf-8")
    with opened_browser() as browser:
        opened = browser.new_page()
        opened.goto(path.as_uri())
        assert violations(opened) == []
