"""Definitions and their application: read, and everything wrong with them said at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.model.application import Application
from hereabouts.model.definition import AgeLimit, Clause, Definition, Unit, Window
from hereabouts.project import find_problems
from tests.unit.defining import FOLDER, add_definitions

Edit = Callable[[str, str, str], None]
Say = Callable[[], list[str]]
NATIONAL, LOCAL = "definitions/national.yml", "definitions/local.yml"
APPLY = f"{FOLDER}/apply.yml"


@pytest.fixture(autouse=True)
def _defined(place: Path) -> None:
    add_definitions(place)


def read(place: Path) -> tuple[Definition, Application]:
    project, problems = find_problems(place)
    assert [str(problem) for problem in problems] == []
    assert project is not None
    recipe = project.products["ambulance.frequent_callers"].recipe
    assert isinstance(recipe, Application)
    return project.definitions["national"], recipe


def test_a_definition_is_its_file(place: Path) -> None:
    definition, _ = read(place)
    assert (definition.name, definition.agreed) == ("national", True)
    assert definition.minimum_age == AgeLimit(column="age", years=18)
    assert definition.same_episode_within == Window(number=60, unit=Unit.MINUTE)
    assert definition.any_of == (
        Clause(count=3, within=Window(number=30, unit=Unit.DAY), at=definition.any_of[0].at),
    )
    assert str(definition.any_of[0].at) == f"{NATIONAL}:12"


def test_what_is_applied_reads_the_columns_of_every_rule(place: Path) -> None:
    _, recipe = read(place)
    assert recipe.reads == {
        "ambulance.calls": {"person_id", "called_at", "age", "reason", "area_code"}
    }
    assert recipe.sources_of("entity") == ("ambulance.calls.person_id",)
    assert recipe.sources_of("met_until") == ("ambulance.calls.called_at",)
    assert recipe.sources_of("area_code") == ("ambulance.calls.area_code",)
    assert recipe.sources_of("definition") == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (NATIONAL, "ambulance.calls", "ambulance.call", ":7 P302 unknown product 'ambulance.call'"),
        (
            NATIONAL,
            "time: called_at",
            "time: called",
            ":7 P414 unknown column of ambulance.calls: 'called'",
        ),
        (
            NATIONAL,
            "where: reason",
            "where: why",
            ":7 P414 unknown column of ambulance.calls: 'why'",
        ),
        (
            NATIONAL,
            "column: person_id",
            "column: who",
            ":8 P414 unknown column of ambulance.calls: 'who'",
        ),
        (
            NATIONAL,
            "column: age",
            "column: years",
            ":9 P414 unknown column of ambulance.calls: 'years'",
        ),
        (
            NATIONAL,
            "time: called_at",
            "time: reason",
            ":7 P415 'reason' of ambulance.calls is of type string, not timestamp or date",
        ),
        (
            NATIONAL,
            "column: age",
            "column: reason",
            ":9 P415 'reason' of ambulance.calls is of type string, not integer or number",
        ),
        (
            NATIONAL,
            "minimum_age: {column: age, years: 18}",
            "minimum_age: {years: 18}",
            ":9 P104 'minimum_age' has no 'column'",
        ),
        (NATIONAL, "count: 3", "count: 1", ":12 P107 'any_of.0.count' is too small"),
        (
            NATIONAL,
            "minimum_age: {column: age, years: 18}",
            "minimum_age: {column: age, years: 18}\nmaximum_age: {column: age, years: 17}",
            ":10 P413 nobody is aged 18 or over and 17 or under",
        ),
        (
            NATIONAL,
            "60 minutes",
            "1 month",
            ":10 P411 events of one episode are not months apart",
        ),
        (
            NATIONAL,
            "term: frequent caller",
            "term: regular",
            ":4 P417 unknown term of glossary.yml: 'regular'",
        ),
        (
            NATIONAL,
            "agreed: yes\nterm: frequent caller",
            "agreed: yes\nterm: Frequent Caller",
            "",
        ),
        (
            LOCAL,
            "agreed: no",
            "agreed: yes",
            f"{NATIONAL}:3 P416 'frequent caller' has an agreed definition already: 'local'",
        ),
        (APPLY, "[national, local]", "[national, lokal]", ":1 P418 unknown definition 'lokal'"),
        (
            APPLY,
            "keep: [area_code]",
            "keep: [area_code, ward]",
            ":2 P419 unknown column of ambulance.calls: 'ward'",
        ),
        (APPLY, "[area_code]", "[area_code, events]", ":2 P419 'events' is made by applying"),
        (
            APPLY,
            "keep: [area_code]",
            "",
            f"{FOLDER}/contract.odcs.yaml:21 P419 unknown column that applying makes: 'area_code'",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_line(
    edit: Edit, said: Say, path: str, old: str, new: str, expected: str
) -> None:
    edit(path, old, new)
    assert said() == ([path + expected if expected[0] == ":" else expected] if expected else [])


def test_everything_wrong_with_a_rule_is_said_at_once(edit: Edit, said: Say) -> None:
    edit(NATIONAL, "within: 30 days", "within: 30 calendar days")
    edit(NATIONAL, "60 minutes", "an hour")
    edit(NATIONAL, "reason <> 'transfer'", "reason <>")
    lines = [(line.split()[0], line.split()[1]) for line in said()]
    assert lines == [
        (f"{NATIONAL}:7", "P113"),
        (f"{NATIONAL}:10", "P411"),
        (f"{NATIONAL}:12", "P412"),
    ]


def test_an_application_is_not_beside_a_model(place: Path, said: Say) -> None:
    (place / FOLDER / "model.sql").write_text("SELECT * FROM ambulance.calls")
    assert said() == [f"{APPLY} P129 this product is made in two ways"]
