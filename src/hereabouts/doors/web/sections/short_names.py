"""Names short enough to stand beside a point."""

from collections.abc import Sequence
from itertools import takewhile

FEWEST = 3  # names: two may begin alike by chance


def without_shared_words(names: Sequence[str]) -> list[str]:
    """The names without the words that all of them begin and end with.

    `NHS Devon Integrated Care Board` among others of its kind is `Devon`.
    """
    parted = [name.split() for name in names]
    if len(parted) < FEWEST:
        return list(names)
    first = _shared(parted)
    last = _shared([words[::-1] for words in parted])
    if any(len(words) <= first + last for words in parted):
        return list(names)
    return [" ".join(words[first : len(words) - last]) for words in parted]


def _shared(parted: Sequence[Sequence[str]]) -> int:
    """How many words at the start are the same in all."""
    columns = zip(*parted, strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))
