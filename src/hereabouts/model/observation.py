"""Observations: one value of one indicator for one area, period and breakdown."""

from enum import StrEnum

#: Column and DuckDB type, in the order every observations table has them.
OBSERVATION_COLUMNS: tuple[tuple[str, str], ...] = (
    ("indicator", "varchar"),
    ("area_type", "varchar"),
    ("area_code", "varchar"),
    ("period_start", "date"),
    ("period_end", "date"),  # out: half open
    ("breakdown", "varchar"),  # 'all' when not broken down
    ("category", "varchar"),  # 'all' when not broken down
    ("numerator", "double"),
    ("denominator", "double"),
    ("value", "double"),
    ("lower", "double"),
    ("upper", "double"),
    ("marker", "varchar"),  # null when the value is an ordinary number
    ("compared", "varchar"),  # with its benchmark: similar, better_95, worse_998; else null
)


class Marker(StrEnum):
    """Why a value is not there, or is special.

    Source:
        Government Statistical Service, Using symbols and shorthand, 2022.
    """

    CONFIDENTIAL = "[c]"
    NOT_AVAILABLE = "[x]"
    NOT_APPLICABLE = "[z]"
    LOW = "[low]"
    UNRELIABLE = "[u]"
    ESTIMATED = "[e]"  # beside a value, not instead of one

    @property
    def words(self) -> str:
        """What a reader is told."""
        return {
            Marker.CONFIDENTIAL: "hidden to protect people's confidentiality",
            Marker.NOT_AVAILABLE: "not available",
            Marker.NOT_APPLICABLE: "not applicable",
            Marker.LOW: "rounds to zero but is not zero",
            Marker.UNRELIABLE: "low reliability",
            Marker.ESTIMATED: "estimated",
        }[self]
