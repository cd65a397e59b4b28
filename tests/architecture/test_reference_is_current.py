"""The reference says what the program says now."""

import click

from hereabouts.cli import main
from tools.make_reference import REFERENCE, pages


def test_every_page_is_as_the_program_would_write_it() -> None:
    stale = [
        name
        for name, text in pages().items()
        if not (REFERENCE / name).exists() or (REFERENCE / name).read_text("utf-8") != text
    ]
    assert stale == [], "run: python tools/make_reference.py"


def test_no_page_is_left_over() -> None:
    assert {path.name for path in REFERENCE.iterdir()} == pages().keys()


def test_every_command_is_in_the_reference() -> None:
    text = (REFERENCE / "commands.md").read_text("utf-8")
    names = main.list_commands(click.Context(main))
    assert names
    assert [name for name in names if f"## hereabouts {name}\n" not in text] == []
