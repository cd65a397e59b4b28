"""P303 A column that an indicator names is a column of its product.

Why: the contract says what columns there are; a name outside it is a mistake in one of the two.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.indicator import Indicator, Measure
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name
from hereabouts.project.sql_condition import read_condition
from hereabouts.project.yaml_text import Step

CODE = "P303"
Named = tuple[str, tuple[Step, ...]]


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each column that an indicator's product does not have."""
    for indicator in draft.indicators.values():
        for part, measure in _measures(indicator):
            product = draft.products.get(measure.product)
            known = [c.name for c in product.contract.columns] if product else []
            for name, steps in (
                *_of_measure(indicator, measure, part),
                *_shared(indicator, measure),
            ):
                if product and name not in known:
                    at = draft.at(indicator.at, *steps)
                    kind = f"column of {measure.product}:"
                    yield unknown_name(kind, name, known=known, code=CODE, at=at)


def _measures(indicator: Indicator) -> Iterator[tuple[str, Measure]]:
    yield "numerator", indicator.numerator
    if indicator.denominator:
        yield "denominator", indicator.denominator


def _of_measure(indicator: Indicator, measure: Measure, part: str) -> Iterator[Named]:
    if measure.sum:
        yield measure.sum, (part, "sum")
    if measure.where:
        for name in read_condition(measure.where, at=indicator.at, problems=[]) or ():
            yield name, (part, "where")


def _shared(indicator: Indicator, measure: Measure) -> Iterator[Named]:
    """Columns that both products have; what is of all has no categories."""
    yield indicator.area_column, ("area", "column")
    if indicator.breakdown and not measure.of_all:
        yield indicator.breakdown, ("breakdown",)
    if indicator.period.start_column and indicator.period.end_column:
        yield indicator.period.start_column, ("period", "start_column")
        yield indicator.period.end_column, ("period", "end_column")
