"""One bar with its confidence interval, for a cell of a ranking table."""

from markupsafe import Markup

from hereabouts.doors.web.charts.scale import Scale
from hereabouts.doors.web.charts.spec import Bar
from hereabouts.doors.web.charts.svg import element, path

WIDTH, HEIGHT, EDGE = 220.0, 24.0, 2.0


def draw_bar(bar: Bar) -> Markup:
    """The bar, its interval as a whisker, and the reference as a dashed line.

    It is hidden from screen readers: the cell beside it says the same in numbers.
    """
    scale = Scale(bar.low, bar.high, EDGE, WIDTH - EDGE)
    zero, end = scale.at(0.0), scale.at(bar.value)
    kind = "hb-bar__fill hb-bar__fill--on" if bar.emphasised else "hb-bar__fill"
    parts = [
        element(
            "rect",
            class_=kind,
            x=min(zero, end),
            y=5.0,
            width=max(abs(end - zero), 1.0),
            height=14.0,
        )
    ]
    if bar.reference is not None:
        at = scale.at(bar.reference)
        line = path(("M", at, 0.0), ("L", at, HEIGHT))
        parts.append(element("path", class_="hb-bar__reference", d=line))
    if bar.lower is not None and bar.upper is not None:
        parts.append(_whisker(scale.at(bar.lower), scale.at(bar.upper)))
    return element(
        "svg",
        *parts,
        class_="hb-bar",
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        width=WIDTH,
        height=HEIGHT,
        aria_hidden="true",
        focusable="false",
    )


def _whisker(low: float, high: float) -> Markup:
    middle = HEIGHT / 2
    line = path(
        ("M", low, middle - 4),
        ("L", low, middle + 4),
        ("M", low, middle),
        ("L", high, middle),
        ("M", high, middle - 4),
        ("L", high, middle + 4),
    )
    return element("path", class_="hb-bar__interval", d=line)
