"""National data, from declarations alone: the YAML and SQL in `national/`, built and released.

    python benchmarks/national_runs.py --data FOLDER [--run imd] [--keep FOLDER]

A run lays its folders over each other as one project, runs `hereabouts lint`, `build` and
`release` on it, each in a process of its own, and prints Markdown: seconds, the most memory, what
was carried between areas, and the tables of `national/figures`, which are SQL over the release
and the products. docs/explanation/national-runs.md has them.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb

from hereabouts.engine.duckdb.session import scan
from hereabouts.lake.tables import Lake
from hereabouts.model.policy import Audience
from hereabouts.model.sql import identifier, literal, qualified
from hereabouts.project import load
from hereabouts.release.reader import latest

DECLARED = Path(__file__).parent / "national"
DATA = "HEREABOUTS_SHARED_DATA"

#: A run, and the folders that make its project; a later one's file stands for an earlier one's.
RUNS = {
    "imd": ("areas", "deprivation", "imd"),
    "census": ("areas", "larger_areas", "deprivation", "census_age", "census"),
    "population": ("areas", "older_areas", "census_age", "population"),
    "fixmystreet": ("areas", "older_areas", "census_age", "fixmystreet"),
}
CARRIED = ("product", "areas", "became", "shared out", "of the count, %", "off by (WMAPE), %")
_MEASURED = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", choices=RUNS, action="append")
    parser.add_argument("--keep", type=Path, help="keep the projects in this folder")
    said = parser.parse_args()
    for run in said.run or RUNS:
        with tempfile.TemporaryDirectory() as scratch:
            project = lay_out(run, (said.keep or Path(scratch)) / run)
            print(f"\n## {run}\n")
            commands = ("lint", "build", "release")
            taken = [measured(command, project, said.data.resolve()) for command in commands]
            table(("command", "seconds", "most memory, MB"), taken)
            print_figures(run, project)


def lay_out(run: str, project: Path) -> Path:
    """Make the project folder of a run."""
    for folder in RUNS[run]:
        shutil.copytree(DECLARED / folder, project, dirs_exist_ok=True)
    return project


def measured(command: str, project: Path, data: Path) -> tuple[str, float, int]:
    """Run a command of hereabouts: seconds by the clock, and the most memory."""
    ours = [str(Path(sys.executable).with_name("hereabouts")), command, "-C", str(project)]
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *ours],
        env={**os.environ, DATA: str(data)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{command} failed:\n{done.stdout}{done.stderr}")
    seconds = round(time.perf_counter() - started, 1)
    return f"`hereabouts {command}`", seconds, int(done.stdout.split()[-1]) // 1024


def print_figures(run: str, project: Path) -> None:
    """Print what was carried between areas, and each table of `national/figures`."""
    with opened(project) as connection:
        folder = latest(project, audience=Audience.OPEN).folder
        if rows := list(_carried(folder)):
            print("\nCarried between areas\n")
            table(CARRIED, rows)
        for file in sorted((DECLARED / "figures" / run).glob("*.sql")):
            title, _, sql = file.read_text("utf-8").partition("\n")
            print_query(connection, title.removeprefix("-- "), sql)


def _carried(folder: Path) -> Iterator[tuple[Any, ...]]:
    """What a release says of each product that was carried from other areas."""
    for product in json.loads((folder / "release.json").read_text("utf-8"))["products"]:
        if said := product.get("conversion"):
            areas = [said[f"areas_{which}"] for which in ("before", "after", "apportioned")]
            shares = (said["share_apportioned"], said["wmape_apportioned"])
            yield product["id"], *areas, *(s if s is None else round(100 * s, 1) for s in shares)


def opened(project: Path) -> duckdb.DuckDBPyConnection:
    """A connection that sees the newest open release, and each product by its name."""
    folder = latest(project, audience=Audience.OPEN).folder
    connection = duckdb.connect()
    connection.execute(f"attach {literal(str(folder / 'serve.duckdb'))} as served (read_only)")
    lake = Lake(project / ".hereabouts" / "lake")
    for product in load(project).products.values():
        connection.execute(f"create schema if not exists memory.{identifier(product.domain)}")
        table_ = scan(lake.open(f"{product.layer}/{product.domain}/{product.name}"))
        connection.execute(f"create view memory.{qualified(product.id)} as {table_}")
    connection.execute("set search_path = 'memory,served'")
    return connection


def print_query(connection: duckdb.DuckDBPyConnection, title: str, sql: str) -> None:
    found = connection.sql(sql)
    print(f"\n{title}\n")
    table(found.columns, found.fetchall())


def table(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print a Markdown table."""
    print(f"| {' | '.join(headings)} |\n|{'---|' * len(headings)}")
    for row in rows:
        print(f"| {' | '.join(map(_cell, row))} |")


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) and abs(value) > 9999 else str(value)


if __name__ == "__main__":
    main()
