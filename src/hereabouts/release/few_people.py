"""Rows about areas with fewer people than their policy asks for."""

import duckdb
import numpy as np

from hereabouts.disclosure.treatment import Flags
from hereabouts.engine.duckdb.session import scan
from hereabouts.errors import DisclosureError
from hereabouts.model.policy import DisclosurePolicy
from hereabouts.model.sql import identifier
from hereabouts.release.request import ReleaseRequest


def rows_of_few_people(
    connection: duckdb.DuckDBPyConnection, policy: DisclosurePolicy, request: ReleaseRequest
) -> Flags | None:
    """Which rows of the table `exact` are about an area below the minimum population.

    An area has the people of its base areas. Where that is not known of one of them it is not
    known of the area, and what is not known is not enough.

    Args:
        connection: sees `exact` and `members`.
        policy: which area types have a minimum, and where people are counted.
        request: the products' versions.

    Returns:
        None where the policy has no minimum.

    Raises:
        DisclosureError: D124 the product with the population was never made.
    """
    said = policy.population
    if said is None:
        return None
    if said.product not in request.products:
        raise DisclosureError(
            f"policy '{policy.name}' needs the population of '{said.product}', never made",
            code="D124",
            do=f"build '{said.product}' first",
            at=policy.at,
        )
    connection.execute("create or replace temp table least (area_type varchar, least bigint)")
    connection.executemany("insert into least values (?, ?)", [*policy.minimum_population.items()])
    found = connection.sql(f"""
        with base as (
            select {identifier(said.area)} as base_code,
                   case when count(*) = count(n) then sum(n) end as people
            from (select *, cast({identifier(said.column)} as double) as n
                  from ({scan(request.products[said.product])}))
            group by 1
        ), living as (
            select m.area_type, m.area_code,
                   case when count(*) = count(b.people) then sum(b.people) end as people
            from members as m left join base as b using (base_code) group by 1, 2
        )
        select l.least is not null and not coalesce(p.people >= l.least, false) as few
        from exact as e left join least as l on l.area_type = e.area_type
        left join living as p on p.area_type = e.area_type and p.area_code = e.area_code
        order by e.rowid""").fetchnumpy()
    return np.asarray(found["few"], np.bool_)
