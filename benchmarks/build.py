"""A build against the same SQL run by hand in DuckDB, on the same input, in one run.

Three comparisons, each the whole of a first build:

* models: the derived products alone, against their SELECTs run by hand and written as Parquet;
* same SQL: everything, against the same statements by hand: the CSV kept as text, typed,
  checked and written, without versions, quarantine, records or lineage;
* bare: everything, against what an analyst would type instead: read, cast, run the models,
  write; no copy of what was received and no check. What declaring it all costs.

    python benchmarks/build.py [--rows 3000000] [--pairs 3]
"""

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path

import duckdb

from hereabouts.model.product import Product
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.project import write_new
from hereabouts.quality.row_checks import row_checks
from hereabouts.quality.typing import typed_select

MODELS = {
    "band": """
        select area_code, age // 5 as band, sex, count(*) as people, sum(visits) as visits
        from library.person group by area_code, age // 5, sex""",
    "ranked": """
        select area_code, people, visits,
               rank() over (order by visits desc, area_code) as visits_rank
        from (select area_code, cast(sum(people) as bigint) as people,
                     cast(sum(visits) as bigint) as visits
              from library.band group by area_code) as areas""",
}
COLUMNS = {
    "person": ("person_id", "area_code", "age", "sex", "visits"),
    "band": ("area_code", "band", "sex", "people", "visits"),
    "ranked": ("area_code", "people", "visits", "visits_rank"),
}
KEYS = {"person": ("person_id",), "band": ("area_code", "band", "sex"), "ranked": ("area_code",)}
TEXT = {"area_code", "sex"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=3_000_000)
    parser.add_argument("--pairs", type=int, default=3)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = make_place(Path(scratch), said.rows)
        rounds = [
            (
                time_build(place),
                time_by_hand(place, checked=True),
                time_by_hand(place, checked=False),
            )
            for _ in range(said.pairs)
        ]
    print(f"{said.rows:,} rows, {said.pairs} rounds, each after the other; seconds")
    print("| what | build | by hand | ratio, median (least to most) |")
    print("|---|---|---|---|")
    row("models", [(ours["models"], bare["models"]) for ours, _, bare in rounds])
    row("same SQL", [(ours["whole"], same["whole"]) for ours, same, _ in rounds])
    row("bare", [(ours["whole"], bare["whole"]) for ours, _, bare in rounds])


def row(what: str, pairs: list[tuple[float, float]]) -> None:
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    spread = f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
    print(f"| {what} | {ours:.2f} | {theirs:.2f} | {spread} |")


def make_place(scratch: Path, rows: int) -> Path:
    place = scratch / "place"
    write_new(place, starter="blank")
    with duckdb.connect() as connection:
        connection.execute(f"""
            copy (select range as person_id, 'E0199' || lpad((hash(range) % 33755)::varchar, 4, '0')
                    as area_code,
                    (hash(range * 7) % 100)::int as age,
                    case when hash(range * 3) % 2 = 0 then 'F' else 'M' end as sex,
                    (hash(range * 11) % 6)::int as visits
                  from range({rows}))
            to '{place / "inbox" / "person.csv"}' (header)""")
    for name in COLUMNS:
        folder = place / "products" / "library" / name
        folder.mkdir(parents=True)
        (folder / "contract.odcs.yaml").write_text(contract(name))
        if name == "person":
            (folder / "source.yml").write_text("kind: csv\npath: inbox/person.csv\n")
        else:
            (folder / "model.sql").write_text(MODELS[name])
    return place


def contract(name: str) -> str:
    properties = "\n".join(
        f"      - {{name: {column}, logicalType: {'string' if column in TEXT else 'integer'},"
        f" required: true, primaryKey: {'true' if column in KEYS[name] else 'false'}}}"
        for column in COLUMNS[name]
    )
    return f"""apiVersion: v3.2.0
kind: DataContract
id: library-{name}
name: {name}
version: 1.0.0
status: active
domain: library
description: {{purpose: A benchmark., limitations: Made up., usage: None.}}
team:
  name: Benchmark
  members:
    - {{username: data@example.org, role: owner}}
schema:
  - name: {name}
    logicalType: object
    dataGranularityDescription: One row per {" and ".join(KEYS[name])}
    properties:
{properties}
customProperties:
  - {{property: sensitivity, value: open}}
  - {{property: synthetic, value: true}}
"""


def time_build(place: Path) -> dict[str, float]:
    """A first build of everything, and of it the part spent in derived products."""
    shutil.rmtree(place / ".hereabouts", ignore_errors=True)
    workspace = open_workspace(place)
    started = time.perf_counter()
    built = build(workspace, progress=Silent())
    whole = time.perf_counter() - started
    if built.errors:
        raise SystemExit(str(built.errors[0]))
    seconds = {record.step: record.seconds for record in built.records}
    ours = {f"library.{name}" for name in COLUMNS}
    others = sum(s for step, s in seconds.items() if step not in ours)
    return {"whole": whole - others, "models": sum(seconds[f"library.{n}"] for n in MODELS)}


def time_by_hand(place: Path, *, checked: bool) -> dict[str, float]:
    """Read, type, model and write with DuckDB alone, as a script would."""
    out = place.parent / "by_hand"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    products = open_workspace(place).project.products
    with duckdb.connect() as connection:
        connection.execute("create schema library")
        started = time.perf_counter()
        source = f"read_csv('{place / 'inbox' / 'person.csv'}', all_varchar=true, header=true)"
        if checked:
            write(
                connection, out, "received", f"select row_number() over () as _row, * from {source}"
            )
            write_checked(connection, out, products["library.person"], "library.received")
        else:
            casts = ", ".join(
                f"cast({c} as {'varchar' if c in TEXT else 'bigint'}) as {c}"
                for c in COLUMNS["person"]
            )
            write(connection, out, "person", f"select {casts} from {source}")
        middle = time.perf_counter()
        for name, sql in MODELS.items():
            if checked:
                view = (
                    f"create view library.{name}_offered as select row_number() over () as _row, *"
                )
                connection.execute(f"{view} from ({sql})")
                write_checked(
                    connection, out, products[f"library.{name}"], f"library.{name}_offered"
                )
            else:
                write(connection, out, name, sql)
        ended = time.perf_counter()
    return {"whole": ended - started, "models": ended - middle}


def write_checked(
    connection: duckdb.DuckDBPyConnection, out: Path, product: Product, offered: str
) -> None:
    """The statements a build runs for one product."""
    found = connection.sql(f"from {offered}")
    types = {c: str(t).lower() for c, t in zip(found.columns, found.types, strict=True)}
    typed = typed_select(product.contract, offered, types)
    connection.execute(f"create or replace table typed as {typed}")
    for check in row_checks(product.contract, relation="typed"):
        connection.execute(f"select count(*) from ({check.sql})").fetchall()
    names = ", ".join(column.name for column in product.contract.columns)
    write(connection, out, product.name, f"select {names} from typed")


def write(connection: duckdb.DuckDBPyConnection, out: Path, name: str, sql: str) -> None:
    """One result as a file, read back from it by the next, as separate scripts would."""
    file = out / f"{name}.parquet"
    connection.execute(f"copy ({sql}) to '{file}' (format parquet, compression zstd)")
    connection.execute(f"create view library.{name} as from read_parquet('{file}')")


if __name__ == "__main__":
    main()
