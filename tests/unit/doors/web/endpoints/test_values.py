"""The array that colours a map, to the bit."""

import struct

import pytest

from tests.unit.doors.web.client import Client

AT = "/r/1/values"


def bits(site: Client, what: str) -> list[int]:
    answer = site.get(f"{AT}/{what}")
    assert answer.status_code == 200
    return [word for (word,) in struct.iter_unpack("<I", answer.content)]


def numbers(site: Client, what: str) -> list[float]:
    return [value for (value,) in struct.iter_unpack("<f", site.get(f"{AT}/{what}").content)]


def test_there_is_one_little_endian_float_for_each_area_in_number_order(site: Client) -> None:
    found = numbers(site, "access.within_30/icb22/2017-01-01.f32")
    assert found[:4] == [40.0, 60.0, 80.0, 40.0]
    assert len(found) == 5


def test_a_value_that_is_not_available_has_its_own_bits(site: Client) -> None:
    assert bits(site, "access.within_30/icb22/2017-01-01.f32")[4] == 0x7FC00002


def test_a_value_that_is_not_applicable_has_its_own_bits(site: Client) -> None:
    assert bits(site, "access.travel_minutes/icb22/2017-01-01.f32")[4] == 0x7FC00003


def test_a_hidden_value_has_its_own_bits_and_nothing_else(site: Client) -> None:
    assert bits(site, "workforce.nurses/icb22/2023-01-01.f32")[1] == 0x7FC00001


def test_an_area_that_was_never_observed_is_not_available(site: Client) -> None:
    found = bits(site, "workforce.nurses/country/2023-01-01.f32")
    assert found[1] == 0x7FC00002


def test_a_category_has_values_of_its_own(site: Client) -> None:
    all_, women = (
        numbers(site, f"workforce.nurses/icb22/2023-01-01.f32{query}")[0]
        for query in ("", "?category=Female")
    )
    assert women == pytest.approx(all_ * 0.75)


@pytest.mark.parametrize(
    ("what", "status"),
    [
        ("access.within_30/icb22/2018-01-01.f32", 404),
        ("access.within_30/icb22/nonsense.f32", 404),
        ("access.within_30/none/2017-01-01.f32", 404),
        ("access.nothing/icb22/2017-01-01.f32", 404),
        ("nothing/icb22/2017-01-01.f32", 404),
        ("access.travel_minutes/lsoa11/2017-01-01.f32", 404),
        ("access.within_30/icb22/2017-01-01.csv", 404),
        ("workforce.nurses/icb22/2023-01-01.f32?category=none", 400),
        ("access.within_30/icb22/2017-01-01.f32?colour=red", 400),
    ],
)
def test_what_was_not_released_is_refused(site: Client, what: str, status: int) -> None:
    answer = site.get(f"{AT}/{what}")
    assert answer.status_code == status
    assert set(answer.json()["error"]) == {"code", "problem", "do"}
