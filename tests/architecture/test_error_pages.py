"""Every error a user can meet has a page, and no page is about an error that is gone."""

import ast
import re

from hereabouts.cli.error_pages import ERROR_PAGES
from tests.architecture.test_shape import FILES, SRC

PAGES = SRC / "cli" / "error_pages"
EXPLAINED = SRC / "project" / "explain.py"
MOST_WORDS = 120


def codes_used() -> set[str]:
    """Every string in the source, outside the pages, that is a letter and three digits."""
    raising = [p for p in FILES if PAGES not in p.parents and p != EXPLAINED]
    return {
        node.value
        for path in raising
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[A-Z]\d{3}", node.value)
    }


def test_every_code_has_a_page() -> None:
    assert sorted(codes_used() - ERROR_PAGES.keys()) == []


def test_no_page_is_about_a_code_that_is_gone() -> None:
    assert sorted(ERROR_PAGES.keys() - codes_used()) == []


def test_a_page_is_short_and_says_what_to_do_or_why() -> None:
    wrong = [
        code
        for code, page in ERROR_PAGES.items()
        if not page.partition("\n\n")[0].endswith(".") or len(page.split()) > MOST_WORDS
    ]
    assert wrong == []
