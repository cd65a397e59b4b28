"""Observations as rows: one list of columns for every kind of file."""

from hereabouts.release.answers import Observation

#: As CSV, Parquet and JSON have them. Numbers are numbers or nothing; a marker has its own column.
COLUMNS = (
    *("indicator", "area_type", "area_code", "area_name", "period", "period_start", "period_end"),
    *("breakdown", "category", "numerator", "denominator", "value", "lower", "upper"),
    *("marker", "marker_meaning", "synthetic", "compared"),
)
NUMBERS = ("numerator", "denominator", "value", "lower", "upper")
DATES = ("period_start", "period_end")

Raw = object


def observed_row(seen: Observation, *, period: str, synthetic: bool) -> tuple[Raw, ...]:
    """One observation under COLUMNS."""
    return (
        *(seen.indicator, seen.area_type, seen.area_code, seen.area_name),
        *(period, seen.period_start, seen.period_end, seen.breakdown, seen.category),
        *(seen.numerator, seen.denominator, seen.value, seen.lower, seen.upper),
        seen.marker.value if seen.marker else None,
        seen.marker.words if seen.marker else None,
        "yes" if synthetic else "no",
        seen.compared,
    )
