"""A large CSV into checked tables: Hereabouts, DuckDB alone, and pandas, in one run.

The file is made here, the same every time: a row for each of 36,000 areas and day, eight columns,
bad rows among them. Each contender is a process of its own, so that its peak of memory is its
own, and has the file to type, check and write. DuckDB alone has two threads, ours every core.

* hereabouts: a first build: hashed, kept, looked at line by line, kept as text, checked, written
  as a version, with its bad rows in quarantine;
* duckdb, checks: read_csv with declared types and the same checks in SQL, written as Parquet;
* duckdb, bare: read_csv with declared types, written as Parquet; what it cannot read is dropped;
* pandas: read_csv in blocks and the same checks, the key's across all blocks; written as Parquet
  through DuckDB, for want of pyarrow.

Those that check must find every planted row and keep all the others, or the run fails.

    python benchmarks/acquire.py [--rows 4000000] [--rounds 3] [--memory 2GB] [--only NAME ...]
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.project import write_new

AREAS = 36_000
SETTINGS = ("clinic", "home", "hospital", "online")
#: One fault a line: what is planted, how often, and what a line looks like. `good` is its number.
PLANTED = {
    "unreadable": (4, "{area},1990-01-09,5"),
    "day": (7, "{area},31/02/2020,10,5,12.5,home,Trust 1,late"),
    "patients type": (5, "{area},1990-01-01,many,5,12.5,home,Trust 1,late"),
    "patients filled": (8, "{area},1990-01-02,,5,12.5,home,Trust 1,late"),
    "patients range": (11, "{area},1990-01-03,9999,5,12.5,home,Trust 1,late"),
    "mean_wait": (9, "{area},1990-01-04,10,5,soon,home,Trust 1,late"),
    "setting": (6, "{area},1990-01-05,10,5,12.5,Ward 5,Trust 1,late"),
    "pattern": (3, "X{good:08d},1990-01-06,10,5,12.5,home,Trust 1,late"),
    "reference": (4, "E0{good:07d},1990-01-07,10,5,12.5,home,Trust 1,late"),
    "key": (10, "{area},1990-01-08,1,1,1,home,Trust 1,\n{area},1990-01-08,2,1,1,home,Trust 1,"),
}
#: Rows that break each rule. An area that does not look like one is in no list of areas either.
EXPECTED = {name: number for name, (number, _) in PLANTED.items()} | {"reference": 7, "key": 20}
#: Our rules' words, as the others call them.
WORDS = {
    "unreadable": "unreadable line",
    "day": "'day' must be a date, such as 2024-03-31",
    "patients type": "'patients' must be a whole number, such as 1234",
    "patients filled": "'patients' must be filled in",
    "patients range": "'patients' must be 5000 or less",
    "mean_wait": "'mean_wait' must be a number, such as 12.5",
    "setting": "'setting' must be one of clinic, home, hospital, online",
    "pattern": "'area_code' must look like ^[EW][0-9]{8}$",
    "reference": "'area_code' must be one of 'library.area.area_code'",
    "key": "'area_code + day' must not repeat",
}
RIVALS = Path(__file__).parent / "rivals"
#: Each as the words of its process; ours is the command that anyone would give.
CONTENDERS = {
    "hereabouts": [str(Path(sys.executable).with_name("hereabouts")), "build"],
    "duckdb, checks": [sys.executable, str(RIVALS / "acquire_duckdb.py"), ".", "MEMORY", "checked"],
    "duckdb, bare": [sys.executable, str(RIVALS / "acquire_duckdb.py"), ".", "MEMORY", "bare"],
    "pandas": [sys.executable, str(RIVALS / "acquire_pandas.py"), ".", "MEMORY"],
}
COLUMNS = """
      - {name: area_code, logicalType: string, required: true, primaryKey: true,
         primaryKeyPosition: 1, logicalTypeOptions: {pattern: '^[EW][0-9]{8}$'},
         relationships: [{to: library.area.area_code}]}
      - {name: day, logicalType: date, required: true, primaryKey: true, primaryKeyPosition: 2}
      - {name: patients, logicalType: integer, required: true,
         logicalTypeOptions: {minimum: 0, maximum: 5000}}
      - {name: staff, logicalType: integer}
      - {name: mean_wait, logicalType: number}
      - {name: setting, logicalType: string, required: true,
         enum: [{value: clinic}, {value: home}, {value: hospital}, {value: online}]}
      - {name: provider, logicalType: string}
      - {name: note, logicalType: string}"""
AREA = "\n      - {name: area_code, logicalType: string, required: true, primaryKey: true}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=4_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", default="2GB", help="what DuckDB may use, of ours and alone")
    parser.add_argument("--only", nargs="*", default=list(CONTENDERS), choices=list(CONTENDERS))
    parser.add_argument("--place", type=Path, help="where the file is, or is to be made")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = said.place or Path(scratch) / "place"
        if not place.exists():
            make_place(place, said.rows)
        size = (place / "inbox" / "visits.csv").stat().st_size
        print(f"{said.rows:,} rows, {size / 1e9:.2f} GB, {said.rounds} rounds, one after the other")
        rounds = [{name: run(name, place, said) for name in said.only} for _ in range(said.rounds)]
    show(rounds, said.rows)


def run(name: str, place: Path, said: argparse.Namespace) -> dict[str, float]:
    """One contender in a process of its own: its time, and its peak of memory."""
    own = place.with_name("own")
    shutil.copytree(place, own, copy_function=copy_or_link)
    words = [said.memory if word == "MEMORY" else word for word in CONTENDERS[name]]
    environ = os.environ | {"HEREABOUTS_MEMORY_LIMIT": said.memory}
    clock = time.perf_counter()
    child = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environ, cwd=own)
    answer = child.stdout.read() if child.stdout else ""
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - clock
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{name} failed")
    check(name, ours(own) if name == "hereabouts" else json.loads(answer), said.rows)
    cpu = used.ru_utime + used.ru_stime
    load = os.getloadavg()[0]
    print(f"{name}: {wall:.1f} s, CPU {cpu:.1f} s, {used.ru_maxrss >> 10} MB, load {load:.1f}")
    shutil.rmtree(own)
    return {"wall": wall, "cpu": cpu, "megabytes": used.ru_maxrss / 1024, "load": load}


def copy_or_link(source: str, target: str) -> None:
    if Path(source).suffix == ".csv":
        os.link(source, target)
    else:
        shutil.copy2(source, target)


def ours(place: Path) -> dict[str, int]:
    """What a build found, by the names that the others give it."""
    made = open_workspace(place).latest("library.visits")
    if made is None:
        raise SystemExit("nothing was made")
    found: dict[str, int] = json.loads(made.facts["broken"])
    counts = {name: found.pop(words, 0) for name, words in WORDS.items()}
    return counts | found | {"kept": int(made.facts["rows_out"])}


def check(name: str, found: dict[str, int], rows: int) -> None:
    if name == "duckdb, bare":
        return
    kept = found.pop("kept")
    if found != EXPECTED or kept != rows:
        raise SystemExit(f"{name} found {found} and kept {kept:,}, not {EXPECTED} and {rows:,}")


def show(rounds: list[dict[str, dict[str, float]]], rows: int) -> None:
    print("| contender | wall, s | CPU, s | rows a second | peak memory, MB | wall against it |")
    print("|---|---|---|---|---|---|")
    for name in rounds[0]:
        walls = sorted(one[name]["wall"] for one in rounds)
        middle = statistics.median(walls)
        spread = f" ({walls[0]:.1f} to {walls[-1]:.1f})" if len(walls) > 1 else ""
        cpu = statistics.median(one[name]["cpu"] for one in rounds)
        memory = max(one[name]["megabytes"] for one in rounds)
        against = [one["hereabouts"]["wall"] / one[name]["wall"] for one in rounds if len(one) > 1]
        ratio = f"{statistics.median(against):.2f}" if "hereabouts" in rounds[0] and against else ""
        print(
            f"| {name} | {middle:.1f}{spread} | {cpu:.1f} | {rows / middle:,.0f}"
            f" | {memory:,.0f} | {ratio} |"
        )


def make_place(place: Path, rows: int) -> None:
    write_new(place, starter="blank")
    inbox = place / "inbox"
    inbox.mkdir(exist_ok=True)
    with duckdb.connect() as connection:
        connection.execute("set threads = 2; set preserve_insertion_order = true")
        connection.execute(
            f"copy (select printf('E%08d', 1000000 + range) as area_code from range({AREAS}))"
            f" to '{inbox / 'area.csv'}' (header)"
        )
        made = inbox / "good.csv"
        connection.execute(f"copy ({good_rows(rows)}) to '{made}' (header)")
    plant(made, inbox / "visits.csv")
    made.unlink()
    write_product(place, "area", AREA)
    build(open_workspace(place), progress=Silent())  # what every place has, and the list of areas
    write_product(place, "visits", COLUMNS)


def good_rows(rows: int) -> str:
    listed = ", ".join(f"'{setting}'" for setting in SETTINGS)
    return f"""
        select printf('E%08d', 1000000 + n % {AREAS}) as area_code,
               date '2000-01-01' + (n // {AREAS})::int as day,
               (hash(n * 7) % 5001)::int as patients,
               case when hash(n * 3) % 10 > 0 then (hash(n * 5) % 500)::int end as staff,
               (hash(n * 11) % 10000) / 100 as mean_wait,
               ([{listed}])[1 + (hash(n * 13) % 4)::int] as setting,
               'Trust ' || (n % {AREAS}) // 170 as provider,
               case when hash(n * 17) % 4 = 0 then 'sent again in ' || (hash(n) % 12) end as note
        from (select range as n from range({rows}))"""


def plant(made: Path, whole: Path) -> None:
    """Copy, with the faulty lines together a tenth of the way down."""
    lines = [
        line.format(area=f"E{1000000 + good:08d}", good=good)
        for number, line in PLANTED.values()
        for good in range(number)
    ]
    with made.open("rb") as good, whole.open("wb") as out:
        left = made.stat().st_size // 10
        while left > 0 and (block := good.read(min(left, 1 << 24))):
            out.write(block)
            left -= len(block)
        out.write(good.readline())
        out.write(("\n".join(lines) + "\n").encode())
        shutil.copyfileobj(good, out, 1 << 24)


def write_product(place: Path, name: str, columns: str) -> None:
    folder = place / "products" / "library" / name
    folder.mkdir(parents=True)
    (folder / "source.yml").write_text(
        f"kind: csv\npath: inbox/{name}.csv\nmax_bytes: 100000000000\n"
    )
    (folder / "contract.odcs.yaml").write_text(f"""apiVersion: v3.2.0
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
    dataGranularityDescription: One row per key
    properties:{columns}
customProperties:
  - {{property: sensitivity, value: open}}
  - {{property: synthetic, value: true}}
  - {{property: badRowsAtMost, value: 0.01}}
""")


if __name__ == "__main__":
    main()
