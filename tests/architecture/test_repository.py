"""What the repository may and may not hold."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LARGEST = 1_000_000
TEXT = {".py", ".md", ".toml", ".yml", ".yaml", ".ts", ".scss", ".html", ".sql", ".json", ".lock"}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this is not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_is_large() -> None:
    assert [p for p in tracked() if p.stat().st_size > LARGEST] == []


def test_nothing_names_a_machine_or_an_index() -> None:
    forbidden = re.compile(
        r"(?<!\w)/(?:home|Users|root)/\w|files\.pythonhosted|registry\.npmjs|pypi\.org"
    )
    naming = [
        p.relative_to(ROOT)
        for p in tracked()
        if p.suffix in TEXT
        and p.name != Path(__file__).name
        and forbidden.search(p.read_text("utf-8"))
    ]
    assert naming == []


def test_layers_have_no_exemptions() -> None:
    assert "ignore_imports" not in (ROOT / "pyproject.toml").read_text("utf-8")


def test_each_decision_says_how_it_is_checked() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert decisions
    unchecked = [p.name for p in decisions if "**How it is checked.**" not in p.read_text("utf-8")]
    assert unchecked == []
