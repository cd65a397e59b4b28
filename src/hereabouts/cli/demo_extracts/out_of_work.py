"""Made-up people of working age who neither work nor look for work, and an invented deprivation."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from hereabouts.cli.demo_extracts.tables import Row, shared_out, write_table

YEARS = (2023, 2024, 2025)
FIFTHS = 5
_SHARES = (0.295, 0.248, 0.215, 0.19, 0.165)  # inactive, of the worst-off fifth to the best off
_GROWS = 0.004  # a year
_WOMEN, _INACTIVE_WOMEN = 0.505, 0.58

#: Reason -> its weight among women and among men.
REASONS: Mapping[str, tuple[int, int]] = {
    "Long-term sick": (26, 33),
    "Looking after family or home": (29, 7),
    "Studying": (21, 32),
    "Retired early": (12, 13),
    "Sick for a while": (2, 2),
    "Another reason": (10, 13),
}
Counts = Counter[tuple[str, int]]  # local authority, year


def invented_fifths(random: Random, *, lsoas: Mapping[str, str]) -> dict[str, int]:
    """Each LSOA's fifth by a score drawn by chance, 1 the worst off.

    Half of a score is its local authority's, so that places differ as they do in life; no real
    measure of deprivation has a part in it.
    """
    of_authority = {name: random.gauss(0, 1) for name in sorted(set(lsoas.values()))}
    scores = {code: of_authority[name] + random.gauss(0, 1) for code, name in lsoas.items()}
    ordered = sorted(scores, key=scores.__getitem__)
    return {code: 1 + at * FIFTHS // len(ordered) for at, code in enumerate(ordered)}


def write_fifths(path: Path, *, fifths: Mapping[str, int]) -> None:
    """Which invented fifth each LSOA is in."""
    write_table(path, ("LSOA (2011)", "Invented fifth"), sorted(fifths.items()))


def write_inactive(
    path: Path, random: Random, *, lsoas: Mapping[str, str], fifths: Mapping[str, int]
) -> tuple[Counts, Counts]:
    """People aged 16 to 64 and those inactive, by LSOA and year; both again by local authority."""
    everyone, inactive = Counts(), Counts()
    rows: list[Row] = []
    for code, authority in lsoas.items():
        usual, people = random.gauss(_SHARES[fifths[code] - 1], 0.03), random.gauss(960, 110)
        for at, year in enumerate(YEARS):
            size = round(people * (1 + 0.004 * at))
            out = round(size * max(usual + _GROWS * at, 0.02))
            everyone[authority, year] += size
            inactive[authority, year] += out
            rows.append((code, year, size, out))
    write_table(path, ("LSOA (2011)", "Year", "Aged 16 to 64", "Economically inactive"), rows)
    return everyone, inactive


def write_reasons(path: Path, random: Random, *, everyone: Counts, inactive: Counts) -> None:
    """The same people by local authority, year, sex and reason."""
    heading = ("Local authority", "Year", "Sex", "Aged 16 to 64", *REASONS)
    rows = [row for key in sorted(everyone) for row in _by_sex(random, key, everyone, inactive)]
    write_table(path, heading, rows)


def _by_sex(
    random: Random, key: tuple[str, int], everyone: Counts, inactive: Counts
) -> Iterator[Row]:
    people = shared_out(everyone[key], (_WOMEN, 1 - _WOMEN))
    share = random.gauss(_INACTIVE_WOMEN, 0.01)
    out = shared_out(inactive[key], (share, 1 - share))
    for at, sex in enumerate(("Women", "Men")):
        weights = [pair[at] * random.uniform(0.85, 1.15) for pair in REASONS.values()]
        yield (*key, sex, people[at], *shared_out(out[at], weights))
