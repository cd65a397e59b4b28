"""DuckDB alone from a large CSV to a checked table; prints how many rows broke each rule.

python benchmarks/rivals/acquire_duckdb.py PLACE MEMORY checked|bare
"""

import json
import sys
from pathlib import Path

import duckdb

PATTERN = "^[EW][0-9]{8}$"
SETTINGS = ["clinic", "home", "hospital", "online"]
TYPES = {
    "area_code": "VARCHAR",
    "day": "DATE",
    "patients": "BIGINT",
    "staff": "BIGINT",
    "mean_wait": "DOUBLE",
    "setting": "VARCHAR",
    "provider": "VARCHAR",
    "note": "VARCHAR",
}
#: The rules of the contract as DuckDB's conditions, after its reader has taken care of the types.
BROKEN = {
    "patients filled": "patients is null",
    "patients range": "patients not between 0 and 5000",
    "setting": f"setting not in ({', '.join(map(repr, SETTINGS))})",
    "pattern": f"not regexp_matches(area_code, '{PATTERN}')",
    "reference": "area_code not in (select area_code from area)",
    "key": "(area_code, day) in (from repeated)",
}


def main() -> None:
    place, memory, what = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    print(json.dumps(checked(place, memory) if what == "checked" else bare(place, memory)))


def checked(place: Path, memory: str) -> dict[str, int]:
    """One pass of the reader into a table, one for the rules, one for the key, one to write."""
    with opened(place, memory) as connection:
        connection.execute(
            f"create table visits as from {reader(place)}"
            f" ; create table area as select area_code from read_csv('{place}/inbox/area.csv')"
            " ; create table repeated as select area_code, day from visits group by all"
            " having count(*) > 1"
        )
        sums = ", ".join(f"count(*) filter ({broken})" for broken in BROKEN.values())
        found = connection.execute(f"select {sums} from visits").fetchall()[0]
        good = " and ".join(f"coalesce(not ({broken}), true)" for broken in BROKEN.values())
        kept = write(connection, place, f"from visits where {good}")
        return dict(zip(BROKEN, found, strict=True)) | refused(connection) | {"kept": kept}


def bare(place: Path, memory: str) -> dict[str, int]:
    with opened(place, memory) as connection:
        return {"kept": write(connection, place, f"from {reader(place)}")}


def opened(place: Path, memory: str) -> duckdb.DuckDBPyConnection:
    (place / "out").mkdir()
    return duckdb.connect(
        config={"threads": 2, "memory_limit": memory, "temp_directory": str(place / "out" / "tmp")}
    )


def reader(place: Path) -> str:
    return (
        f"read_csv('{place}/inbox/visits.csv', header=true, auto_detect=false, delim=',',"
        f" columns={TYPES}, store_rejects=true, rejects_limit=0)"
    )


def refused(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """What the reader itself refused: by column, or for want of columns."""
    rows = connection.execute(
        "select error_type::varchar, column_name, count(*) from reject_errors group by all"
    ).fetchall()
    named = {"patients": "patients type"}
    return {
        named.get(column, column) if kind == "CAST" else "unreadable": number
        for kind, column, number in rows
    }


def write(connection: duckdb.DuckDBPyConnection, place: Path, sql: str) -> int:
    file = place / "out" / "visits.parquet"
    copied = connection.execute(f"copy ({sql}) to '{file}' (format parquet, compression zstd)")
    return int(copied.fetchall()[0][0])


if __name__ == "__main__":
    main()
