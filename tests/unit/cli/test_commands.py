"""The list of commands, and the commands."""

from pathlib import Path

import pytest
from click.testing import CliRunner

import hereabouts.cli
from hereabouts.cli import COMMANDS, main

NOT_COMMANDS = {"__init__", "output", "progress_bar"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name: str) -> None:
    done = CliRunner().invoke(main, [name, "--help"])
    assert done.exit_code == 0
    assert "Usage:" in done.stdout


def test_every_module_of_a_command_is_listed() -> None:
    modules = {path.stem for path in Path(hereabouts.cli.__file__).parent.glob("*.py")}
    assert modules - NOT_COMMANDS == {name.replace("-", "_") for name in COMMANDS}


def test_a_command_that_is_not_there_is_said() -> None:
    done = CliRunner().invoke(main, ["bild"])
    assert done.exit_code == 2
    assert "No such command 'bild'" in done.stderr
