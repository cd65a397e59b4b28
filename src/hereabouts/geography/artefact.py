"""The folder of files that shows one area type: written once, shared by releases.

`<layer>-<vintage>-<hash>/`, or `<area_type>-<hash>/`, holds `ids.webp`, `areas.json`,
`areas.geojson` and, where tiles were asked for, `areas.pmtiles`. The hash covers everything the
files are made from, so a folder that exists is right and is never written twice, and its files
can be cached for ever.
"""

import hashlib
import shutil
import tempfile
from pathlib import Path

import numpy as np
import orjson
import shapely
from numpy.typing import NDArray

from hereabouts.geography.boundaries import Boundaries
from hereabouts.geography.raster import draw_raster, encode_raster
from hereabouts.geography.tiles import write_tiles

_METHOD = b"1"  # changes whenever the same boundaries would make different files
_DECIMALS = 6  # of a degree in areas.geojson: about a tenth of a metre


def write_artefact(
    boundaries: Boundaries, folder: Path, *, named: str, tiles_zooms: tuple[int, int] | None
) -> str:
    """Write the artefact of `boundaries` in `folder`, unless it is there.

    Args:
        boundaries: of every area of the type.
        folder: where artefacts are kept; made if need be.
        named: how the folder's name begins: the layer and vintage, or the type's code.
        tiles_zooms: first and last zoom of the vector tiles, or None for no tiles.

    Returns:
        The name of the artefact's folder within `folder`.
    """
    name = f"{named}-{_fingerprint(boundaries, tiles_zooms)}"
    if (folder / name).is_dir():
        return name
    folder.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
    try:
        _write_files(boundaries, temporary, tiles_zooms)
        temporary.chmod(0o755)
        try:
            temporary.replace(folder / name)
        except OSError:
            # Another build finished the same artefact first: its files are the same.
            if not (folder / name).is_dir():
                raise
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return name


def _fingerprint(boundaries: Boundaries, zooms: tuple[int, int] | None) -> str:
    digest = hashlib.sha256(_METHOD)
    digest.update(orjson.dumps([boundaries.codes, boundaries.names, zooms]))
    for wkb in shapely.to_wkb(boundaries.shapes):
        digest.update(wkb)
    return digest.hexdigest()[:12]


def _write_files(boundaries: Boundaries, folder: Path, zooms: tuple[int, int] | None) -> None:
    raster = draw_raster(boundaries)
    (folder / "ids.webp").write_bytes(encode_raster(raster))
    about = {
        "codes": boundaries.codes,
        "names": boundaries.names,
        "width": raster.width,
        "height": raster.height,
        "bounds": raster.bounds,
        "mercator": raster.mercator,
    }
    (folder / "areas.json").write_bytes(orjson.dumps(about))
    (folder / "areas.geojson").write_bytes(_geojson(boundaries))
    if zooms:
        write_tiles(boundaries, folder / "areas.pmtiles", zooms=zooms)


def _geojson(boundaries: Boundaries) -> bytes:
    """A FeatureCollection with outer rings anticlockwise, as RFC 7946 asks."""

    def rounded(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.round(points, _DECIMALS)

    shapes = shapely.to_geojson(
        shapely.orient_polygons(shapely.transform(boundaries.shapes, rounded))
    )
    features = [
        {
            "type": "Feature",
            "id": code,
            "properties": {"area_code": code, "area_name": name},
            "geometry": orjson.Fragment(shape.encode()),
        }
        for code, name, shape in zip(boundaries.codes, boundaries.names, shapes, strict=True)
    ]
    return orjson.dumps({"type": "FeatureCollection", "features": features})
