"""Rows about sums that say too much of their largest contributors."""

import duckdb
import numpy as np

from hereabouts.disclosure.dominance import sensitive
from hereabouts.disclosure.treatment import Flags
from hereabouts.engine.duckdb.columns import numbers
from hereabouts.engine.duckdb.session import scan
from hereabouts.errors import DisclosureError
from hereabouts.indicators.measure_sql import ALL, period_columns
from hereabouts.model.indicator import Indicator
from hereabouts.model.policy import DisclosurePolicy, Dominance
from hereabouts.model.sql import identifier, literal
from hereabouts.release.request import ReleaseRequest


def dominated_rows(
    connection: duckdb.DuckDBPyConnection,
    indicator: Indicator,
    policy: DisclosurePolicy,
    request: ReleaseRequest,
) -> Flags | None:
    """Which rows of the table `exact` are sums that the policy's rule of dominance hides.

    Rows of the numerator's product are added up for each contributor first. Levels that are
    neither its areas nor sets of base areas, such as benchmarks, cannot be judged, and what is
    not judged is hidden.

    Args:
        connection: sees `exact` and `members`.
        indicator: what the rows are of.
        policy: whose rule counts.
        request: the products' versions.

    Returns:
        None where the policy has no such rule, or the numerator is no sum of a column.

    Raises:
        DisclosureError: D124 the product has no column for contributors, or was never made;
            D126 an amount is negative or missing.
    """
    rule, measure = policy.dominance, indicator.numerator
    if rule is None or measure.sum is None:
        return None
    found = connection.sql(_CONTRIBUTIONS.format(**_parts(indicator, rule, policy, request)))
    columns = found.fetchnumpy()
    amounts = numbers(columns["amount"])
    judged = connection.sql(
        f"select area_type in (select area_type from ({_placed(indicator, request)})) as judged"
        " from exact order by rowid"
    ).fetchnumpy()["judged"]
    flagged = sensitive(amounts, np.asarray(columns["cell"], int), cells=len(judged), rule=rule)
    return flagged | ~np.asarray(judged, np.bool_)


_CONTRIBUTIONS = """
    with told as (
        select {area} as code, cast({start} as date) as period_start,
               cast({end} as date) as period_end, unnest({categories}) as category,
               cast({contributor} as varchar) as contributor, cast({amount} as double) as amount
        from ({rows}) where coalesce(({chosen}), false)
    )
    select e.rowid as cell, case when count(*) = count(amount) then sum(amount) end as amount
    from exact as e
    join ({placed}) as p on p.area_type = e.area_type and p.area_code = e.area_code
    join told as t on t.code = p.code and t.category = e.category
        and t.period_start is not distinct from e.period_start
        and t.period_end is not distinct from e.period_end
    group by e.rowid, t.contributor
"""


def _parts(
    indicator: Indicator, rule: Dominance, policy: DisclosurePolicy, request: ReleaseRequest
) -> dict[str, str]:
    measure = indicator.numerator
    table = request.products.get(measure.product)
    if table is None or rule.contributor not in table.columns:
        raise DisclosureError(
            f"policy '{policy.name}' judges dominance, and '{measure.product}' of "
            f"'{indicator.id}' has no column '{rule.contributor}'",
            code="D124",
            do="name a column of that product, or give the indicator a policy without dominance",
            at=policy.at,
        )
    start, end = period_columns(indicator)
    own = f", cast({identifier(indicator.breakdown)} as varchar)" if indicator.breakdown else ""
    return {
        "area": identifier(indicator.area_column),
        "start": start,
        "end": end,
        "categories": f"[{literal(ALL)}{own}]",
        "contributor": identifier(rule.contributor),
        "amount": identifier(measure.sum or ""),
        "rows": scan(table),
        "chosen": measure.where or "true",
        "placed": _placed(indicator, request),
    }


def _placed(indicator: Indicator, request: ReleaseRequest) -> str:
    """Which areas the areas that rows are about lie in: `area_type, area_code, code`."""
    if indicator.area_type == request.project.place.base.code:
        return "select area_type, area_code, base_code as code from members"
    kind = literal(indicator.area_type)
    return f"select area_type, area_code, area_code as code from areas where area_type = {kind}"
