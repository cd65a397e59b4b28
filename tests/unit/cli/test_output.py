"""Data to standard output, words to standard error, and the exit status of the error."""

import json
from datetime import date
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from hereabouts.cli.output import fail, print_data, print_rows, reports_errors, say
from hereabouts.errors import (
    DataError,
    HereaboutsError,
    Location,
    ProblemsError,
    ProjectError,
    ReleaseError,
)

ROWS: list[dict[str, Any]] = [
    {"name": "a", "rows": 12, "when": None},
    {"name": "longer", "rows": 3, "when": date(2026, 3, 2)},
]


def run(
    error: HereaboutsError | None = None, *, status: list[HereaboutsError] | None = None
) -> Result:
    """A command that says something, and then fails or does not."""

    @click.command()
    @reports_errors
    def command() -> None:
        click.echo("data")
        if status:
            fail(status)
        if error:
            raise error

    return CliRunner().invoke(command)


def problem(code: str, path: str) -> ProjectError:
    return ProjectError("it is wrong", code=code, do="mend it", at=Location(path, 3))


def test_words_are_not_data(capsys: pytest.CaptureFixture[str]) -> None:
    say("half way")
    assert capsys.readouterr() == ("", "half way\n")


def test_rows_are_a_table_with_aligned_columns(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(ROWS, as_json=False)
    assert capsys.readouterr().out.splitlines() == [
        "name    rows  when",
        "a       12",
        "longer  3     2026-03-02",
    ]


def test_rows_are_a_list_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(iter(ROWS), as_json=True)
    said = json.loads(capsys.readouterr().out)
    assert said[0] == {"name": "a", "rows": 12, "when": None}
    assert said[1]["when"] == "2026-03-02"


def test_no_rows_are_an_empty_list_in_json_and_nothing_in_a_table(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_rows([], as_json=False)
    assert capsys.readouterr().out == ""
    print_rows([], as_json=True)
    assert json.loads(capsys.readouterr().out) == []


def test_one_record_is_a_line_for_each_name(capsys: pytest.CaptureFixture[str]) -> None:
    print_data({"number": 1, "audience": "open"}, as_json=False)
    assert capsys.readouterr().out.splitlines() == ["number    1", "audience  open"]
    print_data({}, as_json=False)
    assert capsys.readouterr().out == ""


def test_an_error_is_words_without_a_traceback_and_sets_the_status() -> None:
    done = run(DataError("it broke", code="Q301", do="mend it", at=Location("a.yml", 7)))
    assert done.exit_code == 11
    assert done.stdout == "data\n"
    assert done.stderr == "a.yml:7: it broke [Q301]\n  do: mend it\n"


def test_every_problem_is_said_and_the_first_sets_the_status() -> None:
    done = run(ProblemsError([problem("P103", "a.yml"), problem("P104", "b.yml")]))
    assert done.exit_code == 10
    assert done.stderr.count("it is wrong") == 2
    assert done.stderr.index("a.yml:3") < done.stderr.index("b.yml:3")


def test_several_errors_of_a_run_are_all_said() -> None:
    several = [
        ProblemsError([problem("P103", "a.yml")]),
        ReleaseError("none", code="R101", do="make one"),
    ]
    done = run(status=list(several))
    assert done.exit_code == 10
    assert "[P103]" in done.stderr
    assert "[R101]" in done.stderr


def test_what_goes_well_ends_well() -> None:
    done = run()
    assert (done.exit_code, done.stdout, done.stderr) == (0, "data\n", "")
