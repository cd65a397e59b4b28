"""A picture as PNG, in letters that travel with us: the same on every machine."""

import io

import resvg_py
from PIL import Image

from hereabouts.doors.web.pictures.letters import BOLD, REGULAR

COLOURS = 128
ZOOM = 2  # sharp on screens of twice as many dots, and in print
#: What our letters lack, and what stands nearest.
NEAREST = str.maketrans({"←": "‹", "→": "›"})


def png_of(svg: str) -> bytes:
    """Draw an SVG of ours. No other font and no other file is read."""
    drawn = bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg.translate(NEAREST),
            skip_system_fonts=True,
            font_files=[str(REGULAR), str(BOLD)],
            font_family="Roboto",
            sans_serif_family="Roboto",
            zoom=ZOOM,
            image_rendering="optimize_speed",  # the pixels of a map stay in their classes
        )
    )
    return _smaller(drawn)


def _smaller(png: bytes) -> bytes:
    """The same in few colours: flat pictures need no more, and are a third of the size."""
    file = io.BytesIO()
    with Image.open(io.BytesIO(png)) as drawn:
        few = drawn.convert("RGB").quantize(
            COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        few.save(file, "PNG")
    return file.getvalue()
