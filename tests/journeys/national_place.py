"""The national runs, made on a part of the country that is cut from the real open data."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pytest
from click.testing import CliRunner

from benchmarks.national_runs import DATA, lay_out, opened
from hereabouts.cli import main
from hereabouts.engine.duckdb.session import scan
from hereabouts.lake.tables import Lake
from hereabouts.model.policy import Audience
from hereabouts.model.sql import literal
from hereabouts.release.reader import latest

#: Around Bristol, and across the water in Wales.
COUNCILS = ("E06000022", "E06000023", "E06000024", "E06000025", "W06000021", "W06000022")
FILES = {
    "hierarchy": "geography/lsoa21_hierarchy_derived.csv",
    "lookup": "geography/lookup_lsoa11_lsoa21_ltla22.csv",
    "boundaries": "geography/boundaries_lsoa21.parquet",
    "imd": "deprivation/imd2025_england_lsoa21.parquet",
    "ages": "census/census21_pop_age6_lsoa21.parquet",
    "disability": "census/disability21_lsoa21_ew.parquet",
    "ethnicity": "census/ethnicity21_lsoa21.parquet",
    "tenure": "census/household_tenure21_lsoa21.parquet",
    "mid2020": "census/population20_lsoa11.parquet",
    "reports": "demand/fixmystreet/fms_lsoa_shef_a_monthly.parquet",
    "categories": "demand/fixmystreet/codes_shef_a.csv",
}
#: The column of LSOAs of 2011, where it is not of 2021.
OLD = {"mid2020": "lsoa11_code", "reports": "lsoa"}
WHOLE = ("imd", "categories")
#: Carried in the same way as disabled residents, and left out to save time.
LIKE_OTHERS = ("aged_65", "black", "other")
ROWS_EXPECTED = re.compile(r"    quality:\n      - \{metric: rowCount.*\n")


class Seen(NamedTuple):
    """A release, its products, and in the schema `files` what was received, as it is."""

    project: Path
    connection: duckdb.DuckDBPyConnection

    def rows(self, sql: str) -> list[Any]:
        return self.connection.execute(sql).fetchall()

    def borders(self, area_type: str) -> list[Any]:
        lake = Lake(self.project / ".hereabouts" / "lake")
        table = scan(lake.open("place/neighbours"))
        sql = f"select area_code, neighbour_code from ({table}) where area_type = ?"
        return self.connection.execute(sql, [area_type]).fetchall()

    def conversion(self, product: str) -> dict[str, Any]:
        folder = latest(self.project, audience=Audience.OPEN).folder
        products = json.loads((folder / "release.json").read_text("utf-8"))["products"]
        found: dict[str, Any] = next(p["conversion"] for p in products if p["id"] == product)
        return found


def seen(run: str, data: Path, folder: Path, *, whole: bool = False) -> Iterator[Seen]:
    """Make a run, and open what came of it beside its files."""
    project = made(run, data, folder, whole=whole)
    with opened(project) as connection:
        connection.execute("create schema memory.files")
        for name, path in FILES.items():
            connection.execute(f"create view memory.files.{name} as from {_read(data / path)}")
        yield Seen(project, connection)


def made(run: str, data: Path, folder: Path, *, whole: bool) -> Path:
    """The project of a run, built and released; a part has not the rows of the whole."""
    project = lay_out(run, folder / run)
    for contract in [] if whole else project.glob("products/*/*/contract.odcs.yaml"):
        contract.write_text(ROWS_EXPECTED.sub("", contract.read_text("utf-8")), "utf-8")
    for name in LIKE_OTHERS:
        for product in project.glob(f"products/carried/{name}_*"):
            shutil.rmtree(product)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(DATA, str(data))
        for command in ("build", "release"):
            done = CliRunner().invoke(main, [command, "--folder", str(project)])
            assert done.exit_code == 0, done.output
    return project


def cut(data: Path, folder: Path) -> Path:
    """The files of the runs, with the rows of those councils only."""
    within = {"hierarchy": f"ltla24_code in {COUNCILS}"}
    new = f"select lsoa21_code from {_read(folder / FILES['hierarchy'])}"
    old = f"select lsoa11_code from {_read(folder / FILES['lookup'])}"
    with duckdb.connect() as connection:
        for name, path in FILES.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            if name in WHOLE:
                shutil.copyfile(data / path, folder / path)
                continue
            kept = f"{OLD[name]} in ({old})" if name in OLD else f"lsoa21_code in ({new})"
            connection.execute(
                f"copy (from {_read(data / path)} where {within.get(name, kept)})"
                f" to {literal(str(folder / path))}"
            )
    return folder


def _read(path: Path) -> str:
    file = literal(str(path))
    return file if path.suffix == ".parquet" else f"read_csv({file}, all_varchar = true)"
