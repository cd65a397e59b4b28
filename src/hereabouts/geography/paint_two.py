"""The picture of two values at once: one is how dark an area is, the other its pattern."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hereabouts.geography.paint import MOST_BORDERED, as_png, edges
from hereabouts.geography.raster import IdRaster

NONE = 255  # an area without both values
PERIOD, INK = 10, 4  # pixels: coarse, for a phone shows the picture at under half its size
_PAPER, _BORDER = "#f3f2f1", "#0b0c0c"


def paint_two(
    raster: IdRaster,
    shade: NDArray[np.uint8],
    pattern: Sequence[str],
    colours: Sequence[tuple[str, str]],
) -> bytes:
    """A palette PNG in which outside is transparent and an area without both values is pale.

    Args:
        raster: the areas.
        shade: one per area in number order: a position in `colours`, or NONE.
        pattern: one per area: `plain`, `hatched` or `dotted`.
        colours: fill and ink of each shade, as "#rrggbb".
    """
    count = len(colours)
    paper, border = 1 + 2 * count, 2 + 2 * count
    fill = np.where(shade == NONE, paper, shade.astype(np.int16) + 1)
    pixels = np.concatenate(([0], fill))[raster.ids]
    inked = _ink(raster, pattern) & (pixels > 0) & (pixels <= count)
    pixels = np.where(inked, pixels + count, pixels)
    if shade.size <= MOST_BORDERED:
        pixels[edges(raster.ids)] = border
    fills, inks = zip(*colours, strict=True)
    return as_png(pixels.astype(np.uint8), ("#ffffff", *fills, *inks, _PAPER, _BORDER))


def _ink(raster: IdRaster, pattern: Sequence[str]) -> NDArray[np.bool_]:
    rows, columns = np.ogrid[: raster.height, : raster.width]
    hatch = (rows + columns) % PERIOD < INK
    dots = (rows % PERIOD < INK) & (columns % PERIOD < INK)
    kinds = {"plain": 0, "hatched": 1, "dotted": 2}
    of_area = np.array([0, *(kinds[one] for one in pattern)], dtype=np.uint8)
    here = of_area[raster.ids]
    found: NDArray[np.bool_] = ((here == 1) & hatch) | ((here == 2) & dots)
    return found
