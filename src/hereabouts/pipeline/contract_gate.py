"""What a contract lets through: typed rows on one side, quarantine on the other.

A row that breaks a rule is kept in quarantine with the names of the rules it broke. When more
rows are bad than the contract allows, or a rule about the whole table fails, nothing replaces
the last good version.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb

from hereabouts.engine.duckdb.session import Session
from hereabouts.errors import DataError
from hereabouts.model.place_in_file import file_sql
from hereabouts.model.product import Column, LogicalType, Product
from hereabouts.model.sensitivity import Evidence
from hereabouts.model.sql import identifier, literal
from hereabouts.pipeline.candidate import CANDIDATE, model_failed
from hereabouts.pipeline.corrected_rows import Corrected, put_in_place
from hereabouts.pipeline.offered import record_sql
from hereabouts.quality.measure import Measure
from hereabouts.quality.measured_rules import (
    UNREADABLE,
    measured_lines,
    measured_row_check,
    measured_table_check,
)
from hereabouts.quality.row_checks import RowCheck, row_checks
from hereabouts.quality.table_checks import TableCheck, table_checks
from hereabouts.quality.typing import typed_select
from hereabouts.sources import Rejected

TIMESTAMP = LogicalType.TIMESTAMP
TYPED, BROKEN, KEPT = "typed", "broken", "kept"


@dataclass(frozen=True, slots=True)
class Judged:
    """How many rows went each way, and which rules they broke."""

    rows_in: int
    rows_out: int
    rows_quarantined: int
    broken: Mapping[str, int]  # rule in words -> rows
    measures: tuple[Measure, ...] = ()  # of every rule about rows, kept or broken


def judge(
    session: Session,
    product: Product,
    types: Mapping[str, str],
    rejected: tuple[Rejected, ...],
    corrected: Corrected | None = None,
) -> Judged:
    """Fill `kept` and `broken` from `candidate`; raise nothing about single rows.

    Raises:
        DataError: Q203 the model failed; Q303 a rule cannot be run; Q321 a corrected row changed.
    """
    connection = session.connection
    _type_all(session, product, types)
    if corrected:
        replaced = put_in_place(session, product, corrected, rejected, typed=TYPED)
        rejected = tuple(line for line in rejected if line.row not in replaced)
    connection.execute(f"create or replace table {BROKEN} (_row bigint, rule varchar)")
    counts: dict[str, int] = {}
    checks = row_checks(product.contract, relation=TYPED, product=product.id)
    for check in checks:
        _find_broken(session, product, check, counts)
    for line in rejected:
        connection.execute(f"insert into {BROKEN} values (?, ?)", [line.row, line.why])
        counts[UNREADABLE] = counts.get(UNREADABLE, 0) + 1
    _keep_the_rest(session, product, any_broken=bool(counts))
    offered = _number(session, f"select count(*) from {TYPED}")
    kept = _number(session, f"select count(*) from {KEPT}") if counts else offered
    bad = offered - kept + len(rejected)
    measures = _measured(product, checks, counts, offered=offered, unreadable=len(rejected))
    return Judged(offered + len(rejected), kept, bad, counts, measures)


def _measured(
    product: Product,
    checks: tuple[RowCheck, ...],
    counts: Mapping[str, int],
    *,
    offered: int,
    unreadable: int,
) -> tuple[Measure, ...]:
    allowed = product.contract.bad_rows_at_most
    found = [
        measured_row_check(check, rows=offered, counts=counts, allowed=allowed) for check in checks
    ]
    if product.source:
        lines = offered + unreadable
        found.append(measured_lines(rows=lines, unreadable=unreadable, allowed=allowed))
    return tuple(found)


def _type_all(session: Session, product: Product, types: Mapping[str, str]) -> None:
    """The one time that the model runs."""
    typed = typed_select(product.contract, CANDIDATE, types)
    try:
        session.connection.execute(f"create or replace table {TYPED} as {typed}")
    except duckdb.Error as error:
        raise model_failed(product, error) from error


def _keep_the_rest(session: Session, product: Product, *, any_broken: bool) -> None:
    """A view, so that what is kept is written as it is read and never copied."""
    names = ", ".join(map(_kept, product.contract.columns))
    unbroken = f" where not exists (select 1 from {BROKEN} as b where b._row = t._row)"
    session.connection.execute(
        f"create or replace view {KEPT} as select {names} from {TYPED} as t"
        + (unbroken if any_broken else "")
    )


def refuse_too_many(product: Product, judged: Judged) -> None:
    """Raise when more rows are bad than the contract allows.

    Raises:
        DataError: Q301. The last good version stands.
    """
    allowed = product.contract.bad_rows_at_most
    # Divided, since 0.29 * 100 is less than 29 in floating point and 29 / 100 is 0.29.
    if not judged.rows_quarantined or judged.rows_quarantined / judged.rows_in <= allowed:
        return
    sensitivity = product.contract.sensitivity
    rules = "; ".join(
        f"{rule}: {Evidence('rows', rows).describe(sensitivity).split(' in ')[0]}"
        for rule, rows in judged.broken.items()
    )
    raise DataError(
        f"more rows broke the contract of '{product.id}' than it allows"
        f" ({allowed:.1%} of all): {rules}",
        code="Q301",
        do=f"see them with `hereabouts quarantine {product.id}`; correct the source, or raise"
        " badRowsAtMost in the contract with the owner's agreement",
        at=product.contract.at,
    )


def measure_table(session: Session, product: Product, *, rows: int) -> tuple[Measure, ...]:
    """Measure the rules about the whole of what is kept, which is `rows` rows.

    Raises:
        DataError: Q303 a rule's own SQL cannot be run.
    """
    return tuple(
        measured_table_check(check, rows=rows, number=_found(session, product, check))
        for check in table_checks(product.contract, relation=KEPT)
    )


def refuse_table(product: Product, measures: tuple[Measure, ...]) -> tuple[str, ...]:
    """Raise when a rule about the whole table failed.

    Returns:
        Warnings, in words.

    Raises:
        DataError: Q302 a rule of severity error failed. The last good version stands.
    """
    broken = [measure for measure in measures if not measure.passes]
    failed = [measure.rule for measure in broken if measure.severity != "warning"]
    if failed:
        raise DataError(
            f"'{product.id}' breaks a rule of its contract: {'; '.join(failed)}",
            code="Q302",
            do="correct the source, or change the rule with the owner's agreement",
            at=product.contract.at,
        )
    return tuple(measure.rule for measure in broken)


def _found(session: Session, product: Product, check: TableCheck) -> float | None:
    """The number that a rule's SQL gives."""
    try:
        row = session.connection.sql(check.sql).fetchone()
        return float(row[0]) if row and row[0] is not None else None
    except (duckdb.Error, TypeError, ValueError) as error:
        raise rule_failed(product, check.rule, error) from error


def rule_failed(product: Product, rule: str, error: Exception) -> DataError:
    """The engine's words are said only where they cannot hold a value."""
    words = str(error).splitlines()[0] if isinstance(error, duckdb.ProgrammingError) else ""
    return DataError(
        f"a rule of '{product.id}' cannot be run: {rule} ({words or type(error).__name__})",
        code="Q303",
        do="correct its query, which gives one number from the contract's columns, or its pattern",
        at=product.contract.at,
    )


def quarantine_sql(product: Product, *, files: Sequence[str]) -> str:
    """Rows `_file, _row, rules, record`: what was offered, as JSON, and what it broke."""
    return f"""
        select {file_sql("b._row", files)} as _file, b._row, b.rules,
               case when t._row is not null then {record_sql(product)} end as record
        from (
            select _row, string_agg(distinct rule, '; ' order by rule) as rules
            from {BROKEN} group by _row
        ) as b
        left join {TYPED} as t on t._row = b._row
        order by b._row"""


def _kept(column: Column) -> str:
    """A moment is kept in UTC: a table of moments without a zone needs a newer reader."""
    name = identifier(column.name)
    return f"cast({name} as timestamptz) as {name}" if column.type is TIMESTAMP else name


def _find_broken(
    session: Session, product: Product, check: RowCheck, counts: dict[str, int]
) -> None:
    rows = f"select _row, {literal(check.rule)} from ({check.sql}) as failing"
    try:
        session.connection.execute(f"insert into {BROKEN} {rows}")
    except duckdb.Error as error:
        raise rule_failed(product, check.rule, error) from error
    found = _number(session, f"select count(*) from {BROKEN} where rule = {literal(check.rule)}")
    if found:
        counts[check.rule] = found


def _number(session: Session, sql: str) -> int:
    row = session.connection.sql(sql).fetchone()
    return int(row[0]) if row else 0
