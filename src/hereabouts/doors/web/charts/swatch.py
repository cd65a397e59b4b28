"""Small boxes of colour and pattern for keys; hidden from screen readers, words stand beside."""

from markupsafe import Markup

from hereabouts.doors.web.charts.svg import element

WIDTH, HEIGHT = 28.0, 20.0
LINES = "".join(f"M{x} 0l-20 20" for x in range(3, 48, 6))
RISING = "".join(f"M{x} 0l20 20" for x in range(-20, 28, 6))
DOTS = "".join(f"M{x} {y}h2v2h-2z" for x in range(2, 28, 6) for y in range(2, 20, 6))


def patterned(fill: str, *, ink: str, pattern: str) -> Markup:
    """A box of one colour: `plain`, or `hatched`, `rising` or `dotted` in `ink`."""
    parts = [element("rect", width=WIDTH, height=HEIGHT, fill=fill)]
    if pattern in ("hatched", "rising"):
        lines = LINES if pattern == "hatched" else RISING
        parts.append(element("path", d=lines, stroke=ink, stroke_width=1.6, fill="none"))
    if pattern == "dotted":
        parts.append(element("path", d=DOTS, fill=ink))
    return element(
        "svg", *parts, class_="hb-legend__swatch", width=WIDTH, height=HEIGHT,
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}", aria_hidden="true", focusable="false",
    )  # fmt: skip
