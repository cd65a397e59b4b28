"""What a page must know when it is to be a file: nothing answers it but other files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Published:
    """A site of files, by kinds of area: those whose areas have pages there.

    Of `alone` there are very many: their areas have a page, and no files beside it. Of `packs`
    the areas have board packs.
    """

    area_types: frozenset[str]
    alone: frozenset[str] = frozenset()
    packs: frozenset[str] = frozenset()
