"""The two icons of a control chart, drawn by us: what the process does, and whether it will do.

They say what the icons of NHS England's Making Data Count say, and are not its artwork.
"""

from markupsafe import Markup

from hereabouts.doors.web.charts.svg import element

SIZE = 32
WAVE = "M6 18c2.5 -6 5 -6 7 0s4.5 6 6.5 0s4 -6 6.5 0"
RISE, FALL = "M8 23l14 -13m-9.5 0h9.5v9.5", "M8 9l14 13m0 -9.5v9.5h-9.5"
TICK, CROSS = "M8 17l6 6l11 -14", "M9 9l14 14M23 9l-14 14"
QUESTION = "M11 12a5 5 0 1 1 7.5 4.3q-2.5 1.5 -2.5 4.2M16 24.5v1"

#: Kind of each icon, as marks are coloured, and the line drawn in its ring.
VARIATIONS = {
    "common": ("ordinary", WAVE),
    "improvement_high": ("better", RISE),
    "improvement_low": ("better", FALL),
    "concern_high": ("worse", RISE),
    "concern_low": ("worse", FALL),
    "neutral_high": ("neither", RISE),
    "neutral_low": ("neither", FALL),
}
ASSURANCES = {
    "hit_or_miss": ("ordinary", QUESTION),
    "pass": ("better", TICK),
    "fail": ("worse", CROSS),
}


def variation_icon(name: str) -> Markup:
    """A ring with a wave, a rising or a falling arrow; the words beside it say the same."""
    kind, line = VARIATIONS[name]
    ring = element("circle", class_="hb-icon__ring", cx=16, cy=16, r=14)
    return _icon(kind, ring, line)


def assurance_icon(name: str) -> Markup:
    """A square with a tick, a cross or a question mark."""
    kind, line = ASSURANCES[name]
    square = element("rect", class_="hb-icon__ring", x=2, y=2, width=28, height=28, rx=3)
    return _icon(kind, square, line)


def _icon(kind: str, outline: Markup, line: str) -> Markup:
    return element(
        "svg", outline, element("path", class_="hb-icon__line", d=line),
        class_=f"hb-icon hb-icon--{kind}", viewBox=f"0 0 {SIZE} {SIZE}", width=SIZE, height=SIZE,
        aria_hidden="true", focusable="false",
    )  # fmt: skip
