"""A link in a page leads somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.test_repository import ROOT, tracked

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def links() -> Iterator[tuple[Path, str]]:
    """Every page, and each relative link in it."""
    for page in tracked():
        if page.suffix == ".md":
            text = FENCED.sub("", page.read_text("utf-8"))
            yield from ((page, link) for link in LINK.findall(text) if "://" not in link)


def anchors(page: Path) -> set[str]:
    """The fragments that a page's headings have."""
    found = HEADING.findall(FENCED.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in found}


def test_every_relative_link_leads_to_a_file_that_is_there() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {link}"
        for page, link in links()
        if not (page.parent / link.partition("#")[0]).exists()
    ]
    assert broken == []


def test_every_link_into_a_page_leads_to_a_heading() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {link}"
        for page, link in links()
        if "#" in link
        and (target := (page.parent / link.partition("#")[0])).suffix == ".md"
        and target.exists()
        and link.partition("#")[2] not in anchors(target)
    ]
    assert broken == []
