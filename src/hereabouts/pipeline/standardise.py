"""`received`: bronze with corrections made, values mapped and markers set apart.

Bronze keeps every cell as it came; what a model and the contract read is this view of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hereabouts.engine.duckdb.session import Session
from hereabouts.errors import DataError
from hereabouts.model.place_in_file import decode_sql
from hereabouts.model.product import Column, Product, Source
from hereabouts.model.source import Correction
from hereabouts.model.sql import identifier, literal

RECEIVED = "received"
Wrap = Callable[[str, Source], str]


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a product: its name, and the way it was read."""

    name: str
    way: Source


def standardise(
    session: Session,
    product: Product,
    *,
    bronze: str,
    headings: Sequence[str],
    parts: Sequence[Part],
) -> tuple[str, ...]:
    """Define the view `received` over `bronze`.

    Args:
        session: sees `bronze`.
        product: its contract says which columns are markers; its corrections are made.
        bronze: table or view of `_row` and the headings, all text.
        headings: of bronze.
        parts: the files, in the order of their numbers in `_row`.

    Returns:
        The headings of `received`: those of bronze, and `<heading> marker` for each column whose
        absent values the contract says a marker explains.

    Raises:
        DataError: Q311 a correction finds nothing, or not the rows it expects; Q312 it is about
            a heading that is not there. All of them, at once.
    """
    _check(session, product, bronze, headings, parts)
    marked = _set_apart(product, headings)
    cells: list[str] = []
    for heading in headings:
        cell = _corrected(product, heading, parts)
        cell = _by_part(cell, parts, _mapping(heading))
        if heading in marked:
            name = identifier(marked[heading])
            cells.append(f"{_by_part(cell, parts, _marker)} as {name}")
            cell = _by_part(cell, parts, _without_markers)
        cells.append(f"{cell} as {identifier(heading)}")
    others = [name for name in ("_file", "_row") if name in _columns(session, bronze)]
    select = ", ".join([*others, *cells])
    session.connection.execute(
        f"create or replace view {RECEIVED} as select {select} from {identifier(bronze)} as b"
    )
    return (*headings, *marked.values())


def heading_of(product: Product, column: Column, headings: Sequence[str]) -> str:
    """The heading of `received` that a column of the contract is read from.

    A marker that the publisher does not send in a column of its own is set apart under a heading
    named for the column it explains.
    """
    marked = product.contract.column(column.marker_of or "")
    if marked is None or column.source_name != column.name or column.name in headings:
        return column.source_name
    return f"{marked.source_name} marker"


def _set_apart(product: Product, headings: Sequence[str]) -> dict[str, str]:
    """Heading of each column whose markers are set apart, and the heading they get."""
    found = {}
    for column in product.contract.columns:
        marked = product.contract.column(column.marker_of or "")
        heading = heading_of(product, column, headings)
        if marked and heading != column.source_name and marked.source_name in headings:
            found[marked.source_name] = heading
    return found


def _corrected(product: Product, heading: str, parts: Sequence[Part]) -> str:
    cell = f"b.{identifier(heading)}"
    for correction in product.corrections:
        if correction.column == heading:
            becomes = "null" if correction.becomes is None else literal(correction.becomes)
            found = _found(correction, parts, cell)
            cell = f"case when {found} then {becomes} else {cell} end"
    return cell


def _found(correction: Correction, parts: Sequence[Part], cell: str) -> str:
    conditions = [_is(cell, correction.find)]
    conditions += [
        _is(f"b.{identifier(name)}", value or None) for name, value in correction.where.items()
    ]
    if correction.file:
        numbers = [n for n, part in enumerate(parts) if part.name == correction.file]
        conditions.append(f"{decode_sql('b._row')['file']} = {numbers[0] if numbers else -1}")
    return " and ".join(conditions)


def _is(cell: str, value: str | None) -> str:
    return f"{cell} is null" if value is None else f"coalesce(trim({cell}), '') = {literal(value)}"


def _check(
    session: Session,
    product: Product,
    bronze: str,
    headings: Sequence[str],
    parts: Sequence[Part],
) -> None:
    wrong = [
        (correction, problem)
        for number, correction in enumerate(product.corrections)
        if (problem := _wrong(session, product, number, bronze, headings, parts))
    ]
    if not wrong:
        return
    first, _ = wrong[0]
    lines = "; ".join(f"{correction.at}: {problem}" for correction, problem in wrong)
    raise DataError(
        f"corrections of '{product.id}' do not find what they expect: {lines}",
        code="Q311",
        do="if the publisher has mended it, take the correction out; if the file changed, look at"
        " it and say what is to be found now",
        at=first.at,
    )


def _wrong(
    session: Session,
    product: Product,
    number: int,
    bronze: str,
    headings: Sequence[str],
    parts: Sequence[Part],
) -> str | None:
    """What is wrong with a correction, given that those before it have been made."""
    correction = product.corrections[number]
    missing = [name for name in (correction.column, *correction.where) if name not in headings]
    if missing:
        return f"there is no column '{missing[0]}'"
    row = session.connection.sql(
        f"select count(*) from {identifier(bronze)} as b"
        f" where {_found(correction, parts, f'b.{identifier(correction.column)}')}"
    ).fetchone()
    found = int(row[0]) if row else 0
    if correction.rows is None:
        return None if found else f"nothing in '{correction.column}' is as it expects"
    if found == correction.rows:
        return None
    return f"it expects {correction.rows:,} rows and finds {found:,}"


def _by_part(cell: str, parts: Sequence[Part], wrap: Wrap) -> str:
    """`cell` as each file's rules have it; without a question where all have the same."""
    wrapped = [wrap(cell, part.way) for part in parts]
    if len(set(wrapped)) == 1:
        return wrapped[0]
    number = decode_sql("b._row")["file"]
    cases = " ".join(f"when {n} then {one}" for n, one in enumerate(wrapped) if one != cell)
    return f"case {number} {cases} else {cell} end"


def _mapping(heading: str) -> Wrap:
    def mapped(cell: str, way: Source) -> str:
        pairs = way.values.get(heading)
        if not pairs:
            return cell
        whens = " ".join(
            f"when {literal(a.strip())} then {literal(b) if b else 'null'}"
            for a, b in pairs.items()
        )
        return f"case trim({cell}) {whens} else {cell} end"

    return mapped


def _marker(cell: str, way: Source) -> str:
    if not way.markers:
        return "cast(null as varchar)"
    whens = " ".join(f"when {literal(a)} then {literal(b)}" for a, b in way.markers.items())
    return f"case trim({cell}) {whens} end"


def _without_markers(cell: str, way: Source) -> str:
    if not way.markers:
        return cell
    listed = ", ".join(map(literal, way.markers))
    return f"case when trim({cell}) in ({listed}) then null else {cell} end"


def _columns(session: Session, table: str) -> tuple[str, ...]:
    return tuple(session.connection.table(table).columns)
