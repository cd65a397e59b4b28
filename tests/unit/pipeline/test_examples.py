"""examples.yml, run on the blank starter's own model and on contracts of every type."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hereabouts.errors import Location
from hereabouts.model.product import Example, LogicalType, Model, Product, Source
from hereabouts.model.project import Project
from hereabouts.pipeline.examples import Tried, try_examples
from hereabouts.pipeline.workspace import open_workspace
from tests.unit.quality.small_contract import AT, column, contract

Rows = list[dict[str, str | None]]
CODE = column("code", key=True, required=True)
VISITS = column("visits", LogicalType.INTEGER, source_name="Visits made")


@pytest.fixture
def project(new: Path) -> Project:
    return open_workspace(new).project


def example(expect: Rows, **given: Rows) -> Example:
    return Example(
        name="a few rows",
        given={name: tuple(rows) for name, rows in given.items()},
        expected=tuple(expect),
        at=Location("products/health/visits/examples.yml", 2),
    )


def tried(project: Project, tmp_path: Path, *products: Product) -> list[Tried]:
    only = replace(project, products={product.id: product for product in products})
    return list(try_examples(only, scratch=tmp_path / "scratch"))


def received(one: Example, model: str | None = None, **said: Any) -> Product:
    """A source product, with a model or by its headings."""
    made = Model(language="sql", text=model, inputs=(), path="model.sql", at=AT) if model else None
    plain: dict[str, Any] = {
        "domain": "health",
        "name": "visits",
        "contract": contract(CODE, VISITS),
        "source": Source(kind="csv", location={"path": "x.csv"}, options={}, at=AT),
        "model": made,
        "examples": (one,),
        "folder": "/nowhere",
        "at": AT,
    }
    return Product(**(plain | said))


def test_the_starters_examples_pass(project: Project, tmp_path: Path) -> None:
    found = list(try_examples(project, scratch=tmp_path / "scratch"))
    assert found
    assert [one.error for one in found] == [None] * len(found)


def test_columns_are_taken_by_their_heading_and_typed(project: Project, tmp_path: Path) -> None:
    one = example(
        [{"code": "a", "visits": "1234"}], received=[{"code": "a", "Visits made": "1,234"}]
    )
    (done,) = tried(project, tmp_path, received(one))
    assert (done.product, done.example, done.error) == ("health.visits", "a few rows", None)


def test_what_did_not_come_out_and_what_should_not_have_are_counted(
    project: Project, tmp_path: Path
) -> None:
    one = example(
        [{"code": "a", "visits": "2"}, {"code": "c", "visits": "3"}],
        received=[{"code": "a", "Visits made": "1"}],
    )
    (done,) = tried(project, tmp_path, received(one))
    assert done.error is not None
    assert done.error.code == "Q601"
    assert "2 expected rows did not come out, 1 came out" in done.error.problem
    assert str(done.error.at) == "products/health/visits/examples.yml:2"


def test_rows_are_compared_with_their_repeats_and_in_any_order(
    project: Project, tmp_path: Path
) -> None:
    once: Rows = [{"code": "a"}, {"code": "b"}]
    one = example([{"code": "b"}, {"code": "a"}], received=once)
    model = "select code, null as visits from received"
    assert tried(project, tmp_path, received(one, model))[0].error is None
    loose = contract(column("code"), VISITS)
    twice = example([{"code": "a"}], received=[{"code": "a"}, {"code": "a"}])
    assert tried(project, tmp_path, received(twice, model, contract=loose))[0].error is not None


def test_columns_that_an_example_does_not_name_are_not_compared(
    project: Project, tmp_path: Path
) -> None:
    one = example([{"code": "a"}], received=[{"code": "a", "Visits made": "7"}])
    assert tried(project, tmp_path, received(one))[0].error is None


def test_a_row_that_breaks_the_contract_does_not_come_out(project: Project, tmp_path: Path) -> None:
    one = example(
        [{"code": "a", "visits": "1"}],
        received=[{"code": "a", "Visits made": "1"}, {"code": "b", "Visits made": "many"}],
    )
    assert tried(project, tmp_path, received(one))[0].error is None


def test_a_model_that_fails_is_the_examples_finding_and_the_next_one_runs(
    project: Project, tmp_path: Path
) -> None:
    bad = received(example([], received=[{"code": "a"}]), "select nope from received")
    good = received(example([], received=[]), name="others")
    first, second = tried(project, tmp_path, bad, good)
    assert first.error is not None
    assert first.error.code == "Q203"
    assert second.error is None


def test_nothing_received_is_an_example_too(project: Project, tmp_path: Path) -> None:
    model = "select 'a' as code, count(*) as visits from received"
    one = example([{"code": "a", "visits": "0"}])
    assert tried(project, tmp_path, received(one, model))[0].error is None


def test_a_moment_is_compared_as_a_moment(project: Project, tmp_path: Path) -> None:
    at = column("at", LogicalType.TIMESTAMP)
    one = example(
        [{"code": "a", "at": "2024-07-01 12:00"}],
        received=[{"code": "a", "at": "2024-07-01T12:00:00Z"}],
    )
    assert tried(project, tmp_path, received(one, contract=contract(CODE, at)))[0].error is None


def test_an_absent_value_and_an_empty_one_are_null(project: Project, tmp_path: Path) -> None:
    one = example(
        [{"code": "a", "visits": None}, {"code": "b", "visits": ""}],
        received=[{"code": "a"}, {"code": "b", "Visits made": ""}],
    )
    assert tried(project, tmp_path, received(one))[0].error is None
