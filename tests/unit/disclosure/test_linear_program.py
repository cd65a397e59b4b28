import subprocess
import sys
from typing import Any

import highspy
import numpy as np
import pytest

from hereabouts.disclosure.linear_program import LinearProgram, Matrix
from hereabouts.errors import DisclosureError

#: Three numbers of which each pair comes to 1: only halves do, so the corner is not whole.
TRIANGLE = Matrix(
    rows=3,
    start=np.array([0, 2, 4, 6]),
    index=np.array([0, 1, 0, 2, 1, 2]),
    value=np.ones(6),
)


def program(rows: float, columns: float, *, loose: float = 0) -> LinearProgram:
    return LinearProgram(
        TRIANGLE,
        rows=(np.full(3, rows - loose), np.full(3, rows)),
        columns=(np.zeros(3), np.full(3, columns)),
    )


def test_the_cheapest_corner_is_found() -> None:
    made = program(5, 5, loose=5)
    made.cost(0, -2)
    made.cost(1, -1)
    found = made.solve()
    assert found is not None
    assert found.tolist()[:2] == [5, 0]


def test_a_corner_that_rounding_errors_spoilt_is_sought_again_from_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As happens once in many thousand runs, each from where the last one ended."""
    solver = highspy._core._Highs  # noqa: SLF001  there is no public one that is silent
    ran: list[str] = []
    asked, forgets = solver.getModelStatus, solver.clearSolver

    def status(self: Any) -> highspy.HighsModelStatus:
        found: highspy.HighsModelStatus = asked(self)
        return found if "cleared" in ran else highspy.HighsModelStatus.kUnknown

    def clear(self: Any) -> object:
        ran.append("cleared")
        return forgets(self)

    monkeypatch.setattr(solver, "getModelStatus", status)
    monkeypatch.setattr(solver, "clearSolver", clear)
    made = program(5, 5, loose=5)
    made.cost(0, -2)
    found = made.solve()
    assert found is not None
    assert found[0] == 5
    assert ran == ["cleared"]


def test_counts_are_whole_even_where_the_corner_is_not() -> None:
    made = program(1, 1, loose=1)
    for column in range(3):
        made.cost(column, -1)
    found = made.solve()
    assert found is not None
    assert sorted(found.tolist()) == [0, 0, 1]  # not three halves


def test_after_a_whole_number_search_it_goes_on_as_before() -> None:
    made = program(1, 1, loose=1)
    for column in range(3):
        made.cost(column, -1)
    made.solve()
    made.cost(0, 1)
    made.cost(1, 1)
    found = made.solve()
    assert found is not None
    assert found.tolist() == [0, 0, 1]


def test_nothing_is_found_where_nothing_is() -> None:
    assert program(1, 1).solve() is None  # only halves
    assert program(9, 1).solve() is None  # nothing at all


def test_what_the_solver_did_not_finish_is_an_error() -> None:
    made = program(2, 5)
    made.cost(0, -1)
    made.allow(0)
    with pytest.raises(DisclosureError) as met:
        made.solve()
    assert met.value.code == "D402"


def test_nothing_is_printed() -> None:
    """HiGHS greets once a process, on standard output, which is for rows."""
    made = (
        "import numpy as np; from hereabouts.disclosure.linear_program import *; "
        "one = np.ones(1); "
        "m = Matrix(rows=1, start=np.array([0, 1]), index=np.array([0]), value=one); "
        "print(LinearProgram(m, rows=(one, one), columns=(one, one)).solve())"
    )
    said = subprocess.run([sys.executable, "-c", made], capture_output=True, text=True, check=True)
    assert (said.stdout, said.stderr) == ("[1.]\n", "")
