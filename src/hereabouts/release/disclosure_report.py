"""What an information-governance officer signs: what a release hides, why, and what that costs.

It is worked out from exact figures and says where an attack got close, so it is never part of
a bundle, which doors read. Counts in it are of rows, and shares; no observation is in it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import duckdb
import numpy as np

from hereabouts.indicators.setting import setting_of
from hereabouts.model.indicator import Indicator, Method
from hereabouts.model.policy import DisclosurePolicy, Scheme
from hereabouts.model.sql import identifier
from hereabouts.release.attack.attack_release import Attacked
from hereabouts.release.dominated import dominated_rows
from hereabouts.release.exact import exact_figures
from hereabouts.release.few_people import rows_of_few_people
from hereabouts.release.protect import treatment_of
from hereabouts.release.request import ReleaseRequest

Json = dict[str, Any]
#: Why a row is hidden, as the first of these that holds.
REASONS = (
    "by_its_publisher",
    "few_people",
    "dominance",
    "small_count",
    "complement",
    "beside_others",
)
_KEYS = ["area_type", "area_code", "period_start", "period_end", "breakdown", "category"]


def disclosure_report(
    connection: duckdb.DuckDBPyConnection,
    request: ReleaseRequest,
    description: Json,
    attacked: Sequence[Attacked],
) -> Json:
    """The report, as it is written beside the releases.

    Args:
        connection: sees `observations`, `protected`, `members` and the products policies read.
        request: project, audience and products.
        description: what release.json says.
        attacked: what the attack came to for each family.
    """
    used = {one.policy for one in request.project.indicators.values()}
    policies = [one for name, one in request.project.policies.items() if name in used]
    made = date.fromisoformat(description["made_at"][:10])
    return {
        "release": description["number"],
        "audience": description["audience"],
        "made_at": description["made_at"],
        "place": description["place"]["title"],
        "policies": [_policy(one, request, made) for one in policies],
        "hidden": [
            row
            for one in request.project.indicators.values()
            for row in _hidden(connection, one, request)
        ],
        "attack": {**description["attack"], "families": [one.as_json() for one in attacked]},
    }


def _policy(policy: DisclosurePolicy, request: ReleaseRequest, made: date) -> Json:
    return {
        "name": policy.name,
        "title": policy.title,
        "scheme": policy.scheme.value,
        "protects": request.audience in policy.audiences and policy.scheme is not Scheme.NONE,
        "why": policy.why,
        "approved_by": policy.approved_by,
        "approved_on": policy.approved_on and policy.approved_on.isoformat(),
        "review_on": policy.review_on and policy.review_on.isoformat(),
        "overdue": policy.is_overdue(made),
        "minimum_width": policy.minimum_width,
    }


def _hidden(
    connection: duckdb.DuckDBPyConnection, indicator: Indicator, request: ReleaseRequest
) -> list[Json]:
    """A row for each area type that an indicator is published for."""
    treatment = treatment_of(indicator, request)
    if not treatment.protects:
        return []
    policy = treatment.policy
    levels = setting_of(request.project).published(indicator)
    size = len(exact_figures(connection, indicator, levels=levels).value)
    masks = {
        "few_people": rows_of_few_people(connection, policy, request),
        "dominance": dominated_rows(connection, indicator, policy, request),
    }
    none = np.zeros(size, np.bool_)
    found = {name: none if mask is None else mask for name, mask in masks.items()}
    connection.register("masks", found)
    said = {
        "indicator": indicator.id,
        "least": 0 if policy.hide_zero else policy.suppress_from,
        "most": policy.suppress_to,
        "share": indicator.method is Method.PROPORTION,
    }
    try:
        rows = connection.execute(_sql(indicator), said).fetchall()
    finally:
        connection.unregister("masks")
    return [_row(indicator, row) for row in rows]


def _row(indicator: Indicator, row: tuple[Any, ...]) -> Json:
    area_type, rows, hidden, counted, counted_hidden, moved, *reasons = row
    return {
        "indicator": indicator.id,
        "area_type": area_type,
        "rows": rows,
        "hidden": hidden,
        "share_hidden": hidden / rows,
        "share_of_total_hidden": counted_hidden / counted if counted else None,
        "mean_change_by_rounding": moved,
        "why": dict(zip(REASONS, reasons, strict=True)),
    }


def _sql(indicator: Indicator) -> str:
    counted = identifier("denominator" if indicator.method is Method.MEAN else "numerator")
    same = " and ".join(f"p.{key} is not distinct from e.{key}" for key in _KEYS)
    small = " or ".join(
        f"coalesce(round_even(e.{name}, 0) between $least and $most, false)"
        for name in ("numerator", "denominator")
    )
    return f"""
        with judged as (
            select e.area_type, e.{counted} as counted, p.{counted} as told,
                   p.marker is not distinct from '[c]' as is_hidden,
                   case when e.marker = '[c]' then 'by_its_publisher'
                        when e.few_people then 'few_people'
                        when e.dominance then 'dominance'
                        when {small} then 'small_count'
                        when $share and round_even(e.denominator - e.numerator, 0)
                             between $least and $most then 'complement'
                        else 'beside_others' end as reason
            from (from exact positional join masks) as e
            join protected as p on p.indicator = $indicator and {same}
        )
        select area_type, count(*), count(*) filter (is_hidden),
               coalesce(sum(counted), 0), coalesce(sum(counted) filter (is_hidden), 0),
               avg(abs(told - counted)) filter (not is_hidden),
               {", ".join(_of(reason) for reason in REASONS)}
        from judged group by 1 order by 1"""


def _of(reason: str) -> str:
    return f"count(*) filter (is_hidden and reason = '{reason}')"


def total_of(report: Json, name: str) -> int:
    """`rows` or `hidden` over all that is protected."""
    return sum(row[name] for row in report["hidden"])


def reasons_of(report: Json) -> dict[str, int]:
    """How many rows are hidden for each reason."""
    return {name: sum(row["why"][name] for row in report["hidden"]) for name in REASONS}
