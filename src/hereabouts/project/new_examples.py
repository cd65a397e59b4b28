"""The examples.yml of a new product: rows of the file when it is open, else rows made up."""

from collections.abc import Iterator, Mapping

from hereabouts.model.proposal import ProposedColumn
from hereabouts.project.new_plan import NewProduct
from hereabouts.project.new_yaml import in_flow, scalar

HEADER = "# yaml-language-server: $schema=../../../.hereabouts/schema/examples.json"
Row = Mapping[str, str]
_MADE_UP_DATES = {
    "": ("2001-01-01", "2002-01-01"),
    "year": ("2001", "2002"),
    "financial_year": ("2001/02", "2002/03"),
    "academic_year": ("2001/02", "2002/03"),
    "quarter": ("Q1 2001", "Q2 2001"),
    "month": ("January 2001", "February 2001"),
    "day": ("1 January 2001", "2 January 2001"),
    "excel_serial": ("36892", "36893"),
}
_MADE_UP = {
    "integer": ("1", "2"),
    "number": ("1.5", "2.5"),
    "boolean": ("true", "false"),
    "timestamp": ("2001-01-01 09:00:00", "2001-01-02 09:00:00"),
}


def examples_text(product: NewProduct) -> str:
    """`examples.yml`: a few rows as received, and as they come out."""
    columns = [c for c in product.proposal.columns if c.type != "geometry" and not c.marker_of]
    is_real = product.sensitivity == "open" and bool(product.proposal.sample)
    given = list(product.proposal.sample) if is_real else [_made_up(columns, n) for n in (0, 1)]
    kind = "Rows of the file" if is_real else "Rows made up in the shape of the file"
    lines = [
        HEADER,
        "examples:",
        f"  - name: {kind} become rows of the product",
        "    given:",
        "      received:",
        *(_row({c.heading: row.get(c.heading, "") for c in columns}, 8) for row in given),
        "    expect:",
        *(_row(_expected(row, product), 6) for row in given),
    ]
    return "\n".join(lines) + "\n"


def _made_up(columns: list[ProposedColumn], number: int) -> dict[str, str]:
    return {column.heading: _value(column, number) for column in columns}


def _value(column: ProposedColumn, number: int) -> str:
    if column.type == "date":
        return _MADE_UP_DATES.get(column.format, _MADE_UP_DATES[""])[number]
    if column.pattern:
        return f"E0000000{number + 1}"
    return _MADE_UP.get(column.type, ("Example A", "Example B"))[number]


def _expected(row: Row, product: NewProduct) -> dict[str, str]:
    """The same row as the product has it: a marker stands beside a value that is not there."""
    markers = product.proposal.options.get("markers", {})
    known = markers if isinstance(markers, Mapping) else {}
    marked = {c.marker_of: c.name for c in product.proposal.columns if c.marker_of}
    out: dict[str, str] = {}
    for column in product.proposal.columns:
        if column.type == "geometry" or column.marker_of:
            continue
        cell = row.get(column.heading, "").strip()
        if column.name in marked and cell in known:
            out[marked[column.name]] = str(known[cell])
        elif cell:
            out[column.name] = cell
    return out


def _row(row: Row, indent: int) -> str:
    cells: Iterator[str] = (f"{scalar(k)}: {in_flow(v)}" for k, v in row.items() if v)
    return f"{' ' * indent}- {{{', '.join(cells)}}}"
