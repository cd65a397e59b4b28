"""What no open door may say: words, and numbers that only the internal releases hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import isfinite
from pathlib import Path

from tests.journeys.open_doors import Bundle
from tests.journeys.secret_place import WORDS
from tests.journeys.walk_doors import Answer

DISTINCT = 5  # digits that a number has at least, so that it is nowhere by chance
TOLD_APART = ".6g"  # float32 is exact to a little more
ALL_OF_THEM = "100000"  # what a hidden share of nearly all is rounded to, and what rates are per
SUPPLIER = "Umberslade"  # whose own link may name it
FIGURES = ("numerator", "denominator", "value", "lower", "upper")
TABLES = {
    "observations": FIGURES,
    "hot_spots": ("z", "q"),
    "similar_areas": ("distance",),
    "inequalities": ("slope", "slope_lower", "slope_upper", "ratio", "ratio_lower", "ratio_upper"),
}


@dataclass(frozen=True)
class Leak:
    """Something that was said, and where. What it was is named: it is made up."""

    address: str
    said: str


class Secrets:
    """What is kept back in a place whose releases are in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.open = [Bundle(path) for path in sorted(folder.glob("*-open"))]
        self.internal = [Bundle(path) for path in sorted(folder.glob("*-internal"))]

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Hidden figures as they might be written: whole, with few decimals, or to six digits."""
        return frozenset(_written(self.internal)) - frozenset(_written(self.open)) - {ALL_OF_THEM}

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Names, addresses, and the hashes and numbers of rows of what is not open."""
        products = [one for bundle in self.internal for one in bundle.said["products"]]
        closed = [one for one in products if one["sensitivity"] != "open"]
        received = [one["sha256"] for one in closed if one["sha256"]]
        counted = [f"{one['rows']:,}" for one in closed if one["rows"] > 1_000 and one["rows"] % 10]
        origins = [one["origin"] for one in closed if one["origin"]]
        return tuple(dict.fromkeys([*WORDS, *received, *counted, *origins]))

    def leaks(self, answers: Iterable[Answer]) -> Iterator[Leak]:
        for answer in answers:
            for word in self.words:
                own = answer.address.startswith("/send/") and SUPPLIER in word
                if word.casefold() in answer.text.casefold() and not own:
                    yield Leak(answer.address, word)
            said = {form for token in answer.numbers_said for form in _forms(Decimal(token))}
            said |= {format(number, TOLD_APART) for number in answer.numbers}
            yield from (Leak(answer.address, one) for one in sorted(said & self.numbers))


def forms_of(bundles: Iterable[Bundle], where: str) -> frozenset[str]:
    """As they might be written: the figures of observations and hot spots that `where` chooses."""
    numbers = {
        number
        for bundle in bundles
        for table in ("observations", "hot_spots")
        for row in bundle.rows(f"select {', '.join(TABLES[table])} from {table} where {where}")
        for number in row
        if number is not None and isfinite(number)
    }
    return frozenset(form for number in numbers for form in _ways_to_write(number))


def figures(bundle: Bundle) -> Iterator[float]:
    """Every number in the tables of a release."""
    for table, columns in TABLES.items():
        for row in bundle.rows(f"select {', '.join(columns)} from {table}"):
            yield from (number for number in row if number is not None and isfinite(number))


def _written(bundles: Iterable[Bundle]) -> Iterator[str]:
    for number in {one for bundle in bundles for one in figures(bundle)}:
        yield from _ways_to_write(number)


def _ways_to_write(number: float) -> Iterator[str]:
    for decimals in range(3):
        yield from _forms(Decimal(f"{number:.{decimals}f}"))
    yield from _forms(Decimal(repr(number)))


def _forms(number: Decimal) -> Iterator[str]:
    """A number as it is said, and to six digits where it has more; nothing when it has few."""
    plain = format(number.normalize(), "f")
    digits = len(plain.replace(".", "").lstrip("-0"))
    if digits >= DISTINCT:
        yield plain
    if digits > int(TOLD_APART[1]):
        yield format(float(number), TOLD_APART)
