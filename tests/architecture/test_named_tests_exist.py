"""A test that a page names as its proof is there."""

import ast
import re
from functools import cache
from pathlib import Path

from tests.architecture.test_repository import ROOT, tracked

NAMED = re.compile(r"`(tests/[\w/.-]+\.py)::(\w+)`")
PAGES = ("docs/explanation/threat-model.md", "docs/explanation/asvs.md")


def named(text: str) -> list[tuple[str, str]]:
    """Each `path::name` of a page."""
    return NAMED.findall(text)


@cache
def names_in(path: str) -> frozenset[str]:
    """The names of the tests of a file; none where there is no such file."""
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    functions = ast.walk(ast.parse(file.read_text("utf-8")))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(one.name for one in functions if isinstance(one, kinds))


def missing(page: Path) -> list[str]:
    """What a page names that is not there."""
    pairs = named(page.read_text("utf-8"))
    return [f"{path}::{name}" for path, name in pairs if name not in names_in(path)]


def test_every_test_that_a_page_names_is_there() -> None:
    pages = [page for page in tracked() if page.suffix == ".md"]
    assert {str(page.relative_to(ROOT)): lost for page in pages if (lost := missing(page))} == {}


def test_the_pages_about_security_name_their_proofs() -> None:
    for page in PAGES:
        assert len(named((ROOT / page).read_text("utf-8"))) > 40, page


def test_one_that_is_not_there_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    here = "tests/architecture/test_named_tests_exist.py"
    page.write_text(f"`{here}::test_gone` `tests/gone.py::test_it` `{here}::named`", "utf-8")
    assert missing(page) == [f"{here}::test_gone", "tests/gone.py::test_it"]
