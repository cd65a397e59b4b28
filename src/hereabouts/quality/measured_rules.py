"""A contract's checks of rows and of the table, as measures."""

from collections.abc import Mapping

from hereabouts.quality.dimensions import Dimension
from hereabouts.quality.measure import Measure, verdict
from hereabouts.quality.row_checks import RowCheck
from hereabouts.quality.table_checks import TableCheck

UNREADABLE = "unreadable line"


def measured_row_check(
    check: RowCheck, *, rows: int, counts: Mapping[str, int], allowed: float
) -> Measure:
    """A rule about rows: tested on every row offered.

    Args:
        check: the rule.
        rows: how many were offered.
        counts: rows that broke each rule, by its words.
        allowed: the share of rows that may be bad before the rule has failed.
    """
    broken = min(counts.get(check.rule, 0), rows)
    return Measure(
        code=check.code,
        name=check.name or check.column,
        rule=check.rule,
        dimension=check.dimension,
        severity="error",
        tested=rows,
        broken=broken,
        passes=not broken or broken / rows <= allowed,
    )


def measured_lines(*, rows: int, unreadable: int, allowed: float) -> Measure:
    """Lines of what was received that could not be read at all; `rows` counts them too."""
    return Measure(
        code="Q131",
        name="lines",
        rule="every line can be read",
        dimension=Dimension.VALIDITY,
        severity="error",
        tested=rows,
        broken=unreadable,
        passes=not unreadable or unreadable / rows <= allowed,
    )


def measured_table_check(check: TableCheck, *, rows: int, number: float | None) -> Measure:
    """A rule about the table: by rows where it counts those at fault, else one yes or no."""
    passes = check.passes(number)
    found = verdict(passes=passes)
    if check.counts_faults and number is not None:
        faults = round(number * rows / 100) if check.is_percent else round(number)
        found = {"tested": rows, "broken": min(max(faults, 0), rows), "passes": passes}
    return Measure(
        code=check.code,
        name=check.name,
        rule=check.rule,
        dimension=check.dimension,
        severity=check.severity,
        **found,
    )
