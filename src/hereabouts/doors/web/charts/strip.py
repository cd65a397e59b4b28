"""A strip of ticks: where one area lies among all of its type, at a glance."""

from functools import lru_cache

from markupsafe import Markup

from hereabouts.doors.web.charts.scale import Scale
from hereabouts.doors.web.charts.spec import Strip
from hereabouts.doors.web.charts.svg import element, path

WIDTH, HEIGHT, EDGE = 260.0, 32.0, 8.0
MOST_TICKS = 120


def draw_strip(strip: Strip) -> Markup:
    """The strip, hidden from screen readers: the words beside it say the same."""
    everything = [*strip.values, *(v for v in (strip.marked, strip.reference) if v is not None)]
    if not everything:
        return Markup("")
    scale = Scale(min(everything), max(everything), EDGE, WIDTH - EDGE)
    parts = [
        element("path", class_="hb-strip__line", d=f"M{EDGE:g} 16H{WIDTH - EDGE:g}"),
        element("path", class_="hb-strip__ticks", d=_ticks(strip.values, scale)),
    ]
    if strip.reference is not None:
        at = scale.at(strip.reference)
        parts.append(
            element("path", class_="hb-strip__reference", d=path(("M", at, 2.0), ("L", at, 30.0)))
        )
    if strip.marked is not None:
        parts.append(
            element("circle", class_="hb-strip__marked", cx=scale.at(strip.marked), cy=16.0, r=6.0)
        )
    return element(
        "svg",
        *parts,
        class_="hb-strip",
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        width=WIDTH,
        height=HEIGHT,
        aria_hidden="true",
        focusable="false",
    )


def thin(values: tuple[float, ...]) -> tuple[float, ...]:
    """Very many values as few of their quantiles, which keep the shape and both ends."""
    count = len(values)
    if count <= MOST_TICKS:
        return values
    positions = (round(i * (count - 1) / (MOST_TICKS - 1)) for i in range(MOST_TICKS))
    return tuple(values[position] for position in positions)


@lru_cache(maxsize=256)  # the same for every area of a type
def _ticks(values: tuple[float, ...], scale: Scale) -> str:
    return "".join(path(("M", scale.at(v), 9.0), ("L", scale.at(v), 23.0)) for v in thin(values))
