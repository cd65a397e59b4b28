"""The tutorial and how-to pages, run: commands, files they show, and what they say comes out."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from hereabouts.cli import main

pytestmark = pytest.mark.journey
ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorials" / "first-indicator.md"
#: Done by a test of its own, while a site is served.
HOW_TO_OF_A_SITE = [ROOT / "docs" / "how-to" / "use-the-api.md"]
HOW_TO = sorted(set((ROOT / "docs" / "how-to").glob("*.md")) - set(HOW_TO_OF_A_SITE))
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NOT_RUN = {"serve"}  # it runs until it is stopped


class Block(NamedTuple):
    """A fenced block of a page."""

    kind: str
    text: str


def blocks(page: Path) -> Iterator[Block]:
    for kind, text in FENCED.findall(page.read_text("utf-8")):
        yield Block(kind, text)


def write(block: Block) -> None:
    """Write a file whose first line says where."""
    heading, text = block.text.split("\n", 1)
    path = Path(heading.removeprefix("# ").removeprefix("-- "))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(line: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run one line, which fails only where it says `# exits N`; all that it printed."""
    program, *arguments = shlex.split(line, comments=True)
    expected = re.search(r"# exits (\d+)", line)
    if program == "cd":
        monkeypatch.chdir(arguments[0])
        return ""
    assert program == "hereabouts", line
    if arguments[0] in NOT_RUN:
        return ""
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == (int(expected[1]) if expected else 0), f"{line}\n{done.output}"
    return done.output


def follow(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what a page says, and see that it says what comes out."""
    said = ""
    for block in blocks(page):
        if block.kind == "sh":
            said = "".join(run(line, monkeypatch) for line in block.text.splitlines())
        elif block.kind == "text":
            assert [line for line in block.text.splitlines() if line.strip() not in said] == [], (
                said
            )
        else:
            write(block)


def test_the_tutorial_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    follow(TUTORIAL, monkeypatch)


@pytest.mark.parametrize("page", HOW_TO, ids=lambda page: page.stem)
def test_a_how_to_does_what_it_says_in_a_new_place(
    page: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    follow(page, monkeypatch)


def test_the_tutorial_has_commands_files_and_results() -> None:
    kinds = {block.kind for block in blocks(TUTORIAL)}
    assert kinds == {"sh", "text", "yaml", "csv"}
