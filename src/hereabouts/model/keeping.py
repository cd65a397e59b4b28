"""Remembering what a method answered, without keeping alive whoever it is a method of."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import TypeVar
from weakref import WeakMethod

Answer = TypeVar("Answer")


def keeping(method: Callable[..., Answer], *, most: int) -> Callable[..., Answer]:
    """A bound method that remembers its `most` newest answers. Its object is to hold it.

    An object that held itself, as it would through `lru_cache` of its own method, would keep
    its files open and its memory taken until somebody looked for circles.
    """
    alive = WeakMethod(method)

    @lru_cache(maxsize=most)
    def remembered(*asked: Hashable) -> Answer:
        found: Callable[..., Answer] | None = alive()
        if found is None:
            raise ReferenceError
        return found(*asked)

    return remembered
