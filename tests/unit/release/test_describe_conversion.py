"""A release says how a product was carried from other areas, to people and to programs."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from hereabouts.cli import main
from hereabouts.model.converted import conversion_of
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.release.describe_conversion import describe_conversion
from tests.unit.converting import add_conversion

SHARED = "38% of 'count' was shared out by 'count' of new_people."


@pytest.fixture
def carried(built: Path) -> Path:
    """The built place with a conversion in it."""
    add_conversion(built)
    assert build(open_workspace(built), progress=Silent()).errors == ()
    return built


def test_a_converted_product_is_described(carried: Path) -> None:
    workspace = open_workspace(carried)
    table = workspace.latest("carry.carried")
    assert table is not None
    said = describe_conversion(workspace.project.products["carry.carried"], table.facts)
    assert said is not None
    assert (said["areas_before"], said["areas_after"], said["areas_apportioned"]) == (4, 4, 2)
    assert said["share_apportioned"] == round(11 / 29, 4)
    assert SHARED in said["words"]


def test_no_count_is_in_the_description(carried: Path) -> None:
    workspace = open_workspace(carried)
    table = workspace.latest("carry.carried")
    converted = conversion_of(table.facts) if table else None
    assert converted is not None
    assert table is not None
    said = describe_conversion(workspace.project.products["carry.carried"], table.facts)
    assert not {"before", "after", "apportioned", "unknown", "counts"} & set(said or {})


def test_other_products_have_no_conversion(carried: Path) -> None:
    workspace = open_workspace(carried)
    table = workspace.latest("carry.people")
    assert table is not None
    assert describe_conversion(workspace.project.products["carry.people"], table.facts) is None


def test_status_says_it_too(carried: Path) -> None:
    done = CliRunner().invoke(main, ["status", "--folder", str(carried)])
    assert "carry.carried: Converted from people: 4 areas to 4." in done.stdout
    assert SHARED in done.stdout
