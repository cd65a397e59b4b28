"""A message about areas that are not there says what retired codes became."""

from pathlib import Path

from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import open_workspace
from tests.unit.converting import add_received

HISTORY = "code_history: {product: carry.history, years: {2011: was, 2021: is}}\n"


def problems(place: Path) -> list[str]:
    return [str(error) for error in build(open_workspace(place), progress=Silent()).errors]


def test_a_neighbourhood_of_retired_areas_is_told_their_successors(new: Path) -> None:
    (new / "products/carry").mkdir()
    add_received(new, "history", "was,is\nE01888001,E01999001\nE01888001,E01999002\n")
    text = HISTORY + (new / "place.yml").read_text()
    (new / "place.yml").write_text(text.replace("[E01999002,", "[E01888001,", 1))
    (problem,) = problems(new)
    assert "[Q401]" in problem
    assert "; 1 of them are retired codes: 'E01888001' became 'E01999001' and 'E01999002'" in (
        problem
    )


def test_without_a_history_only_the_code_is_said(new: Path) -> None:
    path = new / "place.yml"
    path.write_text(path.read_text().replace("[E01999002,", "[E01888001,", 1))
    (problem,) = problems(new)
    assert "such as 'E01888001' [Q401]" in problem
