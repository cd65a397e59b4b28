"""The attack itself: every hidden count of a release, bounded by all that is published."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from hereabouts.disclosure.linear_system import Flags, System, Whole
from hereabouts.errors import DisclosureError
from hereabouts.model.indicator import Method
from hereabouts.model.sql import literal
from hereabouts.release.attack.cells import Cells, cells_of, system_over
from hereabouts.release.attack.earlier import Beyond, attack_believing
from hereabouts.release.attack.told import Told, of_counts, of_the_rest, of_values
from hereabouts.release.bundle_reading import read_json
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.release.manifest_parsing import parse_manifest
from hereabouts.release.period_unions import period_sums
from hereabouts.release.said_before import read_said
from hereabouts.release.said_of_cells import said_of_cells

NUMERATOR, DENOMINATOR, REST = "numerator", "denominator", "rest"
ADDRESSES = 20
MEMBERS = "release.members"
_HIDING = """
    select indicator from release.observations where marker = '[c]'
    union select indicator from said_hidden
"""
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
    return tuple(attack_families(folder, earlier=earlier))


def attack_families(
    folder: Path,
    *,
    earlier: Sequence[Path] = (),
    also: Callable[[duckdb.DuckDBPyConnection], None] | None = None,
) -> Iterator[Attacked]:
    """The same, each family as soon as it is done; `also` may add to what was said before."""
    manifest = parse_manifest(read_json(folder / "release.json"))
    names = [one.id for one in manifest.observed]
    with duckdb.connect() as connection:
        connection.execute(f"attach {literal(str(folder / 'serve.duckdb'))} as release (read_only)")
        read_said(connection, earlier, names, members=MEMBERS)
        if also is not None:
            also(connection)
        hiding = {name for (name,) in connection.execute(_HIDING).fetchall()}
        for family in _families(manifest.observed):
            if hiding.isdisjoint(one.id for one in family):
                yield _nothing_hidden(family)
            else:
                yield _attacked(connection, family)


def _nothing_hidden(family: tuple[ReleasedIndicator, ...]) -> Attacked:
    return Attacked(
        indicators=tuple(indicator.id for indicator in family),
        cells_hidden=0,
        recovered_exactly=0,
        narrower_than_policy=0,
        addresses=(),
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
) -> Attacked:
    try:
        cells = cells_of(connection, family, breakdowns=True)
        exactly, narrow = _worked_out(connection, cells, family)
    except DisclosureError as error:
        if error.code != "D401" or len(family) == 1:
            raise
        # Breakdowns that do not add up alike tell nothing of each other.
        cells = cells_of(connection, family, breakdowns=False)
        exactly, narrow = _worked_out(connection, cells, family)
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
) -> tuple[Flags, Flags]:
    """Which cells can be worked out exactly, and which more closely than their policy allows."""
    told = _told(cells, family)
    beyond = _beyond(connection, family)
    exactly, narrow = np.zeros((2, len(cells.hidden)), np.bool_)
    width = max(one.policy.minimum_width for one in family)
    sensitive_from = 1 if all(one.policy.shows_zero for one in family) else 0
    sensitive_to = max(one.policy.suppress_to for one in family)
    for kind in told:
        system, tells = _one_kind(cells, told[kind])
        found = attack_believing(
            system,
            beyond[kind],
            tells,
            width=width,
            sensitive_from=sensitive_from,
            sensitive_to=sensitive_to,
        )
        exactly[found.recovered_exactly] = True
        narrow[found.narrower_than_policy] = True
    return exactly, narrow


def _beyond(
    connection: duckdb.DuckDBPyConnection, family: tuple[ReleasedIndicator, ...]
) -> Mapping[str, Beyond]:
    base = family[0].base_type
    over_time = period_sums(connection, {one.id: one.breakdown for one in family})
    return {
        kind: Beyond(
            said_of_cells(connection, kind, base=base, members=MEMBERS),
            over_time if kind == NUMERATOR else None,
        )
        for kind in (NUMERATOR, DENOMINATOR, REST)
    }


def _one_kind(cells: Cells, told: Told) -> tuple[System, Flags]:
    """What one release says of one kind of count, and which cells have such a count."""
    tells = told.tells | cells.unpublished
    lower, upper = (np.where(np.isnan(end) | ~tells, 0.0, end) for end in (told.lower, told.upper))
    lower = np.where(cells.unpublished, 0.0, lower)
    upper = np.where(cells.unpublished, np.inf, upper)
    return system_over(cells, tells).knowing(lower, upper, hidden=cells.hidden & tells), tells


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
        top = of_values(top, bottom, np.where(hidden, cells.value[mine], np.nan), indicator)
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
