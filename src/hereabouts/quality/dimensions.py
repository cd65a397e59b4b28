"""The six dimensions of data quality, and ODCS's seven named by them."""

from enum import StrEnum


class Dimension(StrEnum):
    """What kind of fault a check looks for.

    Source:
        Government Data Quality Framework, 2020.
    """

    COMPLETENESS = "completeness"
    UNIQUENESS = "uniqueness"
    CONSISTENCY = "consistency"
    TIMELINESS = "timeliness"
    VALIDITY = "validity"
    ACCURACY = "accuracy"


#: ODCS has its own word for two of them.
_BY_NAME = {dimension.value: dimension for dimension in Dimension} | {
    "conformity": Dimension.VALIDITY,
    "coverage": Dimension.COMPLETENESS,
}
_BY_METRIC = {
    "rowCount": Dimension.COMPLETENESS,
    "nullValues": Dimension.COMPLETENESS,
    "missingValues": Dimension.COMPLETENESS,
    "duplicateValues": Dimension.UNIQUENESS,
    "invalidValues": Dimension.VALIDITY,
    "sql": Dimension.CONSISTENCY,  # a query compares what is in the table, and not with the truth
}


def dimension_of(said: str, *, metric: str) -> Dimension:
    """The dimension a rule says it is about; where it says none we know, its metric's own."""
    return _BY_NAME.get(said) or _BY_METRIC.get(metric, Dimension.ACCURACY)
