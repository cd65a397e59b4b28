"""Colours: the map's, and whether the place's own can be read."""

import re
from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls

from hereabouts.model.contrast import contrast
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
#: The same hues, light enough to read on dark ground.
JUDGED_ON_DARK = {
    "better": "#6db3f2",
    "worse": "#ff9e64",
    "neither": "#c9a3ec",
    "ordinary": "#a7b1b7",
}
#: What text may lie on, at its worst: the darkest tint of a light page, the lightest of a dark one.
#: As `_colours.scss` has them.
LIGHT_GROUND, DARK_GROUND = "#f2f2f2", "#20272c"

#: Pages that are dark, as `_colours.scss` has them.
BY_SYSTEM = ':root:not([data-hb-scheme="light"], .hb-embed)'
BY_CHOICE = ':root[data-hb-scheme="dark"]:not(.hb-embed)'

DEFAULT_COLOUR, DEFAULT_ACCENT = "#12436D", "#F46A25"
BLACK, WHITE = "#0b0c0c", "#ffffff"
_HEX = re.compile(r"#[0-9A-Fa-f]{6}\Z")


def checked(colour: str, *, otherwise: str) -> str:
    """`colour` if it is `#rrggbb`, so that nothing else can enter a style sheet."""
    return colour if _HEX.match(colour) else otherwise


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on `colour`."""
    return WHITE if contrast(WHITE, colour) >= contrast(BLACK, colour) else BLACK


def readable(colour: str, *, least: float = 4.5) -> str:
    """`colour` itself where text of it can be read on a light page, else a darker one."""
    parts = _parts(colour)
    while contrast(colour, LIGHT_GROUND) < least:
        parts = [int(part * 0.92) for part in parts]
        colour = _hex(parts)
    return colour


def readable_on_dark(colour: str, *, least: float = 6.0) -> str:
    """`colour` itself where text of it can be read on a dark page, else as bright a lighter one."""
    hue, lightness, saturation = rgb_to_hls(*(part / 255 for part in _parts(colour)))
    while contrast(colour, DARK_GROUND) < least:
        lightness = min(1.0, lightness + 0.02)
        colour = _hex([round(part * 255) for part in hls_to_rgb(hue, lightness, saturation)])
    return colour


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _hex(parts: list[int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in parts)


def theme_css(place: ReleasedPlace) -> str:
    """The place's colours as a style sheet of custom properties, for light pages and dark.

    Paper is always light, and so is a chart in a frame; a reader's own choice comes before the
    system's.
    """
    colour = checked(place.colour, otherwise=DEFAULT_COLOUR)
    accent = checked(place.accent, otherwise=DEFAULT_ACCENT)
    light = {
        "--hb-colour": colour,
        "--hb-on-colour": ink_on(colour),
        "--hb-colour-text": readable(colour),
        "--hb-accent": accent,
        "--hb-accent-text": readable(accent),
        **{f"--hb-{name}": ink for name, ink in JUDGED.items()},
    }
    dark = {
        "--hb-colour-text": readable_on_dark(colour),
        "--hb-accent-text": readable_on_dark(accent),
        **{f"--hb-{name}": ink for name, ink in JUDGED_ON_DARK.items()},
    }
    return (
        f"{_rule(':root', light)}"
        "@media screen and (prefers-color-scheme: dark) {\n"
        f"{_rule(BY_SYSTEM, dark)}}}\n"
        f"@media screen {{\n{_rule(BY_CHOICE, dark)}}}\n"
    )


def _rule(selector: str, properties: Mapping[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f"{selector} {{\n{lines}}}\n"


def favicon_svg(place: ReleasedPlace) -> str:
    """A map pin in the place's colours."""
    colour = checked(place.colour, otherwise=DEFAULT_COLOUR)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="6" fill="{colour}"/>'
        '<path d="M16 5a8 8 0 0 0-8 8c0 6 8 14 8 14s8-8 8-14a8 8 0 0 0-8-8z" '
        f'fill="{ink_on(colour)}"/><circle cx="16" cy="13" r="3" fill="{colour}"/></svg>'
    )
