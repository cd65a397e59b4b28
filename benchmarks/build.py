"""A build against the same SQL run by hand in DuckDB, on the same input, in one run.

By hand means what an analyst would type: read the CSV as text, cast, run the same models, and
write each result as zstd Parquet; no contract, no checks, no quarantine, no versions. The ratio
is what declaring it all costs.

    python benchmarks/build.py [--rows 3000000] [--pairs 3]
"""

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path

import duckdb

from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.project import write_new

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
        open_workspace(place)
        pairs = [(time_build(place), time_by_hand(place)) for _ in range(said.pairs)]
    print(f"{said.rows:,} rows, {said.pairs} pairs after each other; seconds")
    print("| part | build | by hand | ratio, median (least to most) |")
    print("|---|---|---|---|")
    for part in ("whole", "models"):
        ours = [ours[part] for ours, _ in pairs]
        theirs = [theirs[part] for _, theirs in pairs]
        ratios = sorted(a / b for a, b in zip(ours, theirs, strict=True))
        middle = statistics.median(ratios)
        spread = f"{middle:.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        seconds = f"{statistics.median(ours):.2f} | {statistics.median(theirs):.2f}"
        print(f"| {part} | {seconds} | {spread} |")


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


def time_by_hand(place: Path) -> dict[str, float]:
    """Read, cast, model and write with DuckDB alone, as a script would."""
    out = place / "by_hand"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    with duckdb.connect() as connection:
        started = time.perf_counter()
        casts = ", ".join(
            f"cast({c} as {'varchar' if c in TEXT else 'bigint'}) as {c}" for c in COLUMNS["person"]
        )
        connection.execute("create schema library")
        source = f"read_csv('{place / 'inbox' / 'person.csv'}', all_varchar=true, header=true)"
        write(connection, out, "person", f"select {casts} from {source}")
        middle = time.perf_counter()
        for name, sql in MODELS.items():
            write(connection, out, name, sql)
        ended = time.perf_counter()
    return {"whole": ended - started, "models": ended - middle}


def write(connection: duckdb.DuckDBPyConnection, out: Path, name: str, sql: str) -> None:
    """One result as a file, read back from it by the next, as separate scripts would."""
    file = out / f"{name}.parquet"
    connection.execute(f"copy ({sql}) to '{file}' (format parquet, compression zstd)")
    connection.execute(f"create view library.{name} as from read_parquet('{file}')")


if __name__ == "__main__":
    main()
