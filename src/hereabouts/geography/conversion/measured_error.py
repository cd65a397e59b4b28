"""How far converted counts are from the same counts made on the new areas."""

from hereabouts.geography.conversion.tables import CONVERTED
from hereabouts.geography.vintage import Status
from hereabouts.model.conversion import Conversion, HoldOut
from hereabouts.model.sql import identifier, literal, qualified


def error_sql(conversion: Conversion, truth: HoldOut) -> str:
    """The weighted mean absolute percentage error (WMAPE) against the truth.

    Areas and keys that both sides have are compared. A row that only one of them has counts as
    none there; a converted count that is missing is left out.

    Shape:
        one row: compared (rows), wmape, compared_apportioned, wmape_apportioned. A WMAPE is a
        share: the sum of absolute errors over the sum of the truth; missing when that is 0.

    Source:
        docs/decisions/0016-conversion-is-declared-measured-and-refused.md.
    """
    keys = [identifier(key) for key in conversion.keys]
    listed = "".join(f", {key}" for key in keys)
    same = "".join(f" and made.{k} is not distinct from truth.{k}" for k in keys)
    both = _in_both(keys)
    return f"""
        with made as (
            select {identifier(conversion.to)} as area{listed}, status,
                   {identifier(truth.of)} as value
            from {CONVERTED}
        ), truth as (
            select cast({identifier(truth.area)} as varchar) as area{listed},
                   cast(sum({identifier(truth.column)}) as double) as value
            from {qualified(truth.product)} group by 1{listed}
        ), area_status as (select area, any_value(status) as status from made group by area),
        compared as (
            select s.status, coalesce(m.value, 0) as made, coalesce(t.value, 0) as truth
            from (select * from made where {both.format(other="truth")}) as m
            full join (select * from truth where {both.format(other="made")}) as t
                on m.area = t.area{same.replace("made.", "m.").replace("truth.", "t.")}
            join area_status as s on s.area = coalesce(m.area, t.area)
            where m.area is null or m.value is not null
        )
        select count(*), sum(abs(made - truth)) / nullif(sum(truth), 0),
               count(*) filter (is_apportioned),
               sum(abs(made - truth)) filter (is_apportioned)
                   / nullif(sum(truth) filter (is_apportioned), 0)
        from (select *, status = {literal(Status.APPORTIONED)} as is_apportioned from compared)"""


def _in_both(keys: list[str]) -> str:
    """A condition on area and keys, with `{other}` for the other side's table."""
    said = ["area in (select area from {other})"]
    if keys:
        row = ", ".join(keys)
        said.append(f"({row}) in (select ({row}) from {{other}})")
    return " and ".join(said)
