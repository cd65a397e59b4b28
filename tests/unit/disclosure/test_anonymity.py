"""How well rows hide among each other."""

import numpy as np
import pytest

from hereabouts.disclosure.anonymity import anonymity, anonymity_of
from hereabouts.errors import DisclosureError

AGE = np.array([1, 1, 1, 2, 2, 3])
SEX = np.array([0, 0, 0, 0, 0, 1])
ILLNESS = np.array([7, 8, 9, 7, 7, 8])


def test_rows_alike_in_every_quasi_identifier_are_a_group() -> None:
    found = anonymity_of([AGE, SEX], None, k=3)
    assert (found.rows, found.groups, found.smallest_group) == (6, 3, 1)
    assert (found.groups_under_k, found.rows_under_k) == (2, 3)
    assert found.share_under_k == 0.5
    assert not found.holds
    assert found.fewest_values is None


def test_a_group_that_has_one_illness_tells_it_however_large_it_is() -> None:
    assert anonymity_of([SEX[:5]], ILLNESS[:5], k=5).fewest_values == 3
    assert anonymity_of([AGE[:5]], ILLNESS[:5], k=2).fewest_values == 1


def test_rows_hide_where_no_group_is_under_k() -> None:
    assert anonymity_of([AGE[:5]], None, k=2).holds
    assert not anonymity_of([AGE[:5]], None, k=3).holds


def test_no_rows_have_nobody_to_hide() -> None:
    nothing = np.array([], np.int64)
    found = anonymity_of([nothing], nothing, k=5)
    assert (found.rows, found.smallest_group, found.share_under_k) == (0, 0, 0)
    assert found.holds


def test_sizes_of_groups_are_enough() -> None:
    found = anonymity(np.array([3, 2, 1]), np.array([3, 1, 1]), k=3)
    assert found == anonymity_of([AGE, SEX], ILLNESS, k=3)


@pytest.mark.parametrize(("sizes", "k"), [([2, 2], 1), ([0, 2], 5)])
def test_what_hides_nobody_is_refused(sizes: list[int], k: int) -> None:
    with pytest.raises(DisclosureError) as caught:
        anonymity(np.array(sizes), None, k=k)
    assert caught.value.code == "D125"


def test_at_least_one_column_is_named() -> None:
    with pytest.raises(DisclosureError) as caught:
        anonymity_of([], None, k=5)
    assert caught.value.code == "D125"
