"""`hereabouts definitions`: which rules there are, which is agreed, and whom they share."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hereabouts.cli import main
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.project import write_new
from tests.unit.defining import add_definitions

NOT_FOR_PUBLICATION = "not to be published"


@pytest.fixture(scope="module")
def defined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with two definitions, applied and built; it is only read."""
    place = tmp_path_factory.mktemp("definitions") / "place"
    write_new(place, starter="blank")
    add_definitions(place)
    assert build(open_workspace(place), progress=Silent()).errors == ()
    return place


def run(place: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["definitions", "-C", str(place), *arguments])


def words(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines() if line]


def test_rules_are_listed_with_the_one_agreed(defined: Path) -> None:
    done = run(defined)
    assert done.exit_code == 0
    lines = words(done.stdout)
    assert lines[1][:4] == ["local", "frequent", "caller", "no"]
    assert lines[2][:4] == ["national", "frequent", "caller", "yes"]


def test_the_overlap_is_shown_and_said_to_be_internal(defined: Path) -> None:
    done = run(defined)
    assert ["national", "2", "14", "8", "3", "1", "1", "1"] in words(done.stdout)
    assert ["national", "local", "1", "1", "2", "0.25"] in words(done.stdout)
    assert NOT_FOR_PUBLICATION in done.stderr


def test_one_definition_is_told_in_full(defined: Path) -> None:
    done = run(defined, "local")
    assert "3 or more calls in one calendar month, by one person" in done.stdout
    assert "It was counted like this before." in done.stdout
    assert ["local", "3", "15", "13", "0", "1", "1", "0"] in words(done.stdout)
    assert "aged 18" not in done.stdout


def test_programs_are_told_the_same(defined: Path) -> None:
    said = json.loads(run(defined, "--json").stdout)
    assert [(d["definition"], d["agreed"]) for d in said["definitions"]] == [
        ("local", False),
        ("national", True),
    ]
    (applied,) = said["applied"]
    assert applied["for_publication"] is False
    assert applied["pairs"] == [
        {
            "first": "national",
            "second": "local",
            "both": 1,
            "only_first": 1,
            "only_second": 2,
            "jaccard": 0.25,
        }
    ]


def test_before_a_build_the_rules_are_listed_and_the_rest_is_said(tmp_path: Path) -> None:
    write_new(tmp_path / "place", starter="blank")
    add_definitions(tmp_path / "place")
    done = run(tmp_path / "place")
    assert len(words(done.stdout)) == 3
    assert "ambulance.frequent_callers has not been made by these definitions" in done.stderr
    assert NOT_FOR_PUBLICATION not in done.stderr


def test_a_definition_that_is_not_there_is_said(defined: Path) -> None:
    done = run(defined, "nationale")
    assert done.exit_code == 10
    assert "unknown definition 'nationale' [P418]" in done.stderr
    assert "did you mean 'national'?" in done.stderr
