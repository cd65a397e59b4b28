"""What a reader knows beyond one release's geographies: earlier releases, and sums over time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import duckdb
import numpy as np

from hereabouts.disclosure.linear_system import Flags, Numbers, System
from hereabouts.errors import DisclosureError
from hereabouts.model.indicator import Indicator
from hereabouts.release.belonging import TABLE as MEMBERS
from hereabouts.release.belonging import write_belonging
from hereabouts.release.gate.rows import IN_ORDER, Rows
from hereabouts.release.gate.worked_with import TABLE
from hereabouts.release.period_unions import PeriodSums, period_sums
from hereabouts.release.request import ReleaseRequest
from hereabouts.release.said_before import KINDS, held_against, read_said
from hereabouts.release.said_of_cells import SaidOfCells, said_of_cells

#: Rows of a family in the order of `rows_of`, with their keys.
_CELLS = f"""
    create or replace temp table cells as
    select row_number() over (order by list_position($names, indicator), {IN_ORDER}) - 1 as cell,
           indicator, area_type, area_code, period_start, period_end, category
    from {TABLE}
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A system, its true counts and the costs of hiding, told of more than one release."""

    system: System
    counts: Numbers
    cost: Numbers


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is known beyond a release, of the rows of a family.

    Only what still holds of the exact counts is taken in: the rest was revised since. So the
    truth is always among what the gate thinks that a reader can think.
    """

    said: Mapping[str, SaidOfCells]  # by kind of count
    periods: PeriodSums

    def tell(self, kind: str, told: Told, counts: Numbers, *, width: float) -> Told:
        """Add to `told` what is known of one kind of count.

        Args:
            kind: numerator, denominator or rest.
            told: its counts have 0 for those that are missing.
            counts: exact, (rows,); NaN where missing.
            width: what the policy asks for. To hide a row that was told of more closely than
                that protects nothing, and is not thought of.

        Shape:
            The cells of `told`, and then one for each sum that was said before.
        """
        said = self.said[kind].where_true(counts)
        system = told.system
        if kind == "numerator":
            system = self.periods.where_true(counts).added_to(system)
        system = said.added_to(system)
        sums = len(said.sum_least)
        cost = told.cost.copy()
        cost[said.cell[said.most - said.least < width]] = np.inf
        return Told(
            system,
            np.concatenate([told.counts, said.sums_of(told.counts)]),
            np.concatenate([cost, np.full(sums, np.inf)]),
        )

    def revised(self, rows: Rows, exact: Flags, suppress_to: int) -> Flags:
        """Rows that differ from what was said of them by a small count: of so many people.

        Args:
            rows: of the family.
            exact: rows that would be shown as they are.
            suppress_to: the largest small count.
        """
        found = np.zeros(len(exact), np.bool_)
        for kind, counts in (("numerator", rows.numerator), ("denominator", rows.denominator)):
            said = self.said[kind]
            by = np.abs(counts[said.cell] - said.least)
            small = (said.least == said.most) & (by >= 1) & (by <= suppress_to)
            found[said.cell[small]] = True
        return found & exact

    def without_earlier(self) -> "Ledger":
        """As for a first release."""
        return replace(self, said={kind: one.none() for kind, one in self.said.items()})

    @property
    def is_first(self) -> bool:
        """Whether no earlier release says anything."""
        return not any(one.statements for one in self.said.values())


def read_earlier(
    connection: duckdb.DuckDBPyConnection,
    request: ReleaseRequest,
    indicators: Sequence[Indicator],
) -> None:
    """Read what earlier releases for the audience said of `indicators`, once for all families."""
    write_belonging(connection, request.project)
    folders = held_against(request.releases, request.audience).folders
    read_said(connection, folders, [one.id for one in indicators], members=MEMBERS)


def ledger_of(connection: duckdb.DuckDBPyConnection, family: Sequence[Indicator]) -> Ledger:
    """The ledger of a family, after `read_earlier` and `work_with`: its cells are its `Rows`."""
    connection.execute(_CELLS, {"names": [one.id for one in family]})
    base = family[0].area_type
    return Ledger(
        {kind: said_of_cells(connection, kind, base=base, members=MEMBERS) for kind in KINDS},
        period_sums(connection, {one.id: one.breakdown for one in family}),
    )


def told_before(count: int, places: str) -> DisclosureError:
    """D311, for the caller to raise."""
    return DisclosureError(
        f"{count:,} hidden counts can be worked out from this release together with earlier ones,"
        f" such as {places}",
        code="D311",
        do="leave out an area type or a breakdown, or withdraw the earlier releases that tell it:"
        " delete their folders, and say so to those who have them",
    )
