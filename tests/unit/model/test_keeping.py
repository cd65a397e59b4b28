"""A method that remembers, on an object that still goes away."""

import gc
import weakref

import pytest

from hereabouts.model.keeping import keeping


class Asked:
    """Says how often it was asked for what."""

    def __init__(self) -> None:
        self.times: list[int] = []
        self.doubled = keeping(self._double, most=2)

    def _double(self, number: int) -> int:
        self.times.append(number)
        return 2 * number


def test_an_answer_is_worked_out_once_while_it_is_among_the_newest() -> None:
    asked = Asked()
    assert [asked.doubled(number) for number in (1, 1, 2, 1, 3, 2)] == [2, 2, 4, 2, 6, 4]
    assert asked.times == [1, 2, 3, 2]


def test_who_remembers_is_gone_as_soon_as_nobody_holds_it() -> None:
    asked = Asked()
    asked.doubled(1)
    gone = weakref.ref(asked)
    gc.disable()
    try:
        del asked
        assert gone() is None
    finally:
        gc.enable()


def test_nothing_is_worked_out_for_who_is_gone() -> None:
    doubled = Asked().doubled
    with pytest.raises(ReferenceError):
        doubled(1)
