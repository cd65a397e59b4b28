"""A Python model's inputs are read, and nothing of it is run."""

from pathlib import Path

import pytest

from hereabouts.errors import ProjectError
from hereabouts.project.python_model import read_python
from hereabouts.project.sql_model import Read

MODEL = "def model(tables):\n    return tables['a.b']\n"


def read(text: str) -> tuple[tuple[Read, ...], list[ProjectError]]:
    problems: list[ProjectError] = []
    return read_python(text, path="model.py", problems=problems), problems


@pytest.mark.parametrize(
    "inputs",
    ['INPUTS = ("a.b",\n "c.d")', 'INPUTS = ["a.b",\n "c.d"]', 'INPUTS: tuple = ("a.b",\n"c.d")'],
)
def test_inputs_are_read_with_their_lines(inputs: str) -> None:
    reads, problems = read(f"{inputs}\n{MODEL}")
    assert [(r.table, r.line) for r in reads] == [("a.b", 1), ("c.d", 2)]
    assert problems == []


def test_nothing_is_run(tmp_path: Path) -> None:
    proof = tmp_path / "ran"
    read(f"open({str(proof)!r}, 'w')\nINPUTS = ('a.b',)\n{MODEL}")
    assert not proof.exists()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("INPUTS = (", "this is not Python: '(' was never closed"),
        ("x = 1\n", "there is no function `model`"),
        (MODEL, "there is no INPUTS of plain product names"),
        (f"INPUTS = tuple(['a.b'])\n{MODEL}", "there is no INPUTS of plain product names"),
        (f"INPUTS = (f'a.b',)\n{MODEL}", "there is no INPUTS of plain product names"),
        (f"INPUTS = ('a',)\n{MODEL}", "the input 'a' is not written as domain.product"),
        ("INPUTS = ('a.b',)\n", "there is no function `model`"),
        ("x = '\x00'", "this is not Python: source code string cannot contain null bytes"),
    ],
)
def test_what_a_model_lacks_is_said(text: str, problem: str) -> None:
    _, problems = read(text)
    assert problem in [p.problem for p in problems]
    assert {p.code for p in problems} == {"P114"}
