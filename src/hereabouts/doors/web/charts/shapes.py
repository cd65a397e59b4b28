"""Marks that differ by shape as well as colour, so that nobody has to see colour."""

from collections.abc import Mapping

from markupsafe import Markup

from hereabouts.doors.web.charts.svg import element

#: Each shape as path data about its middle; none is larger than the circle of radius 7.
SHAPES: Mapping[str, str] = {
    "circle": "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
    "up": "m0 -7l6.5 11.5h-13z",
    "down": "m0 7l6.5 -11.5h-13z",
    "square": "m-5 -5h10v10h-10z",
    "diamond": "m0 -7l6 7l-6 7l-6 -7z",
}

#: How a point is judged; also the class that colours it.
KINDS = ("ordinary", "better", "worse", "neither")


def mark(shape: str, *, x: float, y: float, kind: str) -> Markup:
    """One mark, coloured by its class `hb-mark--<kind>`."""
    at = f"M{x:.1f} {y:.1f}{SHAPES[shape]}"
    return element("path", class_=f"hb-mark hb-mark--{kind}", d=at)


def key_mark(shape: str, *, kind: str) -> Markup:
    """The same mark alone, for a key beside words."""
    drawn = mark(shape, x=8.0, y=8.0, kind=kind)
    return element("svg", drawn, viewBox="0 0 16 16", aria_hidden="true", focusable="false")


def shape_of(kind: str, *, high: bool) -> str:
    """The shape of each kind: a diamond for better, a square for worse, else where it lies."""
    either = "up" if high else "down"
    return {"ordinary": "circle", "better": "diamond", "worse": "square"}.get(kind, either)
