"""Colours: the map's, and whether the place's own can be read."""

import re

from hereabouts.release.manifest_model import ReleasedPlace

#: Light to dark, so that more is darker.
#: Source: Government Analysis Function, sequential palette (afcharts 1.2.0).
SEQUENTIAL = ("#ADD1F1", "#6BACE6", "#2073BC", "#12436D", "#092135")
#: The same, for fewer classes: neighbours stay as far apart as they can.
OF_CLASSES = {
    1: SEQUENTIAL[2:3],
    2: SEQUENTIAL[1:4:2],
    3: SEQUENTIAL[1:4],
    4: SEQUENTIAL[:4],
    5: SEQUENTIAL,
}

#: What a point or a word is judged to be. Each is told apart by shape as well, never by colour
#: alone. Source: blue for better and orange for worse, as Making Data Count and ScotPHO have it,
#: darkened until text of them can be read on white.
JUDGED = {
    "better": "#00539f",
    "worse": "#a33f00",
    "neither": "#5b2c83",
    "ordinary": "#5f696e",
}

DEFAULT_COLOUR, DEFAULT_ACCENT = "#12436D", "#F46A25"
BLACK, WHITE = "#0b0c0c", "#ffffff"
_HEX = re.compile(r"#[0-9A-Fa-f]{6}\Z")


def checked(colour: str, *, otherwise: str) -> str:
    """`colour` if it is `#rrggbb`, so that nothing else can enter a style sheet."""
    return colour if _HEX.match(colour) else otherwise


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1.

    Source:
        WCAG 2.2, relative luminance.
    """
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21.

    Source:
        WCAG 2.2, contrast ratio.
    """
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on `colour`."""
    return WHITE if contrast(WHITE, colour) >= contrast(BLACK, colour) else BLACK


def readable(colour: str, *, least: float = 4.5) -> str:
    """`colour` itself where text of it can be read on white, else a darker one of the same hue."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    while contrast(colour, WHITE) < least:
        parts = [int(part * 0.92) for part in parts]
        colour = "#" + "".join(f"{part:02x}" for part in parts)
    return colour


def theme_css(place: ReleasedPlace) -> str:
    """The place's colours as a style sheet of custom properties."""
    colour = checked(place.colour, otherwise=DEFAULT_COLOUR)
    accent = checked(place.accent, otherwise=DEFAULT_ACCENT)
    properties = {
        "--hb-colour": colour,
        "--hb-on-colour": ink_on(colour),
        "--hb-colour-text": readable(colour),
        "--hb-accent": accent,
        "--hb-accent-text": readable(accent),
        **{f"--hb-{name}": ink for name, ink in JUDGED.items()},
    }
    lines = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f":root {{\n{lines}}}\n"


def favicon_svg(place: ReleasedPlace) -> str:
    """A map pin in the place's colours."""
    colour = checked(place.colour, otherwise=DEFAULT_COLOUR)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="6" fill="{colour}"/>'
        '<path d="M16 5a8 8 0 0 0-8 8c0 6 8 14 8 14s8-8 8-14a8 8 0 0 0-8-8z" '
        f'fill="{ink_on(colour)}"/><circle cx="16" cy="13" r="3" fill="{colour}"/></svg>'
    )
