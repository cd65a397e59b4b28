"""Cell keys: the same people, the same noise."""

import numpy as np
import pytest

from hereabouts.disclosure.cell_key import (
    area_count_keys,
    cell_keys,
    perturb,
    record_keys,
    secret_in,
)
from hereabouts.disclosure.p_table import p_table
from hereabouts.errors import DisclosureError
from hereabouts.model.noise import Noise

SECRET = "HEREABOUTS_CELL_KEY_SECRET"  # noqa: S105  the name of the variable
LONG = b"a secret of thirty-two characters"
TABLE = p_table(Noise(at_most=5, variance=3, never_to=2))
NAN = float("nan")


def test_a_key_depends_on_the_record_and_on_the_secret() -> None:
    one, other, same = record_keys(["9434765919", "9434765870", "9434765919"], secret=LONG)
    assert one == same
    assert one != other
    assert record_keys(["9434765919"], secret=b"another")[0] != one


def test_a_key_is_the_first_eight_bytes_of_the_hash() -> None:
    """RFC 4231, test case 2: HMAC-SHA-256 of these words under the key `Jefe`."""
    (key,) = record_keys(["what do ya want for nothing?"], secret=b"Jefe")
    assert int(key).to_bytes(8, "little").hex() == "5bdcc146bf60754e"


def test_keys_of_a_cell_are_added_up_and_wrap_round() -> None:
    keys = np.array([2**64 - 1, 3, 5], np.uint64)
    assert cell_keys(keys, np.array([0, 0, 2]), cells=3).tolist() == [2, 0, 5]


@pytest.mark.parametrize("environ", [{}, {SECRET: ""}, {SECRET: "hunter2"}])
def test_a_secret_that_is_missing_or_short_is_refused_and_not_repeated(
    environ: dict[str, str],
) -> None:
    with pytest.raises(DisclosureError) as caught:
        secret_in(environ)
    assert caught.value.code == "D122"
    assert "hunter2" not in str(caught.value)


def test_a_secret_is_taken_from_the_environment() -> None:
    assert secret_in({SECRET: LONG.decode() + "\n"}) == LONG


def test_the_same_people_get_the_same_noise_in_another_table() -> None:
    """200,000 made-up people by area and age, and again those of one age alone."""
    random = np.random.default_rng(20261128)
    area, age = random.integers(0, 2000, 200_000), random.integers(0, 5, 200_000)
    keys = record_keys(map(str, range(200_000)), secret=LONG)
    by_both = np.bincount(area * 5 + age, minlength=10_000).astype(np.float64)
    shown = perturb(by_both, cell_keys(keys, area * 5 + age, cells=10_000), TABLE)
    young = age == 0
    counts = np.bincount(area[young], minlength=2000).astype(np.float64)
    again = perturb(counts, cell_keys(keys[young], area[young], cells=2000), TABLE)
    np.testing.assert_array_equal(again, shown.reshape(2000, 5)[:, 0])


def test_noise_is_as_the_policy_says() -> None:
    keys = record_keys(map(str, range(40_000)), secret=LONG)
    noise = perturb(np.full(40_000, 100.0), keys, TABLE) - 100
    assert np.abs(noise).max() == 5
    assert abs(noise.mean()) < 0.04  # 4.6 standard errors
    assert abs(noise.var() - 3) < 0.1


def test_a_missing_count_stays_missing_and_zero_stays_zero() -> None:
    shown = perturb(np.array([NAN, 0.0]), np.array([1, 2], np.uint64), TABLE)
    np.testing.assert_array_equal(shown, [NAN, 0])


@pytest.mark.parametrize(("count", "code"), [(-1.0, "D103"), (2.5, "D104")])
def test_what_no_counting_can_produce_is_refused(count: float, code: str) -> None:
    with pytest.raises(DisclosureError) as caught:
        perturb(np.array([count]), np.array([1], np.uint64), TABLE)
    assert caught.value.code == code


def areas_of(*bases: str) -> int:
    return int(cell_keys(record_keys(bases, secret=LONG), np.zeros(len(bases), int), cells=1)[0])


def key(area: int, about: str = "asthma|2025|all", count: float = 40) -> int:
    keys = np.array([area], np.uint64)
    return int(area_count_keys(keys, [about], np.array([count]), secret=LONG)[0])


def test_the_same_base_areas_get_the_same_noise_whatever_they_are_called() -> None:
    """A ward and a neighbourhood of the same blocks: two draws would average to the truth."""
    ward, neighbourhood = areas_of("E01", "E02"), areas_of("E02", "E01")
    assert key(ward) == key(neighbourhood)


@pytest.mark.parametrize(
    "other",
    [
        key(areas_of("E01", "E03")),
        key(areas_of("E01", "E02"), about="asthma|2026|all"),
        key(areas_of("E01", "E02"), count=41),
    ],
    ids=["other base areas", "another period", "a revised count"],
)
def test_anything_else_gets_other_noise(other: int) -> None:
    assert key(areas_of("E01", "E02")) != other
