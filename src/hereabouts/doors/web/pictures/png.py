"""A picture as PNG, in letters that travel with us: the same on every machine."""

import io
import re
from base64 import b64decode
from dataclasses import dataclass

import resvg_py
from PIL import Image

from hereabouts.doors.web.pictures.letters import BOLD, REGULAR

COLOURS = 128
ZOOM = 2  # sharp on screens of twice as many dots, and in print
#: What our letters lack, and what stands nearest.
NEAREST = str.maketrans({"←": "‹", "→": "›"})
#: A map as `compose` puts it into a picture.
_MAP = re.compile(
    r'<image href="data:image/png;base64,([^"]+)" x="([\d.]+)" y="([\d.]+)"'
    r' width="([\d.]+)" height="([\d.]+)" ?/>'
)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A map, and where on the picture it lies, in pixels."""

    png: bytes
    place: tuple[int, int]
    size: tuple[int, int]


def png_of(svg: str) -> bytes:
    """Draw an SVG of ours. No other font and no other file is read.

    A map is laid on afterwards, its pixels as they are: the renderer takes as long for it as for
    all the rest.
    """
    maps = [_laid(found) for found in _MAP.finditer(svg)]
    drawn = bytes(
        resvg_py.svg_to_bytes(
            svg_string=_MAP.sub("", svg).translate(NEAREST),
            skip_system_fonts=True,
            font_files=[str(REGULAR), str(BOLD)],
            font_family="Roboto",
            sans_serif_family="Roboto",
            zoom=ZOOM,
        )
    )
    with Image.open(io.BytesIO(drawn)) as picture:
        whole = picture.convert("RGB")
    for one in maps:
        _lay(one, whole)
    return _in_few_colours(whole)


def _laid(found: re.Match[str]) -> _Laid:
    left, top, width, height = (round(float(said) * ZOOM) for said in found.groups()[1:])
    return _Laid(b64decode(found[1]), (left, top), (width, height))


def _lay(one: _Laid, picture: Image.Image) -> None:
    """Pixels of a map stay in their classes: none is between two colours."""
    with Image.open(io.BytesIO(one.png)) as small:
        shown = small.convert("RGBA").resize(one.size, Image.Resampling.NEAREST)
    picture.paste(shown, one.place, shown)


def _in_few_colours(picture: Image.Image) -> bytes:
    """Flat pictures need no more, and are a third of the size."""
    few = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    file = io.BytesIO()
    few.save(file, "PNG")
    return file.getvalue()
