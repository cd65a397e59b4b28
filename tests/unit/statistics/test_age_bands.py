import numpy as np
import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.age_bands import (
    require_reference,
    require_same_bands,
    require_standard,
)


def test_areas_by_bands_line_up_with_one_standard() -> None:
    require_same_bands(np.zeros((7, 3)), np.zeros((7, 3)), np.zeros(3))


@pytest.mark.parametrize(
    "shapes",
    [((7, 3), (7, 4)), ((7, 3), (6, 3)), ((7, 3), (7, 1)), ((3,), ()), ((), ())],
    ids=["other bands", "other areas", "one for all bands", "a number", "numbers"],
)
def test_tables_that_do_not_line_up_are_refused(shapes: tuple[tuple[int, ...], ...]) -> None:
    with pytest.raises(DataError, match="Q712"):
        require_same_bands(*(np.zeros(shape) for shape in shapes))


@pytest.mark.parametrize("people", [[1.0, 0.0], [1.0, np.nan], []])
def test_a_standard_has_people_in_every_band(people: list[float]) -> None:
    with pytest.raises(DataError, match="Q711"):
        require_standard(np.array(people))


def test_a_reference_may_have_bands_without_events_but_none_missing() -> None:
    assert require_reference(np.array([0.0, 3.0])).tolist() == [0, 3]
    with pytest.raises(DataError, match="Q711"):
        require_reference(np.array([np.nan, 3.0]))
