import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from hereabouts.geography.paint import HIDDEN, NOT_APPLICABLE, NOT_AVAILABLE, paint
from hereabouts.geography.raster import IdRaster

PALETTE = ["#add1f1", "#12436d"]


def quarters() -> IdRaster:
    """Four areas of 20 by 20 pixels, with one pixel of nothing round them."""
    ids = np.kron(np.array([[1, 2], [3, 4]]), np.ones((20, 20)))
    return IdRaster(np.pad(ids, 1).astype(np.uint16), (0.0, 0.0, 42.0, 42.0))


def rgba(png: bytes) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(png)) as image:
        assert image.mode == "P"
        return np.asarray(image.convert("RGBA"))


def test_every_area_has_the_colour_of_its_class() -> None:
    pixels = rgba(paint(quarters(), np.array([0, 1, 1, 0], dtype=np.uint8), PALETTE))

    assert tuple(pixels[10, 10]) == (0xAD, 0xD1, 0xF1, 255)
    assert tuple(pixels[10, 30]) == (0x12, 0x43, 0x6D, 255)
    assert tuple(pixels[30, 30]) == (0xAD, 0xD1, 0xF1, 255)


def test_outside_is_transparent() -> None:
    pixels = rgba(paint(quarters(), np.zeros(4, dtype=np.uint8), PALETTE))

    assert pixels[-1, -1, 3] == 0
    assert pixels[10, 10, 3] == 255


def test_hidden_missing_and_not_applicable_differ_without_colour() -> None:
    classes = np.array([HIDDEN, NOT_AVAILABLE, NOT_APPLICABLE, 0], dtype=np.uint8)
    grey = rgba(paint(quarters(), classes, PALETTE))[..., :3].mean(axis=2)
    hidden, missing, not_applicable = grey[2:18, 2:18], grey[2:18, 22:38], grey[22:38, 2:18]

    shares_of_ink = [float((area < 128).mean()) for area in (hidden, missing, not_applicable)]
    assert shares_of_ink == pytest.approx([1 / 3, 1 / 4, 0], abs=0.05)


def test_few_areas_have_borders_and_many_do_not() -> None:
    few = rgba(paint(quarters(), np.zeros(4, dtype=np.uint8), PALETTE))
    many = rgba(paint(quarters(), np.zeros(1_001, dtype=np.uint8), PALETTE))

    assert tuple(few[10, 20, :3]) == (0x0B, 0x0C, 0x0C)
    assert tuple(many[10, 20, :3]) == (0xAD, 0xD1, 0xF1)


def test_a_class_of_a_pattern_has_ink_that_what_is_hidden_has_not() -> None:
    classes = np.array([0, 0, 1, HIDDEN], dtype=np.uint8)
    patterns = [(1, "#0b0c0c"), (2, "#ffffff")]
    pixels = rgba(paint(quarters(), classes, PALETTE, patterns))

    hatched, dotted, hidden = pixels[1:20, 1:20], pixels[22:40, 1:20], pixels[22:40, 22:40]
    assert share(hatched, (0x0B, 0x0C, 0x0C)) == pytest.approx(0.25, abs=0.05)
    assert share(dotted, (255, 255, 255)) == pytest.approx(9 / 64, abs=0.06)
    assert share(hidden, (0x0B, 0x0C, 0x0C)) == pytest.approx(0, abs=0.12)  # borders alone


def share(pixels: NDArray[np.uint8], colour: tuple[int, int, int]) -> float:
    """Of the pixels, those of a colour."""
    return float(np.mean(np.all(pixels[..., :3] == colour, axis=-1)))
