"""Scalars stay text, statements keep their lines, and nothing is hidden."""

import pytest

from hereabouts.errors import ProjectError
from hereabouts.project.yaml_text import Document, read_yaml


def read(text: str) -> tuple[Document | None, list[ProjectError]]:
    problems: list[ProjectError] = []
    return read_yaml(text, path="a.yml", problems=problems), problems


def test_every_scalar_is_the_text_that_was_written() -> None:
    document, problems = read("a: 00012\nb: NO\nc: 12:30:45\nd: [0123, ~, 2017-01-01]\ne:\n")
    assert problems == []
    assert document is not None
    assert document.data == {
        "a": "00012",
        "b": "NO",
        "c": "12:30:45",
        "d": ["0123", "~", "2017-01-01"],
        "e": "",
    }


def test_each_statement_has_its_line() -> None:
    document, _ = read("a:\n  b: 1\n  c:\n    - x\n    - y\n")
    assert document is not None
    assert str(document.at("a", "c", 1)) == "a.yml:5"
    assert str(document.at("a", "c")) == "a.yml:3"


def test_what_is_not_there_is_where_it_would_be() -> None:
    document, _ = read("a:\n  b: 1\nc: 2\n")
    assert document is not None
    assert str(document.at("c", "missing", 3)) == "a.yml:3"


def test_a_key_said_twice_is_a_problem_and_the_first_is_kept() -> None:
    document, problems = read("a: 1\nb: 2\na: {c: 3}\n")
    assert document is not None
    assert document.data == {"a": "1", "b": "2"}
    assert [str(p) for p in problems] == [
        "a.yml:3: 'a' is said twice; it was first said on line 1 [P102]\n  do: keep one of the two"
    ]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: &x 1\nb: *x\n", "P101", 1),
        ("a: 1\nb: *x\n", "P101", 2),
        ("a: !!python/object:os.system x\n", "P101", 1),
        ("a: 1\n---\nb: 2\n", "P101", 2),
        ("", "P101", 1),
        ("# words only\n", "P101", 1),
        ("? [a, b]\n: 1\n", "P101", 1),
        ("a: " + "[" * 60 + "]" * 60, "P101", 1),
        ("a: 1\n\tb: 2\n", "P100", 2),
        ("a: b: c\n", "P100", 1),
        ("a: [1, 2\n", "P100", 2),
        ("a: 'never closed\n", "P100", 2),
        ("a: \x00\n", "P100", None),
    ],
)
def test_a_file_that_is_not_plain_yaml_is_refused_with_its_line(
    text: str, code: str, line: int | None
) -> None:
    document, problems = read(text)
    assert document is None
    assert [(p.code, p.at.line if p.at else None) for p in problems] == [(code, line)]
