"""Every observation of a country's small areas, against one query written by hand in DuckDB.

35,672 areas by 100 indicators by 5 periods. Ours makes each value, its 95% limits (exact below
10 events, Byar's above), its comparison with the whole country at 95 and 99.8%, and its marker,
and writes them as a version of the lake's table. By hand is one DuckDB query that makes only
the value and Byar's limits, and writes them as Parquet. Each runs in a process of its own.

    python benchmarks/observations.py [--areas 35672] [--indicators 100] [--periods 5] [--pairs 3]
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from hereabouts.errors import Location
from hereabouts.indicators.observe import observe
from hereabouts.indicators.setting import Setting
from hereabouts.lake.tables import Lake
from hereabouts.model.indicator import Indicator, Measure, Method, PeriodOf, Polarity
from hereabouts.model.place import Benchmark
from hereabouts.pipeline.make_observations import rows_of

AT = Location("benchmark")
ENGLAND = Benchmark(name="england", title="England", code="E92000001", begins=("E",), at=AT)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--areas", type=int, default=35_672)
    parser.add_argument("--indicators", type=int, default=100)
    parser.add_argument("--periods", type=int, default=5)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--run", choices=("ours", "by_hand"))
    parser.add_argument("--folder", type=Path)
    said = parser.parse_args()
    if said.run:
        one(said.run, said.folder, said.indicators)
        return
    with tempfile.TemporaryDirectory() as scratch:
        make_input(Path(scratch), said.areas, said.indicators, said.periods)
        kinds = ("ours", "by_hand")
        rounds = [{k: apart(k, scratch, said.indicators) for k in kinds} for _ in range(said.pairs)]
    report(rounds, said.areas * said.indicators * said.periods)


def report(rounds: list[dict[str, dict[str, float]]], observations: int) -> None:
    ratios = sorted(r["ours"]["seconds"] / r["by_hand"]["seconds"] for r in rounds)
    print(f"{observations:,} observations, {len(rounds)} rounds, each after the other")
    print("| what | rows | seconds, median | memory, most |")
    print("|---|---|---|---|")
    for kind in ("ours", "by_hand"):
        seconds = statistics.median(r[kind]["seconds"] for r in rounds)
        memory = max(r[kind]["gigabytes"] for r in rounds)
        print(f"| {kind} | {rounds[0][kind]['rows']:,} | {seconds:.1f} | {memory:.2f} GB |")
    print(
        f"ratio, median (least to most): {statistics.median(ratios):.2f}"
        f" ({ratios[0]:.2f} to {ratios[-1]:.2f})"
    )


def apart(kind: str, folder: str, indicators: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--run", kind, "--folder", folder]
    command += ["--indicators", str(indicators)]
    found = subprocess.run(command, check=True, capture_output=True, text=True)
    measured: dict[str, float] = json.loads(found.stdout)
    return measured


def one(kind: str, folder: Path, indicators: int) -> None:
    started = time.perf_counter()
    rows = ours(folder, indicators) if kind == "ours" else by_hand(folder, indicators)
    seconds = time.perf_counter() - started
    gigabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(json.dumps({"rows": rows, "seconds": seconds, "gigabytes": gigabytes}))


def make_input(folder: Path, areas: int, indicators: int, periods: int) -> None:
    """Made-up counts: a third of the indicators are of rare events, most of them under 10."""
    counts = ", ".join(
        f"(hash(a * 31 + p * 7 + {n}) % {(8, 60, 400)[n % 3]})::bigint as n{n}"
        for n in range(indicators)
    )
    with duckdb.connect() as connection:
        connection.execute(f"""
            copy (
                select 'E0' || lpad((1000000 + a)::varchar, 7, '0') as lsoa21,
                       make_date(2019 + p::int, 1, 1) as start_on,
                       make_date(2020 + p::int, 1, 1) as ends_on,
                       (1000 + hash(a + p) % 2000)::bigint as people, {counts}
                from range({areas}) as t(a), range({periods}) as s(p)
            ) to '{folder / "counts.parquet"}' (format parquet)""")


def indicator(number: int) -> Indicator:
    return Indicator(
        theme="benchmark",
        name=f"n{number:03}",
        title="Events",
        short_title="Events",
        why="To measure.",
        method=Method.CRUDE_RATE,
        numerator=Measure(product="made_up.counts", sum=f"n{number}", where=None),
        denominator=Measure(product="made_up.counts", sum="people", where=None),
        area_type="lsoa21",
        area_column="lsoa21",
        period=PeriodOf(start_column="start_on", end_column="ends_on"),
        breakdown=None,
        multiplier=100_000.0,
        unit="per 100,000",
        decimals=1,
        better=Polarity.LOWER,
        area_types=("lsoa21",),
        policy="none",
        missing_areas_at_most=0.0,
        confidence=0.95,
        compare_to="england",
        at=AT,
    )


def ours(folder: Path, indicators: int) -> int:
    source = folder / "counts.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"""
            create schema place; create schema made_up;
            create view made_up.counts as from '{source}';
            create table place.areas as select 'lsoa21' as area_type, lsoa21 as area_code,
                lsoa21 as area_name, 1 as number from (select distinct lsoa21 from '{source}');
            create table place.members as
                select area_type, area_code, area_code as base_code from place.areas;
            create table place.parents (area_type varchar, area_code varchar,
                parent_type varchar, parent_code varchar)""")
        blocks = observe(
            connection,
            [indicator(number) for number in range(indicators)],
            setting=Setting(base_type="lsoa21", benchmarks={"england": ENGLAND}),
        )
        written = Lake(folder / "lake").write("observations", rows_of(connection, blocks), facts={})
    return counted(f"read_parquet({list(written.files)})")


def by_hand(folder: Path, indicators: int) -> int:
    columns = ", ".join(f"n{number}" for number in range(indicators))
    z = "1.959963984540054"
    target = folder / "by_hand.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"""
            copy (
                select indicator, 'lsoa21' as area_type, lsoa21 as area_code,
                       start_on as period_start, ends_on as period_end, 'all' as breakdown,
                       'all' as category, n::double as numerator, people::double as denominator,
                       100000.0 * n / people as value,
                       100000.0 * case when n = 0 then 0 else
                           n * (1 - 1 / (9.0 * n) - {z} / (3 * sqrt(n))) ** 3 end / people as lower,
                       100000.0 * (n + 1) * (1 - 1 / (9.0 * (n + 1)) + {z} / (3 * sqrt(n + 1))) ** 3
                           / people as upper,
                       null::varchar as marker
                from (unpivot (from '{folder / "counts.parquet"}') on {columns}
                      into name indicator value n)
            ) to '{target}' (format parquet, compression zstd, row_group_size 500000)""")
    return counted(f"'{target}'")


def counted(table: str) -> int:
    row = duckdb.sql(f"select count(*) from {table}").fetchone()
    return int(row[0]) if row else 0


if __name__ == "__main__":
    main()
