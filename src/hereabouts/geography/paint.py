"""The picture of a map that needs no script: an ID raster coloured by class."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageColor

from hereabouts.geography.raster import IdRaster

#: Classes that are not colours: why an area has no value. Any other class indexes the palette.
HIDDEN, NOT_AVAILABLE, NOT_APPLICABLE = 253, 254, 255

#: Areas up to this many are drawn with borders; more of them would be all border.
MOST_BORDERED = 1_000

# Hidden is hatched, not available dotted, not applicable plain, as the legend draws them.
_PAPER, _INK, _BORDER, _EMPTY = "#f3f2f1", "#505a5f", "#0b0c0c", "#ffffff"
_OUTSIDE = 0
#: Where classes have ink: coarser than what is missing, and hatched the other way.
_CLASS_INK: dict[int, Callable[[NDArray[Any], NDArray[Any]], NDArray[np.bool_]]] = {
    1: lambda rows, columns: (columns - rows) % 8 < 2,
    2: lambda rows, columns: (rows % 8 < 3) & (columns % 8 < 3),
}


def paint(
    raster: IdRaster,
    classes: NDArray[np.uint8],
    palette: Sequence[str],
    patterns: Sequence[tuple[int, str]] = (),
) -> bytes:
    """A palette PNG in which every area has its class's colour and outside is transparent.

    Args:
        raster: the areas.
        classes: one per area in number order: a position in `palette`, or HIDDEN, NOT_AVAILABLE
            or NOT_APPLICABLE.
        palette: colours as "#rrggbb", at most 125.
        patterns: of each colour: 0 plain, 1 hatched, 2 dotted, and the colour of its ink; none
            said, all are plain.
    """
    inks = [ink for _pattern, ink in patterns]
    first = 1 + len(palette) + len(inks)
    paper, ink, empty, border = range(first, first + 4)
    lookup = np.concatenate(([_OUTSIDE], classes.astype(np.int16) + 1))
    pixels = lookup[raster.ids]
    rows, columns = np.ogrid[: raster.height, : raster.width]
    hatch = (rows + columns) % 6 < 2
    dots = (rows % 4 < 2) & (columns % 4 < 2)
    for marker, pattern, back in (
        (HIDDEN, hatch, paper),
        (NOT_AVAILABLE, dots, paper),
        (NOT_APPLICABLE, np.zeros_like(hatch), empty),
    ):
        if not np.any(classes == marker):
            continue
        here = pixels == marker + 1
        pixels = np.where(here, np.where(pattern, ink, back), pixels)
    for number, (kind, _ink) in enumerate(patterns):
        if kind:
            inked = (pixels == number + 1) & _CLASS_INK[kind](rows, columns)
            pixels = np.where(inked, 1 + len(palette) + number, pixels)
    if classes.size <= MOST_BORDERED:
        pixels[edges(raster.ids)] = border
    colours = ("#ffffff", *palette, *inks, _PAPER, _INK, _EMPTY, _BORDER)
    return as_png(pixels.astype(np.uint8), colours)


def edges(ids: NDArray[Any]) -> NDArray[np.bool_]:
    """Pixels whose neighbour to the right or below is another area's, or outside."""
    edges = np.zeros(ids.shape, dtype=bool)
    edges[:, :-1] |= ids[:, :-1] != ids[:, 1:]
    edges[:-1, :] |= ids[:-1, :] != ids[1:, :]
    return edges


def as_png(pixels: NDArray[np.uint8], colours: Sequence[str]) -> bytes:
    """A PNG of positions in `colours`, of which the first is transparent."""
    image = Image.fromarray(pixels, mode="P")
    image.putpalette([part for colour in colours for part in ImageColor.getrgb(colour)[:3]])
    out = io.BytesIO()
    # Not `optimize`: it takes nine times as long, and saves a tenth of the bytes at most.
    image.save(out, "PNG", transparency=_OUTSIDE)
    return out.getvalue()
