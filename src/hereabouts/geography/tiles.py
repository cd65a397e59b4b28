"""Vector tiles of one area type, as one PMTiles archive.

Neighbours keep their shared borders at every zoom: each zoom is simplified as a whole coverage
before it is cut, where that removes enough points to matter.

Source:
    PMTiles 3; Mapbox Vector Tile 2.1. Tiles are cut by freestiler, whose feature ids are row order
    plus one: the areas' numbers.
"""

# mypy: disallow-untyped-calls=False
# (pmtiles is annotated only in part)

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pmtiles.reader import MmapSource, Reader, all_tiles
from pmtiles.tile import zxy_to_tileid
from pmtiles.writer import Writer

from hereabouts.geography.boundaries import Boundaries
from hereabouts.geography.raster import to_mercator

#: The one layer of every archive.
LAYER = "areas"

_WORLD = 40_075_016.68  # metres round the equator in Web Mercator
_TILE = 512  # CSS pixels a tile is shown at
_WORTH_SIMPLIFYING = 0.1  # share of edges shorter than half a pixel


def write_tiles(boundaries: Boundaries, path: Path, *, zooms: tuple[int, int]) -> None:
    """Write tiles of every zoom from `zooms[0]` to `zooms[1]`, feature ids being area numbers.

    The map enlarges tiles of the last zoom beyond it, so that need only be as deep as the outlines
    are detailed: ONS outlines generalised to 200 m gain nothing past zoom 10.
    """
    # They bring pandas: half of what any command would take to begin.
    import freestiler  # noqa: PLC0415
    import geopandas  # noqa: PLC0415

    shapes = to_mercator(boundaries.shapes)
    tiles: list[tuple[int, bytes]] = []
    header: dict[str, Any] = {}
    part = path.with_suffix(".part")
    # From the deepest up: what one zoom dropped, no shallower zoom needs.
    for zoom in range(zooms[1], zooms[0] - 1, -1):
        shapes = simplified(shapes, tolerance=_WORLD / 2**zoom / _TILE / 2)
        freestiler.freestile(
            geopandas.GeoDataFrame(geometry=shapes, crs=3857),
            part,
            layer_name=LAYER,
            tile_format="mvt",  # MapLibre 6 reads wrong ids from freestiler's MLT
            min_zoom=zoom,
            max_zoom=zoom,
            quiet=True,
        )
        with part.open("rb") as archive:
            source = MmapSource(archive)
            header = header or Reader(source).header()
            tiles.extend((zxy_to_tileid(*at), tile) for at, tile in all_tiles(source))
        part.unlink()
    _merge(tiles, path, header=header, zooms=zooms)


def read_zooms(path: Path) -> tuple[int, int]:
    """The first and last zoom an archive holds."""
    with path.open("rb") as archive:
        header = Reader(MmapSource(archive)).header()
    return header["min_zoom"], header["max_zoom"]


def read_tiles(path: Path) -> Iterator[tuple[tuple[int, int, int], bytes]]:
    """Every tile of an archive, with its zoom, column and row; gzipped, as stored."""
    with path.open("rb") as archive:
        yield from all_tiles(MmapSource(archive))


def simplified(shapes: NDArray[Any], *, tolerance: float) -> NDArray[Any]:
    """Shapes without the corners that cannot be seen, each shared border still shared.

    Args:
        shapes: that share the points of their borders; where many steps are shorter than
            `tolerance` they are simplified as one coverage, and else left alone.
        tolerance: in the shapes' own units: about how far a border may move.

    Source:
        Visvalingam and Whyatt (1993), as GEOS's CoverageSimplifier.
    """
    points, owner = shapely.get_coordinates(shapes, return_index=True)
    steps = np.hypot(*np.diff(points, axis=0).T)
    short = (steps < tolerance) & (np.diff(owner) == 0)
    if short.mean() < _WORTH_SIMPLIFYING:
        return shapes
    return np.asarray(shapely.coverage_simplify(shapes, tolerance), dtype=object)


def _merge(
    tiles: list[tuple[int, bytes]], path: Path, *, header: dict[str, Any], zooms: tuple[int, int]
) -> None:
    layer = {"id": LAYER, "fields": {}, "minzoom": zooms[0], "maxzoom": zooms[1]}
    with path.open("wb") as out:
        writer = Writer(out)
        for at, tile in sorted(tiles):
            writer.write_tile(at, tile)
        writer.finalize(header, {"vector_layers": [layer]})  # finds the header's zooms itself
