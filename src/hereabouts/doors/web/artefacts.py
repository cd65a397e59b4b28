"""The rasters, tiles and outlines of area types, as a release names them."""

import json
from pathlib import Path

from hereabouts.geography.raster import IdRaster, load_raster
from hereabouts.model.keeping import keeping

#: Every file of an artefact, and what it is.
KINDS = {
    "ids.webp": "image/webp",
    "areas.json": "application/json",
    "areas.pmtiles": "application/vnd.pmtiles",
    "areas.geojson": "application/geo+json",
}
FEW = 4  # rasters held in memory: about 4 MB each
SIZES = 64


class Artefacts:
    """The artefacts of one project. Folders never change, so what is read of them is kept."""

    def __init__(self, root: Path) -> None:
        self._folder = root / ".hereabouts" / "artefacts"
        self.raster = keeping(self._raster, most=FEW)
        self.size = keeping(self._size, most=SIZES)

    def file(self, folder: str, *, name: str) -> Path | None:
        """The path of one file, or None when it is not there."""
        path = self._folder / folder / name
        return path if name in KINDS and path.is_file() else None

    def _raster(self, folder: str) -> IdRaster:
        return load_raster(self._folder / folder)

    def _size(self, folder: str) -> tuple[int, int] | None:
        """Width and height of the raster in pixels, or None where there is none."""
        about = self.file(folder, name="areas.json")
        if about is None or self.file(folder, name="ids.webp") is None:
            return None
        said = json.loads(about.read_bytes())
        return int(said["width"]), int(said["height"])
