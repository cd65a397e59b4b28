"""From the rows of a file to rows with the headings a contract knows, in SQL."""

import re
from collections.abc import Sequence
from dataclasses import replace

import duckdb

from hereabouts.errors import SourceError
from hereabouts.model.place_in_file import in_column
from hereabouts.model.product import Source
from hereabouts.model.source import Reshape, Unpivot
from hereabouts.model.sql import identifier, literal
from hereabouts.sources.headings import RESERVED
from hereabouts.sources.naming import file_name
from hereabouts.sources.rows import Rows

_ROW = identifier(RESERVED)
MOST_LISTED = 8


def reshape(rows: Rows, way: Source, *, connection: duckdb.DuckDBPyConnection) -> Rows:
    """Rename, fill down, leave out what is no data, turn columns into rows, and add constants.

    Args:
        rows: as they stand in the file.
        way: how the file is laid out.
        connection: where the relation lives.

    Shape:
        `_row` is the row of the file, or the place of a cell where columns became rows.

    Raises:
        SourceError: S221 a heading that the layout names is not in the file; S222 a column
            stands where none of its kind should.
    """
    asked = way.reshape
    if asked == Reshape():
        return rows
    _refuse_missing(rows.headings, way)
    named = [asked.columns.get(heading, heading) for heading in rows.headings]
    sql = _renamed(rows, named, asked)
    headings: Sequence[str] = named
    if asked.unpivot:
        sql, headings = _unpivoted(sql, named, asked.unpivot, way)
    constants = [f"{literal(v)} as {identifier(h)}" for h, v in asked.constants.items()]
    kept = [heading for heading in headings if heading not in asked.constants]
    chosen = ", ".join([_ROW, *map(identifier, kept), *constants])
    return replace(
        rows,
        relation=connection.sql(f"select {chosen} from ({sql}) as reshaped"),
        headings=(*kept, *asked.constants),
    )


def _refuse_missing(headings: Sequence[str], way: Source) -> None:
    """Every heading a layout cannot do without is there; the contract asks for the others."""
    asked = way.reshape
    named = {asked.columns.get(heading, heading) for heading in headings}
    spoken = [*asked.fill_down, *asked.keep_rows_with, *asked.drop_rows]
    spoken += asked.unpivot.keep if asked.unpivot else ()
    missing = [name for name in dict.fromkeys(spoken) if name not in named]
    if missing:
        raise SourceError(
            f"'{file_name(way)}' has no column {_listed(missing)}",
            code="S221",
            do="correct the headings in source.yml, or describe the new layout under `layouts`",
            at=way.at,
        )


def _renamed(rows: Rows, named: Sequence[str], asked: Reshape) -> str:
    relation = rows.relation.sql_query()
    cells = [
        _filled(heading, ours in asked.fill_down) + f" as {identifier(ours)}"
        for heading, ours in zip(rows.headings, named, strict=True)
    ]
    where = [f"{identifier(heading)} is not null" for heading in asked.keep_rows_with]
    for heading, words in asked.drop_rows.items():
        listed = ", ".join(literal(word.strip().casefold()) for word in words)
        name = identifier(heading)
        where.append(f"({name} is null or lower(trim({name})) not in ({listed}))")
    filtered = f" where {' and '.join(where)}" if where else ""
    picked = f"select {_ROW}, {', '.join(cells)} from ({relation}) as file"
    return f"select * from ({picked}) as named{filtered}"


def _filled(heading: str, fill: bool) -> str:  # noqa: FBT001  one question, asked of each column
    name = identifier(heading)
    return f"last_value({name} ignore nulls) over (order by {_ROW})" if fill else name


def _unpivoted(
    sql: str, named: Sequence[str], asked: Unpivot, way: Source
) -> tuple[str, tuple[str, ...]]:
    """An empty cell stays a row without a value: nothing says that it was not meant."""
    turned = [name for name in named if name not in {*asked.keep, *asked.leave}]
    _refuse_strange(turned, asked, way)
    joint = way.options.get("heading_joint", " ")
    number = f"list_position([{', '.join(map(literal, named))}], turned_name)"
    split = [f"split_part(turned_name, {literal(joint)}, {n})" for n in range(1, 9)]
    parts = split if len(asked.into) > 1 else ["turned_name"]
    into = [f"{part} as {identifier(n)}" for part, n in zip(parts, asked.into, strict=False)]
    kept = [identifier(name) for name in asked.keep]
    place, value = (
        f"{in_column(_ROW, number)} as {_ROW}",
        f"turned_value as {identifier(asked.value)}",
    )
    columns = ", ".join([place, *kept, *into, value])
    source = ", ".join([_ROW, *kept, *map(identifier, turned)])
    pivoted = (
        f"from (select {source} from ({sql}) as wide) unpivot include nulls"
        f" (turned_value for turned_name in ({', '.join(map(identifier, turned))}))"
    )
    return f"select {columns} {pivoted}", (*asked.keep, *asked.into, asked.value)


def _refuse_strange(turned: Sequence[str], asked: Unpivot, way: Source) -> None:
    fits = re.compile(asked.match or ".*", re.DOTALL)
    strange = [name for name in turned if not fits.fullmatch(name)]
    if strange or not turned:
        what = f"{_listed(strange)} stand where" if strange else "no columns stand where"
        raise SourceError(
            f"in '{file_name(way)}' {what} columns of '{' and '.join(asked.into)}' should",
            code="S222",
            do="if it is a new column, add it to `keep` or `leave` under `unpivot`; if the layout "
            "changed, describe the new one under `layouts`",
            at=way.at,
        )


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_LISTED} more" if len(names) > MOST_LISTED else ""
    return ", ".join(f"'{name}'" for name in names[:MOST_LISTED]) + more
