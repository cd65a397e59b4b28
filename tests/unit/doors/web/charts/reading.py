"""Reading a drawing: its elements by class, as a reader of SVG sees them."""

import re
from xml.etree import ElementTree as ET

from markupsafe import Markup

HOSTILE = "</title><script>alert(1)</script>"


def read(drawing: Markup) -> ET.Element:
    """The drawing, which must be well formed."""
    return ET.fromstring(drawing)  # noqa: S314  # our own


def classed(drawing: Markup, name: str) -> list[ET.Element]:
    """Every element with a class, in the order drawn."""
    return [one for one in read(drawing).iter() if name in one.get("class", "").split()]


def text_of(drawing: Markup, name: str) -> list[str]:
    return [one.text or "" for one in classed(drawing, name)]


def places(one: ET.Element) -> list[tuple[float, float]]:
    """The points a path goes through, of those written as absolute."""
    found = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", one.get("d", ""))
    return [(float(x), float(y)) for x, y in found]


def numbers_within(drawing: Markup, *, width: float, height: float) -> None:
    """Every absolute place is in the picture, and every number is one."""
    assert not re.search(r"nan|inf", str(drawing).replace("information", ""))
    for one in read(drawing).iter():
        assert all(-1 <= x <= width + 1 and -1 <= y <= height + 1 for x, y in places(one))
