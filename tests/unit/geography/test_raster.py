import numpy as np
import pytest
import shapely

from hereabouts.geography.boundaries import Boundaries, from_wkb
from hereabouts.geography.raster import IdRaster, decode_raster, draw_raster, encode_raster


def boundaries_of(*shapes: shapely.Polygon) -> Boundaries:
    codes = [f"A{position:06}" for position in range(len(shapes))]
    return from_wkb(codes, codes, [shape.wkb for shape in shapes])


def number_at(raster: IdRaster, longitude: float, latitude: float) -> int:
    """The area at a place, by linear position: right for boxes a few degrees across."""
    west, south, east, north = raster.bounds
    column = int((longitude - west) / (east - west) * raster.width)
    row = int((north - latitude) / (north - south) * raster.height)
    return int(raster.ids[row, column])


def test_a_pixel_holds_the_number_of_the_area_there_and_0_outside() -> None:
    raster = draw_raster(boundaries_of(shapely.box(0, 0, 1, 1), shapely.box(2, 0, 3, 1)))

    assert number_at(raster, 0.5, 0.5) == 1
    assert number_at(raster, 2.5, 0.5) == 2
    assert number_at(raster, 1.5, 0.5) == 0
    assert raster.ids.dtype == np.uint16


def test_north_is_up() -> None:
    raster = draw_raster(boundaries_of(shapely.box(0, 0, 1, 1), shapely.box(0, 1, 1, 2)))

    assert raster.ids[10, raster.width // 2] == 2
    assert raster.ids[-10, raster.width // 2] == 1


def test_the_picture_fits_its_frame_and_keeps_its_shape() -> None:
    raster = draw_raster(boundaries_of(shapely.box(0, 0, 2, 1)), width=404, height=404)

    assert raster.width == 404
    assert raster.height == pytest.approx(204, abs=1)
    assert raster.bounds == pytest.approx((-0.01, -0.01, 2.01, 1.01), abs=0.003)


def test_a_town_is_drawn_over_the_county_round_it() -> None:
    town = shapely.box(4, 4, 5, 5)

    overlapping = draw_raster(boundaries_of(town, shapely.box(0, 0, 9, 9)))

    assert number_at(overlapping, 4.5, 4.5) == 1


def test_a_hole_is_outside_unless_an_area_fills_it() -> None:
    hole, filled = shapely.box(1, 1, 2, 2), shapely.box(5, 5, 6, 6)
    county = shapely.Polygon(
        shapely.box(0, 0, 9, 9).exterior, [hole.exterior.coords, filled.exterior.coords]
    )
    raster = draw_raster(boundaries_of(county, filled))

    assert number_at(raster, 1.5, 1.5) == 0
    assert number_at(raster, 5.5, 5.5) == 2
    assert number_at(raster, 8, 8) == 1


def test_an_area_smaller_than_a_pixel_still_gets_one() -> None:
    speck = shapely.box(3, 3, 3.00001, 3.00001)

    assert 2 in draw_raster(boundaries_of(shapely.box(0, 0, 9, 9), speck), width=90, height=90).ids


def test_areas_without_outlines_make_an_empty_picture() -> None:
    raster = draw_raster(from_wkb(["A"], ["a"], [None]))

    assert raster.ids.max() == 0
    assert raster.width <= 900
    assert raster.height <= 1100


@pytest.mark.parametrize(("largest", "kind"), [(65_535, np.uint16), (65_536, np.uint32)])
def test_the_web_picture_gives_the_numbers_back(largest: int, kind: type[np.generic]) -> None:
    ids = np.array([[0, 1, 255, 256], [largest, 65_535, 512, 7]]).astype(kind)

    webp = encode_raster(IdRaster(ids, (0.0, 0.0, 4.0, 2.0)))
    back = decode_raster(webp, mercator=(0.0, 0.0, 4.0, 2.0))

    assert back.ids.dtype == kind
    assert (back.ids == ids).all()
    assert (back.width, back.height) == (4, 2)
