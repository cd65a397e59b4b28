"""Pictures as PNG: what is drawn, and a map laid on it pixel by pixel."""

import io

import numpy as np
import pytest
from markupsafe import Markup
from numpy.typing import NDArray
from PIL import Image

from hereabouts.doors.web.pictures.compose import Painted, Picture, compose
from hereabouts.doors.web.pictures.png import ZOOM, png_of

RED, BLUE = (204, 0, 0), (0, 0, 204)


def drawn(**shown: object) -> NDArray[np.int16]:
    picture = Picture(title="Beds", about=(), description="Beds", **shown)  # type: ignore[arg-type]
    with Image.open(io.BytesIO(png_of(compose(picture, {})))) as image:
        return np.asarray(image.convert("RGB")).astype(np.int16)


def painted(width: int, height: int) -> Painted:
    """A chequered map, with nothing in its left half."""
    rows, columns = np.indices((height, width))
    pixels = np.where(columns < width // 2, 0, 1 + (rows + columns) % 2).astype(np.uint8)
    image = Image.fromarray(pixels, mode="P")
    image.putpalette([0, 0, 0, *RED, *BLUE])
    file = io.BytesIO()
    image.save(file, "PNG", transparency=0)
    return Painted(png=file.getvalue(), width=width, height=height)


def counted(picture: NDArray[np.int16], colour: tuple[int, int, int]) -> int:
    """Pixels of a colour, near enough for a picture of 128."""
    return int((np.abs(picture - colour).max(axis=2) < 8).sum())


def test_no_pixel_of_a_map_is_between_two_of_its_colours() -> None:
    picture = drawn(painted=painted(40, 30))
    areas = 20 * 30 * ZOOM * ZOOM
    assert counted(picture, RED) == counted(picture, BLUE) == areas / 2


def test_a_map_that_is_wider_than_the_picture_is_made_to_fit() -> None:
    picture = drawn(painted=painted(1_440, 100))
    red, blue = counted(picture, RED), counted(picture, BLUE)
    assert red + blue == 360 * 50 * ZOOM * ZOOM


def test_outside_a_map_is_paper() -> None:
    plain = Picture(title="Beds", about=(), description="Beds", painted=painted(40, 30))
    svg = compose(plain, {})
    assert svg.count("<image") == 1
    picture = drawn(painted=painted(40, 30))
    assert picture[0, 0].min() >= 250
    assert counted(picture, (0, 0, 0)) < 2_000, "nothing but the letters of its title is black"


@pytest.mark.parametrize("colour", ["#cc0000", "#0000cc"])
def test_a_chart_is_drawn_in_its_colours(colour: str) -> None:
    chart = Markup(
        '<svg viewBox="0 0 720 100"><rect x="10" y="10" width="200" height="50" fill="{}"></rect>'
        "</svg>"
    ).format(colour)
    rgb = {"#cc0000": RED, "#0000cc": BLUE}[colour]
    assert counted(drawn(drawing=chart), rgb) == 200 * 50 * ZOOM * ZOOM
