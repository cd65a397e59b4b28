"""The rows at fault as the supplier sent them, each cell that is at fault marked."""

from collections.abc import Iterator, Sequence

from hereabouts.model.sql import identifier
from hereabouts.pipeline.supplier_report.findings import BadCell, Fault, RowAtFault
from hereabouts.pipeline.supplier_report.judging import Judgement
from hereabouts.sources.rows import Rows

MOST_COPIED = 500_000  # cells in a copy
LONGEST_COPIED = 2_000  # characters of a cell


def copied_rows(
    found: Judgement, sent: Rows, cells: Sequence[BadCell], faults: Sequence[Fault]
) -> tuple[RowAtFault, ...]:
    """A copy of each row that has one of `cells`, in the order of the file.

    A line that could not be read has no cells, and is not copied. At most `MOST_COPIED` cells.
    """
    by_row: dict[int, list[BadCell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    wanted = list(by_row)[: max(1, MOST_COPIED // max(1, len(sent.headings)))]
    if not wanted:
        return ()
    connection = found.session.connection
    connection.execute(
        "create or replace temp table wanted_rows as select unnest($1::bigint[]) as _row", [wanted]
    )
    columns = ", ".join(_text(sent, heading) for heading in sent.headings)
    rows = connection.sql(
        f"select _row, {columns} from ({sent.relation.sql_query()}) as sent"
        " where _row in (select _row from wanted_rows) order by _row"
    ).fetchall()
    return tuple(_row(line, by_row[int(line[0])], sent.headings, faults) for line in rows)


def _text(sent: Rows, heading: str) -> str:
    name = identifier(heading)
    kinds = dict(zip(sent.relation.columns, map(str, sent.relation.types), strict=True))
    return "null" if kinds[heading] == "BLOB" else f"left({name}::varchar, {LONGEST_COPIED})"


def _row(
    line: Sequence[object],
    bad: Sequence[BadCell],
    headings: Sequence[str],
    faults: Sequence[Fault],
) -> RowAtFault:
    places = {heading: place for place, heading in enumerate(headings)}
    return RowAtFault(
        row=int(str(line[0])),
        cells=tuple(None if cell is None else str(cell) for cell in line[1:]),
        bad=frozenset(places[cell.heading] for cell in bad if cell.heading in places),
        words="; ".join(_words(bad, faults)),
    )


def _words(bad: Sequence[BadCell], faults: Sequence[Fault]) -> Iterator[str]:
    yield from dict.fromkeys(faults[cell.fault].rule for cell in bad)
