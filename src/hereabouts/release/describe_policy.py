"""What release.json says of the rules an indicator was protected by. They are public."""

import hashlib
from typing import Any

import duckdb

from hereabouts.model.indicator import Indicator
from hereabouts.model.policy import Scheme
from hereabouts.release.request import ReleaseRequest


def describe_policy(
    indicator: Indicator, request: ReleaseRequest, connection: duckdb.DuckDBPyConnection
) -> dict[str, Any]:
    """The rules, and whether rows were hidden beside others, which a reader may know."""
    policy = request.project.policies[indicator.policy]
    exact = policy.scheme is not Scheme.SUPPRESS_AND_ROUND
    row = connection.execute(
        "select coalesce(sum(beside), 0) from hidden_beside where indicator = ?", [indicator.id]
    ).fetchone()
    return {
        "name": policy.name,
        "title": policy.title,
        "why": policy.why,
        "scheme": policy.scheme.value,
        "protects": request.audience in policy.audiences and policy.scheme is not Scheme.NONE,
        # Where few live, or where one pays nearly all, what is hidden need not be small either.
        "beside": bool((row and row[0]) or policy.dominance or policy.minimum_population),
        "suppress_to": policy.suppress_to,
        "shows_zero": not policy.hide_zero,
        "round_to": 1 if exact else policy.round_to,
        "minimum_width": policy.minimum_width,
    }


def what_is_counted(indicator: Indicator) -> str:
    """The same text for indicators that count the same things, whatever breakdown or period."""
    counts = indicator.numerator
    said = (
        counts.product,
        counts.sum,
        counts.where,
        indicator.area_type,
        indicator.area_column,
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]
