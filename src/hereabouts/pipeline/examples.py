"""examples.yml run as tests: a few rows in, the rows expected out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.errors import DataError, HereaboutsError
from hereabouts.model.product import Contract, Example, Product, Source
from hereabouts.model.project import Project
from hereabouts.model.sql import identifier, qualified
from hereabouts.pipeline.candidate import make_candidate
from hereabouts.pipeline.contract_gate import KEPT, judge
from hereabouts.pipeline.standardise import RECEIVED, Part, standardise
from hereabouts.quality.typing import typed_select

_GIVEN = "given_rows"
TextRow = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Tried:
    """One example; `error` is None when the rows came out as expected."""

    product: str
    example: str
    error: HereaboutsError | None


def try_examples(project: Project, *, scratch: Path) -> Iterator[Tried]:
    """Run every example of every product, each on tables of its own."""
    for product in project.products.values():
        for example in product.examples:
            with session(scratch) as opened:
                yield Tried(product.id, example.name, _try(opened, project, product, example))


def _try(
    opened: Session, project: Project, product: Product, example: Example
) -> HereaboutsError | None:
    try:
        headings = _fill_inputs(opened, project, product, example)
        types = make_candidate(opened, product, headings)
        judge(opened, product, types, ())
    except HereaboutsError as error:
        return error
    return _differences(opened, product, example)


def _fill_inputs(
    opened: Session, project: Project, product: Product, example: Example
) -> tuple[str, ...]:
    """Tables of the rows given; an input with no rows is an empty table."""
    headings: tuple[str, ...] = ()
    if product.source:
        headings = _receive(opened, product, product.source, example)
    for name in product.inputs:
        contract = project.products[name].contract
        _typed_table(opened, name, contract, example.given.get(name, ()))
    return headings


def _receive(
    opened: Session, product: Product, source: Source, example: Example
) -> tuple[str, ...]:
    """Rows as if received, from the first of the product's files, or the one an example names."""
    rows = example.given.get(RECEIVED, ())
    headings = _received_headings(product, rows)
    _text_table(opened, _GIVEN, headings, rows)
    part = source.parts[0]
    for row in rows:
        part = next((p for p in source.parts if p.name == row.get("_file")), part)
    return standardise(
        opened,
        replace(product, corrections=()),
        bronze=_GIVEN,
        headings=headings,
        parts=[Part(part.name, part.ways[0])],
    )


def _received_headings(product: Product, rows: Sequence[TextRow]) -> tuple[str, ...]:
    said = dict.fromkeys(heading for row in rows for heading in row)
    if product.model is None:
        columns = [c for c in product.contract.columns if c.marker_of is None]
        said |= dict.fromkeys(column.source_name for column in columns)
    return tuple(heading for heading in said if heading not in {"_row", "_file"})


def _text_table(
    opened: Session, name: str, headings: Sequence[str], rows: Sequence[TextRow]
) -> None:
    columns = ", ".join(f"{identifier(heading)} varchar" for heading in headings)
    opened.connection.execute(f"create table {qualified(name)} (_row bigint, {columns})")
    marks = ", ".join("?" * (len(headings) + 1))
    for number, row in enumerate(rows, start=1):
        values = [number, *(row.get(heading) or None for heading in headings)]
        opened.connection.execute(f"insert into {qualified(name)} values ({marks})", values)


def _typed_table(opened: Session, name: str, contract: Contract, rows: Sequence[TextRow]) -> None:
    """A product's table, typed by its contract, as a model would find it."""
    opened.connection.execute(
        f"create schema if not exists {identifier(name.split('.', maxsplit=1)[0])}"
    )
    names = [column.name for column in contract.columns]
    opened.connection.execute("drop table if exists given")
    _text_table(opened, "given", names, rows)
    types = {"_row": "bigint", **dict.fromkeys(names, "varchar")}
    picked = ", ".join(identifier(column) for column in names)
    opened.connection.execute(
        f"create table {qualified(name)} as select {picked}"
        f" from ({typed_select(contract, 'given', types)}) as typed"
    )


def _differences(opened: Session, product: Product, example: Example) -> DataError | None:
    """Compare as sets with repeats, on the columns the example names."""
    named = {column for row in example.expected for column in row}
    columns = [c.name for c in product.contract.columns if c.name in named]
    _typed_table(opened, "expected.rows", product.contract, example.expected)
    picked = ", ".join(identifier(column) for column in columns) or "1"
    missing = _count(opened, picked, "expected.rows", KEPT)
    extra = _count(opened, picked, KEPT, "expected.rows")
    if not missing and not extra:
        return None
    return DataError(
        f"example '{example.name}' of '{product.id}': {missing} expected rows did not come out,"
        f" {extra} came out that were not expected",
        code="Q601",
        do="mend the model, or correct the example",
        at=example.at,
    )


def _count(opened: Session, picked: str, one: str, other: str) -> int:
    sql = (
        f"select count(*) from (select {picked} from {one} except all select {picked} from {other})"
    )
    row = opened.connection.sql(sql).fetchone()
    return int(row[0]) if row else 0
