"""Other ways to say what was typed, by the words that a glossary says are the same."""

from collections.abc import Iterator
from functools import lru_cache

from hereabouts.model.term import names_of
from hereabouts.release.folding import fold
from hereabouts.release.reader import ReleaseReader

MOST_WORDINGS = 6

Names = tuple[str, ...]


@lru_cache(maxsize=16)
def same_words(reader: ReleaseReader) -> tuple[Names, ...]:
    """For each term that has more than one name, all of them, folded."""
    manifest = reader.manifest
    found = (
        dict.fromkeys(fold(one) for one in (*names_of(term), *manifest.also_called.get(term, ())))
        for term in manifest.glossary
    )
    return tuple(tuple(names) for names in found if len(names) > 1)


def wordings(text: str, *, same: tuple[Names, ...]) -> tuple[str, ...]:
    """`text`, folded, then with each name of a term in the place of another.

    Args:
        text: folded.
        same: the names of each term.
    """
    found = dict.fromkeys((text, *_others(text, same)))
    return tuple(found)[:MOST_WORDINGS]


def _others(text: str, same: tuple[Names, ...]) -> Iterator[str]:
    padded = f" {text} "
    for names in same:
        for name in names:
            if f" {name} " in padded:
                others = (other for other in names if other != name)
                yield from (padded.replace(f" {name} ", f" {other} ").strip() for other in others)
