"""How long boundaries take, and how many bytes each file of theirs is: all areas, and one place.

Run: python benchmarks/boundaries.py FOLDER
FOLDER holds boundaries_<kind>.parquet and lsoa21_hierarchy_derived.csv, as the ONS publishes them.
"""

import argparse
import gzip
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np
import shapely

from hereabouts.geography.artefact import write_artefact
from hereabouts.geography.boundaries import Boundaries, from_wkb
from hereabouts.geography.fitting import fit_together
from hereabouts.geography.tiles import read_tiles
from hereabouts.pipeline.make_boundaries import TILE_ZOOMS

KINDS = ("icb22", "ltla24", "msoa21", "lsoa21")
PLACES = {"Greater Manchester": "E54000057", "Devon": "E54000037"}  # integrated care boards
FILES = ("ids.webp", "areas.json", "areas.geojson", "areas.pmtiles")
GOAL = 216_000  # bytes, compressed, for a place at LSOA


def outlines(folder: Path, kind: str, *, icb: str | None = None) -> Boundaries:
    """All areas of a kind, or the LSOAs of one integrated care board."""
    inside = (
        f"where geometry is not null and {kind}_code in (select lsoa21_code from"
        f" read_csv('{folder}/lsoa21_hierarchy_derived.csv', all_varchar=true)"
        " where icb24_code = $2)"
    )
    with duckdb.connect() as connection:
        connection.execute("set enable_geoparquet_conversion = false")
        rows = connection.execute(
            f"select {kind}_code, {kind}_name, geometry from read_parquet($1)"
            f" {inside if icb else 'where geometry is not null'}",
            [str(folder / f"boundaries_{kind}.parquet"), *([icb] if icb else [])],
        ).fetchall()
    codes, names, shapes = zip(*rows, strict=True)
    return from_wkb(codes, names, shapes)


def measured(name: str, boundaries: Boundaries) -> Iterator[str]:
    """Lines that say the seconds of each step and the bytes of each file."""
    began = time.perf_counter()
    shapes, unfit, _ = fit_together(boundaries.shapes)
    fitted = time.perf_counter()
    whole = Boundaries(boundaries.codes, boundaries.names, shapes)
    with tempfile.TemporaryDirectory() as folder:
        made = write_artefact(whole, Path(folder), named="areas", tiles_zooms=TILE_ZOOMS)
        written = time.perf_counter()
        files = {file: (Path(folder) / made / file).read_bytes() for file in FILES}
        tiles = [len(tile) for _, tile in read_tiles(Path(folder) / made / "areas.pmtiles")]
    points = int(np.sum(shapely.get_num_coordinates(shapes)))
    yield f"{name}: {len(whole):,} areas, {points:,} points, {int(unfit.sum())} did not meet"
    yield f"  fitted in {fitted - began:.2f} s, written in {written - fitted:.2f} s"
    for file, content in files.items():
        packed = len(gzip.compress(content, 9, mtime=0))
        yield f"  {file}: {len(content):,} bytes, {packed:,} by gzip"
    first = len(files["ids.webp"]) + len(gzip.compress(files["areas.json"], 9, mtime=0))
    tiles_share = len(files["areas.pmtiles"]) / GOAL
    yield f"  first map {first:,} bytes; {len(tiles):,} tiles, the largest {max(tiles):,} bytes"
    yield f"  every tile of every zoom: {tiles_share:.2f} of the goal for a place"


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for kind in KINDS:
        print(*measured(kind, outlines(folder, kind)), sep="\n", flush=True)
    for name, icb in PLACES.items():
        place = outlines(folder, "lsoa21", icb=icb)
        print(*measured(f"lsoa21 of {name}", place), sep="\n", flush=True)


if __name__ == "__main__":
    main()
