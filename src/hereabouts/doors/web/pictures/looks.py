"""The style sheet of charts as attributes, so that a picture needs no style sheet of ours.

Attributes are understood by every program that opens SVG, and need no hole in a content security
policy. They say what `_charts.scss` says.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from hereabouts.doors.web.palette import (
    DEFAULT_ACCENT,
    DEFAULT_COLOUR,
    JUDGED,
    checked,
    readable,
)
from hereabouts.release.manifest_model import ReleasedPlace

INK, QUIET, LINE, GRID, PAPER = "#0b0c0c", "#505a5f", "#b1b4b6", "#d8dadb", "#ffffff"
PALE_BAR, BAR_EDGE, QUIET_LINE = "#8eb8dc", "#3f78a8", "#7f888d"

Look = Mapping[str, str]


def _stroke(colour: str, width: float = 1.0, dashes: str | None = None) -> dict[str, str]:
    found = {"fill": "none", "stroke": colour, "stroke-width": f"{width:g}"}
    return found | ({"stroke-dasharray": dashes} if dashes else {})


def _words(colour: str = INK, *, bold: bool = False) -> dict[str, str]:
    return {"fill": colour} | ({"font-weight": "bold"} if bold else {})


def looks_of(place: ReleasedPlace) -> Mapping[str, Look]:
    """Class -> attributes, in the place's colours."""
    strong = readable(checked(place.colour, otherwise=DEFAULT_COLOUR))
    accent = checked(place.accent, otherwise=DEFAULT_ACCENT)
    plain = JUDGED["ordinary"]
    edged = {"stroke": PAPER, "stroke-width": "1"}
    return {
        "hb-chart": {"font-size": "14"},
        "hb-chart__tick": _words(),
        "hb-chart__label": _words(bold=True),
        "hb-chart__axis-title": _words(bold=True),
        "hb-chart__grid": _stroke(GRID),
        "hb-chart__line": _stroke(strong, 3),
        "hb-chart__point": {"fill": strong},
        "hb-chart__band": {"fill": strong, "fill-opacity": "0.18"},
        "hb-bar__fill": {"fill": PALE_BAR, "stroke": BAR_EDGE},
        "hb-bar__fill--on": {"fill": strong, "stroke": "none"},
        "hb-bar__interval": _stroke(INK, 1.5),
        "hb-bar__reference": _stroke(INK, 1, "4 3"),
        "hb-strip__line": _stroke(LINE),
        "hb-strip__marked": {"fill": accent, "stroke": INK, "stroke-width": "2"},
        "hb-mark": {"fill": plain, **edged},
        **{f"hb-mark--{kind}": {"fill": ink, **edged} for kind, ink in JUDGED.items()},
        "hb-control__line": _stroke(plain, 2),
        "hb-control__mean": _stroke(INK, 1.5),
        "hb-control__limit": _stroke(QUIET, 1.5, "7 4"),
        "hb-control__target": _stroke(INK, 2, "12 4 2 4"),
        "hb-control__rebase": _stroke(LINE, 1.5),
        "hb-funnel__benchmark": _stroke(INK, 1.5),
        "hb-funnel__line": _stroke(QUIET, 1.5, "7 4"),
        "hb-funnel__line--outer": _stroke(QUIET, 1.5, "2 3"),
        "hb-pyramid__bar": {"fill": strong},
        "hb-pyramid__bar--female": {"fill": JUDGED["neither"]},
        "hb-groups__line": _stroke(INK, 3),
        "hb-icon__ring": {"fill": PAPER, "stroke": plain, "stroke-width": "3"},
        "hb-icon__line": _stroke(plain, 3) | {"stroke-linecap": "round"},
    }


#: (class of an element outside, class of one within it) -> what is different there.
WITHIN: Mapping[tuple[str, str], Look] = {
    ("hb-chart__series--quiet", "hb-chart__line"): {"stroke": QUIET_LINE, "stroke-width": "2"},
    **{
        (f"hb-icon--{kind}", part): {"stroke": JUDGED[kind]}
        for kind in ("better", "worse", "neither")
        for part in ("hb-icon__ring", "hb-icon__line")
    },
}


def dress(root: Element, looks: Mapping[str, Look], outside: tuple[str, ...] = ()) -> None:
    """Give every element below `root` the attributes of its classes; its own come first."""
    classes = tuple(root.attrib.pop("class", "").split())
    found: dict[str, str] = {}
    for name in classes:
        found |= looks.get(name, {})
    for (outer, inner), look in WITHIN.items():
        if outer in outside and inner in classes:
            found |= look
    for name, value in found.items():
        root.attrib.setdefault(name, value)
    for child in root:
        dress(child, looks, (*outside, *classes))
