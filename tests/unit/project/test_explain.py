"""Every code that a folder's problem can have is explained."""

import re
from pathlib import Path

import hereabouts.project
from hereabouts.project import explanations

FOLDER = Path(hereabouts.project.__file__).parent


def codes() -> dict[str, set[str]]:
    """Every code that is raised, and the files that raise it."""
    found: dict[str, set[str]] = {}
    for path in FOLDER.rglob("*.py"):
        if path.name != "explain.py":
            letter = "[GP]" if path.parent.name == "lint" else "P"
            for code in re.findall(rf'"({letter}\d{{3}})"', path.read_text("utf-8")):
                found.setdefault(code, set()).add(path.name)
    return found


def test_every_code_is_explained() -> None:
    assert set(explanations()) == set(codes())


def test_each_code_means_one_thing() -> None:
    assert {code: files for code, files in codes().items() if len(files) > 1} == {}


def test_an_explanation_says_what_and_why() -> None:
    assert explanations()["P312"].startswith("A policy that protects nothing says why.\n\nWhy: ")
