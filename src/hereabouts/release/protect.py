"""Observations as an audience may see them, checked by code that knows only what is shown."""

from collections.abc import Iterator

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.disclosure.check_protected import check_protected
from hereabouts.disclosure.protect_observations import protect_observations
from hereabouts.disclosure.treatment import Estimator, Figures, Numbers, Treatment
from hereabouts.errors import DisclosureError
from hereabouts.indicators.estimate import estimate
from hereabouts.model.indicator import Indicator
from hereabouts.model.observation import OBSERVATION_COLUMNS
from hereabouts.model.sql import identifier
from hereabouts.release.compared_again import compared_again
from hereabouts.release.request import ReleaseRequest

PROTECTED = "protected"
_KEYS = tuple(name for name, _ in OBSERVATION_COLUMNS[:7])
_FIGURES = ("numerator", "denominator", "value", "lower", "upper")


def protect(connection: duckdb.DuckDBPyConnection, request: ReleaseRequest) -> None:
    """Fill the table `protected` from `observations`: every indicator, every area type.

    Raises:
        DisclosureError: D301 the check of what would be published found something; nothing
            is released.
    """
    columns = ", ".join(f"{identifier(name)} {kind}" for name, kind in OBSERVATION_COLUMNS)
    connection.execute(f"create or replace table {PROTECTED} ({columns})")
    problems = [
        problem
        for indicator in request.project.indicators.values()
        for problem in _protect_indicator(connection, indicator, request)
    ]
    if problems:
        raise DisclosureError(
            "the release would show what its policy hides: " + "; ".join(problems),
            code="D301",
            do="nothing was released; report this, it is a fault in protection",
        )


def treatment_of(indicator: Indicator, request: ReleaseRequest) -> Treatment:
    """The policy of an indicator for the audience of the request."""
    return Treatment(
        method=indicator.method,
        decimals=indicator.decimals,
        policy=request.project.policies[indicator.policy],
        audience=request.audience,
        estimate=_estimator(indicator),
    )


def _protect_indicator(
    connection: duckdb.DuckDBPyConnection, indicator: Indicator, request: ReleaseRequest
) -> Iterator[str]:
    connection.execute(
        "create or replace temp table exact as select * from observations where indicator = ?",
        [indicator.id],
    )
    treatment = treatment_of(indicator, request)
    shown = protect_observations(_figures(connection), treatment=treatment)
    findings = check_protected(shown, treatment=treatment)
    for rule in dict.fromkeys(finding.rule for finding in findings):
        rows = sum(finding.rule == rule for finding in findings)
        yield f"{indicator.id}: {rule} ({rows} rows)"
    beside = None
    if treatment.protects and indicator.compare_to:
        beside = compared_again(connection, indicator, shown)
    _keep(connection, shown, beside)


def _figures(connection: duckdb.DuckDBPyConnection) -> Figures:
    found = connection.sql("select * from exact").fetchnumpy()
    numbers: dict[str, Numbers] = {
        name: np.ma.filled(np.ma.asarray(found[name], float), np.nan) for name in _FIGURES
    }
    markers = connection.sql("select marker from exact").fetchall()
    marker = np.array([row[0] for row in markers], dtype=object)
    return Figures(**numbers, marker=marker)


def _keep(
    connection: duckdb.DuckDBPyConnection, shown: Figures, beside: NDArray[np.str_] | None
) -> None:
    words = {"word": np.array([word or "" for word in shown.marker], dtype=np.str_)}
    if beside is not None:
        words["beside"] = beside
    connection.register("shown", {n: getattr(shown, n) for n in _FIGURES} | words)
    compared = "e.compared" if beside is None else "nullif(s.beside, '')"
    numbers = ", ".join(f"s.{identifier(name)}" for name in _FIGURES)
    keys = ", ".join(f"e.{identifier(name)}" for name in _KEYS)
    connection.execute(
        f"insert into {PROTECTED} select {keys}, {numbers}, nullif(s.word, '') as marker,"
        f" {compared} as compared"
        " from exact as e positional join shown as s"
    )
    connection.unregister("shown")


def _estimator(indicator: Indicator) -> Estimator:
    def again(numerator: Numbers, denominator: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        found = estimate(
            indicator.method,
            numerator,
            denominator,
            multiplier=indicator.multiplier,
            confidence=indicator.confidence,
        )
        return found.value, found.lower, found.upper

    return again
