"""Whether a sum over areas of somebody's choice may be told."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from hereabouts.cli import main
from hereabouts.errors import ReleaseError
from hereabouts.model.policy import Audience
from hereabouts.pipeline.may_show_sum import may_show_sum
from hereabouts.release.custom_area import Reason
from tests.unit.pipeline.conftest import built_place
from tests.unit.release.threshold_place import code, hidden, released

__all__ = ["built_place"]

MEMBERS = "library.members"
COUNTS = (3, 40, 55, 60, 31, 45, 6, 38, 47, 50, 61, 33)
PAIR = (1, 5)  # hidden in the first district, which is shown: so their sum is known


@pytest.fixture(scope="module")
def place(built_place: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Released under a threshold; few are members in the first area and in the seventh."""
    folder = Path(shutil.copytree(built_place, tmp_path_factory.mktemp("chosen") / "place"))
    bundle = released(folder, *COUNTS)
    assert hidden(bundle)[:2] == [code(number) for number in PAIR]
    assert code(9) not in hidden(bundle)
    return folder


def reasons(place: Path, *numbers: int) -> set[Reason]:
    found = may_show_sum(place, Audience.OPEN, MEMBERS, [code(number) for number in numbers])
    assert found.is_allowed == (not found.objections)
    return {objection.reason for objection in found.objections}


def test_a_sum_of_areas_that_are_shown_may_be_told(place: Path) -> None:
    assert reasons(place, 8, 9, 10) == set()


def test_few_people_may_not_be_told(place: Path) -> None:
    assert Reason.FEW in reasons(place, 1)


def test_a_district_less_a_few_people_may_not_be_told(place: Path) -> None:
    """What it leaves out would be told by taking it from the district."""
    assert reasons(place, 2, 3, 4, 5, 6) == {Reason.DIFFERS}


def test_a_hidden_count_beside_one_that_is_shown_may_not_be_told(place: Path) -> None:
    assert reasons(place, 1, 9) == {Reason.DIFFERS}


def test_a_hidden_count_beside_a_known_sum_may_not_be_told(place: Path) -> None:
    assert reasons(place, *PAIR) == set()
    assert reasons(place, *PAIR, 7) == {Reason.NARROWS}


def test_what_is_said_names_no_count(place: Path) -> None:
    asked = ["may-show", MEMBERS, *map(code, (*PAIR, 7)), "-C", str(place), "--json"]
    result = CliRunner().invoke(main, asked)
    assert result.exit_code == 12
    assert json.loads(result.stdout) == {
        "may_show": False,
        "reasons": [f"{Reason.NARROWS} ({MEMBERS})"],
    }


@pytest.mark.parametrize(
    ("indicator", "area", "refused"),
    [("library.nothing", code(1), "D312"), (MEMBERS, "E07999001", "D313")],
)
def test_what_is_not_there_is_refused(place: Path, indicator: str, area: str, refused: str) -> None:
    with pytest.raises(ReleaseError) as error:
        may_show_sum(place, Audience.OPEN, indicator, [area])
    assert error.value.code == refused
