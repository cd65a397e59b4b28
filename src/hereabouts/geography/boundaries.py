"""Outlines of the areas of one area type, in the order that numbers them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from hereabouts.errors import DataError
from hereabouts.geography.mending import mend

_POLYGON, _MULTIPOLYGON = 3, 6
_EAST, _NORTH = 180.001, 90.001  # degrees, and a little for rounding


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Outlines in longitude and latitude (EPSG:4326), sorted by area code.

    An area's number is its 1-based position. An area without an outline keeps its number and
    has an empty polygon, so numbers agree with the list of areas whatever was drawn.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    shapes: NDArray[Any]  # of shapely Polygon or MultiPolygon, one per code
    mended: tuple[str, ...] = ()  # codes whose outline crossed itself as it came

    def __len__(self) -> int:
        return len(self.codes)


def from_wkb(codes: Sequence[str], names: Sequence[str], wkb: Sequence[bytes | None]) -> Boundaries:
    """Boundaries from well-known binary in EPSG:4326, in any order.

    Args:
        codes: one per area, each once.
        names: one per area.
        wkb: one per area; None where the area has no outline.

    Raises:
        DataError: Q501 an area code comes twice; Q502 an outline is not a polygon; Q503 an outline
            cannot be decoded; Q412 outlines are not in longitude and latitude.
    """
    twice = [code for code, times in Counter(codes).items() if times > 1]
    if twice:
        raise DataError(
            f"{len(twice)} area codes have more than one outline, the first is {twice[0]}",
            code="Q501",
            do="keep one row per area in the boundaries product, or dissolve the parts first",
        )
    shapes, mended = mend(_polygons(codes, wkb))
    _refuse_other_than_degrees(shapes)
    drawn = _in_order(codes, names, shapes)
    return replace(
        drawn, mended=tuple(sorted(code for code, m in zip(codes, mended, strict=True) if m))
    )


def dissolve(
    base: Boundaries, *, members: Mapping[str, Sequence[str]], names: Mapping[str, str]
) -> Boundaries:
    """Outlines of larger areas, each made of whole base areas.

    Args:
        base: the smallest areas.
        members: larger area code to the codes of its base areas; one base area may be in several.
        names: name of every larger area; one that no base area lies in gets an empty outline.
    """
    position = {code: number for number, code in enumerate(base.codes)}
    pinhole = _largest_pinhole(base.shapes)
    parts = [[position[m] for m in members.get(code, ()) if m in position] for code in names]
    shapes = np.array(
        [_outline(base.shapes[sorted(part)], pinhole=pinhole) for part in parts], dtype=object
    )
    return _in_order(tuple(names), tuple(names.values()), shapes)


def _polygons(codes: Sequence[str], wkb: Sequence[bytes | None]) -> NDArray[Any]:
    try:
        shapes = shapely.force_2d(shapely.from_wkb(np.array(wkb, dtype=object)))
    except shapely.errors.ShapelyError as error:
        raise DataError(
            "an outline is not well-known binary",
            code="Q503",
            do="check that the boundaries product's geometry column holds WKB in EPSG:4326",
        ) from error
    missing = shapely.is_missing(shapes)
    odd = ~missing & ~np.isin(shapely.get_type_id(shapes), (_POLYGON, _MULTIPOLYGON))
    if odd.any():
        raise DataError(
            f"{int(odd.sum())} outlines are not polygons, the first is of "
            f"{codes[int(odd.argmax())]}",
            code="Q502",
            do="give the boundaries product polygons or multipolygons only",
        )
    shapes[missing] = shapely.Polygon()
    return np.asarray(shapes, dtype=object)


def _refuse_other_than_degrees(shapes: NDArray[Any]) -> None:
    west, south, east, north = shapely.total_bounds(shapes)  # NaN, which passes, if all are empty
    if west < -_EAST or south < -_NORTH or east > _EAST or north > _NORTH:
        raise DataError(
            "outlines have coordinates that cannot be longitude and latitude",
            code="Q412",
            do="set `crs` in the source.yml of what they come from, such as `crs: EPSG:27700` for"
            " the British National Grid; a model must leave the coordinates as it finds them",
        )


def _in_order(codes: Sequence[str], names: Sequence[str], shapes: NDArray[Any]) -> Boundaries:
    order = sorted(range(len(codes)), key=lambda position: codes[position].encode())
    return Boundaries(
        tuple(codes[position] for position in order),
        tuple(names[position] for position in order),
        shapes[order],
    )


def _largest_pinhole(shapes: NDArray[Any]) -> float:
    """The size, in square degrees, below which a hole is too small to hold any area.

    Published outlines do not quite meet (the ONS generalised files overlap and gap a little), so
    a dissolve leaves pinholes along the seams.
    """
    sizes = shapely.area(shapes)
    sizes = sizes[sizes > 0]
    return float(sizes.min()) / 2 if sizes.size else 0.0


def _outline(members: NDArray[Any], *, pinhole: float) -> shapely.Geometry:
    if not len(members):
        return shapely.MultiPolygon()
    if shapely.coverage_is_valid(members):
        union = shapely.coverage_union_all(members)
    else:
        union = shapely.union_all(members)
    parts = shapely.get_parts(union)
    polygons = [_without_pinholes(part, pinhole) for part in _only_polygons(parts)]
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


def _only_polygons(parts: NDArray[Any]) -> Iterable[shapely.Polygon]:
    return (part for part in parts if isinstance(part, shapely.Polygon) and not part.is_empty)


def _without_pinholes(polygon: shapely.Polygon, pinhole: float) -> shapely.Polygon:
    holes = [ring for ring in polygon.interiors if shapely.Polygon(ring).area > pinhole]
    if len(holes) == len(polygon.interiors):
        return polygon
    return shapely.Polygon(polygon.exterior, holes)
