"""kill -9 at any moment: nothing half-written is ever read, and building again mends it."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from hereabouts.engine.duckdb.session import scan
from hereabouts.lake.tables import Lake
from tests.journeys.conftest import Run

pytestmark = pytest.mark.journey
COMMAND = "from hereabouts.cli import main; main()"
ROWS = 100_000
KILLS = 5


def write_rows(place: Path, generation: int) -> None:
    """A file in which every row says which generation it is of."""
    lines = (f"{number},{generation}" for number in range(ROWS))
    (place / "inbox" / "big.csv").write_text("id,generation\n" + "\n".join(lines) + "\n")


def add_product(place: Path) -> None:
    folder = place / "products" / "library" / "big"
    folder.mkdir(parents=True)
    (folder / "source.yml").write_text("kind: csv\npath: inbox/big.csv\n")
    text = (place / "products" / "library" / "membership" / "contract.odcs.yaml").read_text("utf-8")
    head = text[: text.index("schema:")].replace("library-membership", "library-big")
    (folder / "contract.odcs.yaml").write_text(
        head
        + """schema:
  - name: big
    logicalType: object
    dataGranularityDescription: One row per id
    properties:
      - {name: id, logicalType: integer, required: true, primaryKey: true}
      - {name: generation, logicalType: integer, required: true}
customProperties:
  - {property: sensitivity, value: open}
  - {property: synthetic, value: true}
"""
    )


def generations(place: Path) -> list[tuple[int, int]]:
    """What a reader sees: generation and rows of it."""
    table = Lake(place / ".hereabouts" / "lake").open("silver/library/big")
    with duckdb.connect() as connection:
        return connection.sql(
            f"select generation, count(*) from ({scan(table)}) group by 1"
        ).fetchall()


def test_a_reader_sees_the_old_rows_or_the_new_and_never_some_of_each(
    run: Run, place: Path
) -> None:
    add_product(place)
    write_rows(place, 0)
    assert run("build").exit_code == 0
    chance = random.Random(2026)  # noqa: S311  not for secrets
    for generation in range(1, KILLS + 1):
        write_rows(place, generation)
        building = subprocess.Popen(
            [sys.executable, "-c", COMMAND, "build", "--folder", str(place)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.5, 3.0))
        building.send_signal(signal.SIGKILL)
        building.wait()
        seen = generations(place)
        assert len(seen) == 1
        assert seen[0][1] == ROWS
    done = run("build")
    assert done.exit_code == 0, done.stderr
    assert generations(place) == [(KILLS, ROWS)]
