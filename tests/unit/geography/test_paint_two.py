"""The picture of two values at once."""

import io

import numpy as np
import pytest
from PIL import Image

from hereabouts.geography.paint_two import NONE, paint_two
from hereabouts.geography.raster import IdRaster

COLOURS = (("#6bace6", "#0b0c0c"), ("#12436d", "#ffffff"))


def _raster() -> IdRaster:
    ids = np.zeros((12, 36), dtype=np.uint16)
    for number in range(1, 4):
        ids[:, 12 * (number - 1) : 12 * number - 1] = number
    return IdRaster(ids, (0.0, 0.0, 36.0, 12.0))


def _pixels(
    shade: list[int], pattern: list[str]
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    png = paint_two(_raster(), np.array(shade, dtype=np.uint8), pattern, COLOURS)
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def _colours(picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], area: int) -> set[str]:
    """Of the inside of one area, away from its border."""
    inside = picture[1:-1, 12 * area + 1 : 12 * area + 10].reshape(-1, 3)
    return {"#" + "".join(f"{part:02x}" for part in pixel) for pixel in inside}


@pytest.mark.parametrize("pattern", ["hatched", "dotted"])
def test_a_pattern_is_in_ink_over_the_shade(pattern: str) -> None:
    picture = _pixels([0, 1, 1], [pattern, pattern, "plain"])
    assert _colours(picture, 0) == {"#6bace6", "#0b0c0c"}
    assert _colours(picture, 1) == {"#12436d", "#ffffff"}
    assert _colours(picture, 2) == {"#12436d"}


def test_an_area_without_both_is_pale_whatever_its_pattern() -> None:
    picture = _pixels([NONE, 0, 0], ["hatched", "plain", "plain"])
    assert _colours(picture, 0) == {"#f3f2f1"}
