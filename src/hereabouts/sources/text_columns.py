"""Typed columns as text, the same text whatever kind of file they came from."""

from hereabouts.model.sql import identifier

EXACT = 1 << 53  # whole numbers up to here are exact as a double


def as_text(name: str, *, kind: str) -> str:
    """SQL for a column of DuckDB type `kind` as text: empty is null, 12.0 is 12, NaN is null."""
    column = identifier(name)
    text = f"cast({column} as varchar)"
    if kind in {"FLOAT", "DOUBLE"}:
        whole = f"{column} = trunc({column}) and abs({column}) <= {EXACT}"
        return (
            f"case when isnan({column}) then null "
            f"when {whole} then cast(cast({column} as bigint) as varchar) else {text} end"
        )
    return f"nullif({text}, '')"


def as_wkb(name: str, *, kind: str) -> str:
    """SQL for a geometry column as well-known binary."""
    column = identifier(name)
    return column if kind == "BLOB" else f"st_aswkb({column})"
