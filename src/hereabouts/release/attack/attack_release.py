"""The attack itself: every hidden count of a release, bounded by all that is published."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from hereabouts.disclosure.attack.bounds import attack
from hereabouts.disclosure.linear_system import Flags, Numbers, Whole
from hereabouts.errors import DisclosureError
from hereabouts.model.indicator import Method
from hereabouts.model.sql import literal
from hereabouts.release.attack.cells import Cells, cells_of, system_over
from hereabouts.release.attack.earlier import EarlierRelease
from hereabouts.release.attack.told import Told, of_counts, of_the_rest
from hereabouts.release.bundle_reading import read_json
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.release.manifest_parsing import parse_manifest

NUMERATOR, DENOMINATOR, REST = "numerator", "denominator", "rest"
ADDRESSES = 20
_WHERE = """
    select indicator, area_type, area_code, coalesce(period_start::varchar, '') as period_start,
           category from cells where cell = ?
"""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a hidden count can be worked out too closely. Never what it is."""

    indicator: str
    area_type: str
    area_code: str
    period_start: str
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attacked:
    """What an attack on some indicators came to: rows, each counted once whatever gave it away."""

    indicators: tuple[str, ...]
    cells_hidden: int
    recovered_exactly: int
    narrower_than_policy: int
    addresses: tuple[Address, ...]  # of the first few

    def as_json(self) -> dict[str, Any]:
        """For release.json, and for those who repeat the attack."""
        return asdict(self)


def attack_release(folder: Path, *, earlier: Sequence[Path] = ()) -> tuple[Attacked, ...]:
    """Attack one bundle together with earlier ones for the same audience.

    Args:
        folder: with `release.json` and `serve.duckdb`.
        earlier: folders of releases before it.

    Returns:
        What it came to for each family of indicators that count the same things.

    Raises:
        DisclosureError: D402 the solver stopped early.
        ReleaseError: R103 a release.json cannot be understood.
    """
    manifest = parse_manifest(read_json(folder / "release.json"))
    before = [EarlierRelease(path) for path in earlier]
    with duckdb.connect() as connection:
        connection.execute(f"attach {literal(str(folder / 'serve.duckdb'))} as release (read_only)")
        return tuple(
            _attacked(connection, family, before) for family in _families(manifest.observed)
        )


def _families(
    indicators: Sequence[ReleasedIndicator],
) -> Iterator[tuple[ReleasedIndicator, ...]]:
    found: dict[str, list[ReleasedIndicator]] = {}
    for one in indicators:
        if one.policy.protects and one.policy.scheme != "cell_key":
            found.setdefault(one.counts or one.id, []).append(one)
    yield from map(tuple, found.values())


def _attacked(
    connection: duckdb.DuckDBPyConnection,
    family: tuple[ReleasedIndicator, ...],
    before: Sequence[EarlierRelease],
) -> Attacked:
    try:
        cells = cells_of(connection, family, breakdowns=True)
        exactly, narrow = _worked_out(connection, cells, family, before)
    except DisclosureError as error:
        if error.code != "D401" or len(family) == 1:
            raise
        # Breakdowns that do not add up alike tell nothing of each other.
        cells = cells_of(connection, family, breakdowns=False)
        exactly, narrow = _worked_out(connection, cells, family, before)
    at = np.flatnonzero(narrow)[:ADDRESSES]
    rows = [connection.execute(_WHERE, [int(cell)]).fetchone() for cell in at]
    return Attacked(
        indicators=tuple(indicator.id for indicator in family),
        cells_hidden=int(cells.hidden.sum()),
        recovered_exactly=int(exactly.sum()),
        narrower_than_policy=int(narrow.sum()),
        addresses=tuple(Address(*row) for row in rows if row),
    )


def _worked_out(
    connection: duckdb.DuckDBPyConnection,
    cells: Cells,
    family: tuple[ReleasedIndicator, ...],
    before: Sequence[EarlierRelease],
) -> tuple[Flags, Flags]:
    """Which cells can be worked out exactly, and which more closely than their policy allows."""
    told = _told(cells, family)
    known = {kind: (told[kind].lower, told[kind].upper) for kind in (NUMERATOR, DENOMINATOR)}
    for release in before:
        known = release.narrowed(connection, [one.id for one in family], known)
    known[REST] = (told[REST].lower, told[REST].upper)
    exactly, narrow = np.zeros((2, len(cells.hidden)), np.bool_)
    width = max(one.policy.minimum_width for one in family)
    sensitive_to = max(one.policy.suppress_to for one in family)
    for kind, (lower, upper) in known.items():
        tells = told[kind].tells | cells.unpublished
        found = _one_kind(cells, tells, (lower, upper), width, sensitive_to)
        exactly[found[0]], narrow[found[1]] = True, True
    return exactly, narrow


def _one_kind(
    cells: Cells,
    tells: Flags,
    interval: tuple[Numbers, Numbers],
    width: int,
    sensitive_to: int,
) -> tuple[Whole, Whole]:
    lower, upper = (np.where(np.isnan(end) | ~tells, 0.0, end) for end in interval)
    lower = np.where(cells.unpublished, 0.0, lower)
    upper = np.where(cells.unpublished, np.inf, upper)
    system = system_over(cells, tells).knowing(lower, upper, hidden=cells.hidden & tells)
    found = attack(system, width, sensitive_to=sensitive_to)
    return found.recovered_exactly, found.narrower_than_policy


def _told(cells: Cells, family: tuple[ReleasedIndicator, ...]) -> Mapping[str, Told]:
    """Intervals of numerators, denominators and the rest, indicator by indicator."""
    size = len(cells.hidden)
    whole = {
        kind: Told(np.zeros(size), np.full(size, np.inf), np.zeros(size, np.bool_))
        for kind in (NUMERATOR, DENOMINATOR, REST)
    }
    for indicator in family:
        mine = np.flatnonzero((cells.indicator == indicator.id) & ~cells.unpublished)
        hidden = cells.hidden[mine]
        top = of_counts(cells.numerator[mine], hidden, indicator, numerators=True)
        bottom = of_counts(cells.denominator[mine], hidden, indicator, numerators=False)
        rest = of_the_rest(top, bottom, hidden, indicator.policy)
        for kind, found in ((NUMERATOR, top), (DENOMINATOR, bottom), (REST, rest)):
            _put(whole[kind], mine, found, _has(kind, indicator.method))
    return whole


def _has(kind: str, method: Method) -> bool:
    """Whether a method's rows hold such a count of people or events."""
    if kind == NUMERATOR:
        return method is not Method.MEAN
    return method is not Method.COUNT if kind == DENOMINATOR else method is Method.PROPORTION


def _put(whole: Told, mine: Whole, found: Told, has: bool) -> None:  # noqa: FBT001
    whole.lower[mine], whole.upper[mine] = found.lower, found.upper
    whole.tells[mine] = found.tells & has
