"""The map of one indicator as a picture, in the classes and colours of its legend."""

from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.map_colouring import colouring_of
from hereabouts.doors.web.visit import Visit
from hereabouts.geography import paint as painting
from hereabouts.geography.raster import IdRaster


def painted_map(visit: Visit, raster: IdRaster, state: IndicatorState) -> bytes:
    """The map that `state` asks for, as a PNG."""
    made = colouring_of(visit, state)
    palette = [one.colour for one in made.fills]
    patterned = any(one.pattern for one in made.fills)
    patterns = [(one.pattern, one.ink) for one in made.fills] if patterned else []
    return painting.paint(raster, made.classes, palette, patterns)
