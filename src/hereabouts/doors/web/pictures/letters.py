"""How wide words are drawn, so that they are broken into lines before anything draws them."""

from functools import lru_cache
from pathlib import Path

import font_roboto
from PIL import ImageFont

FOLDER = Path(font_roboto.__file__).parent / "files"
REGULAR, BOLD = FOLDER / "Roboto-Regular.ttf", FOLDER / "Roboto-Bold.ttf"
MEASURED_AT = 100


def wrapped(text: str, *, width: float, size: float, bold: bool = False) -> list[str]:
    """The lines of `text` when letters are `size` high and a line is at most `width` long.

    A word that is longer than a line has one of its own.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and length(longer, size=size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@lru_cache(maxsize=4096)
def length(text: str, *, size: float, bold: bool = False) -> float:
    """How long a line of text is."""
    return _font(BOLD if bold else REGULAR).getlength(text) * size / MEASURED_AT


@lru_cache(maxsize=2)
def _font(path: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, MEASURED_AT)
