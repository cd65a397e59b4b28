"""Maps as pictures."""

import io

import pytest
from PIL import Image

from tests.unit.doors.web.client import Client


def picture(site: Client, path: str) -> Image.Image:
    answer = site.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
    return Image.open(io.BytesIO(answer.content)).convert("RGBA")


def test_each_area_has_the_colour_of_its_class(site: Client) -> None:
    image = picture(site, "/r/1/map/access.within_30/icb22/2017-01-01.png")
    middles = [image.getpixel((10 + 10 * area, 20)) for area in range(4)]
    assert middles[0] == middles[3]
    assert len(set(middles)) == 3
    assert middles[2] == (0x12, 0x43, 0x6D, 255)


def test_outside_every_area_nothing_is_drawn(site: Client) -> None:
    image = picture(site, "/r/1/map/access.within_30/icb22/2017-01-01.png")
    assert image.size == (60, 40)
    corner = image.getpixel((0, 0))
    assert isinstance(corner, tuple)
    assert corner[3] == 0


def test_one_area_is_picked_out_in_the_places_own_accent(site: Client) -> None:
    image = picture(site, "/r/1/locate/icb22/E54000037.png")
    assert image.getpixel((30, 20)) == (0xF4, 0x6A, 0x25, 255)
    assert image.getpixel((10, 20)) != image.getpixel((30, 20))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/r/1/map/access.within_30/lsoa11/2017-01-01.png", 404),
        ("/r/1/locate/lsoa11/E01000001.png", 404),
        ("/r/1/locate/icb22/none.png", 404),
        ("/r/1/locate/none/E54000037.png", 404),
        ("/r/1/locate/icb22/E54000037.png?size=9", 400),
    ],
)
def test_what_has_no_picture_is_refused(site: Client, path: str, status: int) -> None:
    assert site.get(path).status_code == status
