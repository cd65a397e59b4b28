"""What a page must know when it is to be a file: nothing answers it but other files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Published:
    """A site of files. `area_types` are the kinds of area whose areas have pages there."""

    area_types: frozenset[str]
