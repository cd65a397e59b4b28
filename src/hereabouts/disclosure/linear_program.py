"""A linear program that is solved many times with small changes, by HiGHS."""

from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DisclosureError

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
NEAR = 1e-6  # of a count: what the solver may be off by


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Sparse, by columns: column j has `value[start[j]:start[j + 1]]` in rows `index[...]`."""

    rows: int
    start: Whole
    index: Whole
    value: Numbers

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.start) - 1

    def of(self, columns: Whole) -> "Matrix":
        """Some of the columns, in this order; a column may be there twice."""
        lengths = np.diff(self.start)[columns]
        start = np.concatenate([[0], np.cumsum(lengths)])
        entries = np.arange(start[-1]) + np.repeat(self.start[columns] - start[:-1], lengths)
        return Matrix(
            rows=self.rows, start=start, index=self.index[entries], value=self.value[entries]
        )

    def beside_its_negative(self) -> "Matrix":
        """[A, -A]."""
        return Matrix(
            rows=self.rows,
            start=np.concatenate([self.start, self.start[-1] + self.start[1:]]),
            index=np.concatenate([self.index, self.index]),
            value=np.concatenate([self.value, -self.value]),
        )


#: What is said of a corner that the solver neither trusts nor can tell to be none.
SPOILT = (highspy.HighsModelStatus.kUnknown, highspy.HighsModelStatus.kSolveError)


class LinearProgram:
    """Minimise a cost over the columns of a matrix, each from `lower` to `upper`.

    One thread, no presolve: every solution starts from the one before, and the same input
    gives the same output.

    Source:
        HiGHS: Huangfu and Hall, Parallelizing the dual revised simplex method (2018).
    """

    def __init__(
        self, matrix: Matrix, *, rows: tuple[Numbers, Numbers], columns: tuple[Numbers, Numbers]
    ) -> None:
        self._all = np.arange(matrix.columns, dtype=np.int32)
        # The class with the public name greets on standard output, which is for rows.
        self._solver = highspy._core._Highs()  # noqa: SLF001
        for option, value in (
            ("output_flag", False),
            ("presolve", "off"),
            ("threads", 1),
            ("solver", "simplex"),
            ("mip_rel_gap", 0.0),
        ):
            self._solver.setOptionValue(option, value)
        self._solver.passModel(_model(matrix, rows, columns))

    def allow(self, seconds: float) -> None:
        """Let all solutions together take this long."""
        self._solver.setOptionValue("time_limit", float(seconds))

    def cost(self, column: int, value: float) -> None:
        """Set what one unit of a column costs."""
        self._solver.changeColCost(int(column), float(value))

    def bound(self, column: int, lower: float, upper: float) -> None:
        """Set what a column may be."""
        self._solver.changeColBounds(int(column), float(lower), float(upper))

    def solve(self) -> Numbers | None:
        """The cheapest columns in whole numbers; nothing where there are none.

        The corner that the simplex method stops at is mostly whole. Where it is not, which
        takes three partitions that overlap, it is solved again in whole numbers.

        Raises:
            DisclosureError: D402 if the solver stopped before it knew.
        """
        found = self._run()
        if found is not None and bool(np.any(np.abs(found - np.rint(found)) > NEAR)):
            found = self._run_whole()
        return None if found is None else np.rint(found) + 0.0  # no minus nought

    def _run_whole(self) -> Numbers | None:
        self._integral(highspy.HighsVarType.kInteger)
        found = self._run()
        self._integral(highspy.HighsVarType.kContinuous)
        return found

    def _integral(self, kind: highspy.HighsVarType) -> None:
        kinds = np.full(len(self._all), int(kind), dtype=np.uint8)
        self._solver.changeColsIntegrality(len(self._all), self._all, kinds)

    def _run(self) -> Numbers | None:
        status = self._status()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise DisclosureError(
                f"the solver stopped early: {self._solver.modelStatusToString(status)}",
                code="D402",
                do="allow it more seconds, or publish fewer overlapping geographies at once",
            )
        return np.asarray(self._solver.getSolution().col_value, dtype=np.float64)

    def _status(self) -> highspy.HighsModelStatus:
        """Of a run from where the last one ended; from nothing where rounding errors spoil that."""
        self._solver.run()
        if self._solver.getModelStatus() in SPOILT:
            self._solver.clearSolver()
            self._solver.run()
        return self._solver.getModelStatus()


def _model(
    matrix: Matrix, rows: tuple[Numbers, Numbers], columns: tuple[Numbers, Numbers]
) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_row_, model.num_col_ = matrix.rows, matrix.columns
    model.col_cost_ = np.zeros(matrix.columns)
    model.col_lower_, model.col_upper_ = columns
    model.row_lower_, model.row_upper_ = rows
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = matrix.start.astype(np.int32)
    model.a_matrix_.index_ = matrix.index.astype(np.int32)
    model.a_matrix_.value_ = matrix.value
    return model
