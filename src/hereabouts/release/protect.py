"""Observations as an audience may see them, checked by code that knows only what is shown."""

from collections.abc import Iterator

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.disclosure.check_protected import check_protected
from hereabouts.disclosure.protect_observations import protect_observations
from hereabouts.disclosure.treatment import Estimator, Figures, Flags, Numbers, Treatment
from hereabouts.errors import DisclosureError
from hereabouts.indicators.estimate import estimate
from hereabouts.indicators.setting import setting_of
from hereabouts.model.indicator import Indicator
from hereabouts.model.observation import OBSERVATION_COLUMNS
from hereabouts.model.sql import identifier
from hereabouts.release.beside import what_stands_beside
from hereabouts.release.compared_again import compared_again
from hereabouts.release.exact import FIGURES, exact_figures
from hereabouts.release.gate.hidden_rows import hidden_rows
from hereabouts.release.request import ReleaseRequest

PROTECTED = "protected"
_KEYS = tuple(name for name, _ in OBSERVATION_COLUMNS[:7])


def protect(connection: duckdb.DuckDBPyConnection, request: ReleaseRequest) -> None:
    """Fill the table `protected` from `observations`: every indicator, every area type.

    Raises:
        DisclosureError: D301 the check of what would be published found something, D302 what
            is hidden could be worked out; nothing is released.
    """
    columns = ", ".join(f"{identifier(name)} {kind}" for name, kind in OBSERVATION_COLUMNS)
    connection.execute(f"create or replace table {PROTECTED} ({columns})")
    indicators = request.project.indicators
    treatments = {name: treatment_of(one, request) for name, one in indicators.items()}
    hidden = hidden_rows(connection, treatments, request)
    problems = [
        problem
        for name, one in indicators.items()
        for problem in _protect_indicator(
            connection, one, treatments[name], request, hidden.get(name)
        )
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
    connection: duckdb.DuckDBPyConnection,
    indicator: Indicator,
    treatment: Treatment,
    request: ReleaseRequest,
    hidden: Flags | None,
) -> Iterator[str]:
    """Keep what may be shown; yield what the check says is wrong with it."""
    published = setting_of(request.project).published(indicator)
    exact = exact_figures(connection, indicator, levels=published)
    near = what_stands_beside(connection, indicator, exact, treatment=treatment, request=request)
    also_hidden = near.also_hidden if hidden is None else hidden
    shown = protect_observations(
        exact, treatment=treatment, also_hidden=also_hidden, cell_keys=near.cell_keys
    )
    for rule, rows in _broken_rules(shown, treatment, also_hidden):
        yield f"{indicator.id}: {rule} ({rows} rows)"
    beside = None
    if treatment.protects and indicator.compare_to:
        beside = compared_again(connection, indicator, shown)
    _keep(connection, shown, beside, published)


def _broken_rules(
    shown: Figures, treatment: Treatment, also_hidden: Flags | None
) -> Iterator[tuple[str, int]]:
    findings = check_protected(shown, treatment=treatment, also_hidden=also_hidden)
    for rule in dict.fromkeys(finding.rule for finding in findings):
        yield rule, sum(finding.rule == rule for finding in findings)


def _keep(
    connection: duckdb.DuckDBPyConnection,
    shown: Figures,
    beside: NDArray[np.str_] | None,
    published: tuple[str, ...],
) -> None:
    words = {"word": np.array([word or "" for word in shown.marker], dtype=np.str_)}
    if beside is not None:
        words["beside"] = beside
    connection.register("shown", {n: getattr(shown, n) for n in FIGURES} | words)
    compared = "e.compared" if beside is None else "nullif(s.beside, '')"
    numbers = ", ".join(f"s.{identifier(name)}" for name in FIGURES)
    keys = ", ".join(f"e.{identifier(name)}" for name in _KEYS)
    connection.execute(
        f"insert into {PROTECTED} select {keys}, {numbers}, nullif(s.word, '') as marker,"
        f" {compared} as compared"
        " from exact as e positional join shown as s where list_contains($1, e.area_type)",
        [list(published)],
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
