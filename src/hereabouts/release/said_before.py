"""What earlier bundles said of counts: of the same base areas, under whatever name and code."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np

from hereabouts.disclosure.linear_system import Numbers
from hereabouts.engine.duckdb.columns import numbers
from hereabouts.model.indicator import Method
from hereabouts.model.policy import Audience
from hereabouts.model.sql import literal
from hereabouts.release.attack.told import Told, of_counts, of_the_rest
from hereabouts.release.bundle_reading import read_json
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.release.manifest_parsing import parse_manifest

#: How many earlier releases are read at most, the newest.
AT_MOST = 24
KINDS = ("numerator", "denominator", "rest")

_TABLES = """
    create or replace temp table said (
        indicator varchar, made_of varchar, period_start date, period_end date,
        category varchar, kind varchar, least double, most double, release bigint
    );
    create or replace temp table said_hidden (
        indicator varchar, made_of varchar, period_start date, period_end date, category varchar
    );
    create or replace temp table said_members (made_of varchar, base_code varchar);
"""
_MADE_OF = """
    select area_type, area_code, md5(string_agg(base_code, ' ' order by base_code)) as made_of
    from {members} group by all
"""
#: A benchmark is no list of base areas, and is itself as long as it has the same name and code.
_INSERT = """
    insert into said
    select o.indicator, coalesce(m.made_of, o.area_type || '/' || o.area_code),
           o.period_start, o.period_end, o.category, $kind, t.least, t.most, $release
    from before.observations as o
    join told as t on o.numerator is not distinct from t.numerator
        and o.denominator is not distinct from t.denominator
    left join made_of_then as m using (area_type, area_code)
    where o.indicator = $indicator and coalesce(o.marker, '') <> '[c]' and t.tells
"""
_MEMBERS = """
    insert into said_members
    select distinct made_of, base_code from before.members
    join made_of_then using (area_type, area_code)
    where made_of in (select made_of from said union all select made_of from said_hidden)
      and made_of not in (select made_of from said_members)
"""
_HIDDEN = """
    insert into said_hidden
    select o.indicator, m.made_of, o.period_start, o.period_end, o.category
    from before.observations as o join made_of_then as m using (area_type, area_code)
    where o.indicator = ? and o.marker = '[c]'
"""
_PAIRS = """
    select distinct numerator, denominator from before.observations
    where indicator = ? and coalesce(marker, '') <> '[c]'
      and (numerator is not null or denominator is not null)
"""


@dataclass(frozen=True, slots=True)
class HeldAgainst:
    """Earlier bundles to read, oldest first, and how many older ones there are besides."""

    folders: tuple[Path, ...]
    left_out: int


def held_against(releases: Path, audience: Audience, *, below: int | None = None) -> HeldAgainst:
    """The newest complete bundles for `audience`, at most `AT_MOST`.

    Args:
        releases: the folder of releases.
        audience: others see other figures, and are no readers of these.
        below: numbers from here on are left out; None where all came before.
    """
    ending = f"-{audience.value}"
    found = {
        int(stem): path.parent
        for path in releases.glob(f"[0-9]*{ending}/release.json")
        if (stem := path.parent.name.removesuffix(ending)).isdigit()
    }
    numbers = sorted(number for number in found if below is None or number < below)
    return HeldAgainst(
        tuple(found[number] for number in numbers[-AT_MOST:]), max(len(numbers) - AT_MOST, 0)
    )


def read_said(
    connection: duckdb.DuckDBPyConnection,
    bundles: Sequence[Path],
    indicators: Sequence[str],
    *,
    members: str,
) -> None:
    """Fill `said`, `said_hidden`, `said_members` and `made_of_now`.

    Args:
        connection: sees the table `members`, and nothing called `before`.
        bundles: folders of earlier releases, oldest first.
        indicators: names, which are taken to mean what they did.
        members: of areas as they are now: `area_type, area_code, base_code`.

    Shape:
        `said` has an interval `least` to `most` for each kind of count of each row that was
        shown, and `said_hidden` the rows that were not. An area is known by `made_of`, a hash
        of its base areas, which are in `said_members`. A bundle of before members were
        published, or under noise, says nothing.

    Raises:
        ReleaseError: R103 a release.json cannot be understood.
    """
    connection.execute(_TABLES)
    _keep_made_of(connection, "made_of_now", members)
    for number, folder in enumerate(bundles):
        manifest = parse_manifest(read_json(folder / "release.json"))
        found = [manifest.indicator_of(name) for name in indicators]
        known = [one for one in found if one is not None and one.policy.scheme != "cell_key"]
        if not known:
            continue
        with _attached(connection, folder):
            if _has_members(connection):
                _keep_made_of(connection, "made_of_then", "before.members")
                for indicator in known:
                    _read(connection, indicator, number)
                connection.execute(_MEMBERS)


def _keep_made_of(connection: duckdb.DuckDBPyConnection, name: str, members: str) -> None:
    sql = _MADE_OF.format(members=members)
    connection.execute(f"create or replace temp table {name} as {sql}")


@contextmanager
def _attached(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[None]:
    connection.execute(f"attach {literal(str(folder / 'serve.duckdb'))} as before (read_only)")
    try:
        yield
    finally:
        connection.execute("detach before")


def _has_members(connection: duckdb.DuckDBPyConnection) -> bool:
    row = connection.execute(
        "select count(*) from duckdb_tables() where database_name = 'before'"
        " and table_name = 'members'"
    ).fetchone()
    return bool(row and row[0])


def _read(
    connection: duckdb.DuckDBPyConnection, indicator: ReleasedIndicator, release: int
) -> None:
    """Each pair of counts that was shown is told of once, however many rows show it."""
    connection.execute(_HIDDEN, [indicator.id])
    found = connection.execute(_PAIRS, [indicator.id]).fetchnumpy()
    shown = {name: numbers(column) for name, column in found.items()}
    for kind, told in _told(indicator, shown["numerator"], shown["denominator"]):
        connection.register(
            "told_pairs",
            shown | {"least": told.lower, "most": told.upper, "tells": told.tells},
        )
        connection.execute(
            "create or replace temp table told as select nullif(numerator, 'nan') as numerator,"
            " nullif(denominator, 'nan') as denominator, least, most, tells from told_pairs"
        )
        connection.unregister("told_pairs")
        connection.execute(_INSERT, {"kind": kind, "release": release, "indicator": indicator.id})


def _told(
    indicator: ReleasedIndicator, numerator: Numbers, denominator: Numbers
) -> Iterator[tuple[str, Told]]:
    nobody = np.zeros(len(numerator), np.bool_)
    top = of_counts(numerator, nobody, indicator, numerators=True)
    bottom = of_counts(denominator, nobody, indicator, numerators=False)
    if indicator.method is not Method.MEAN:
        yield "numerator", top
    if indicator.method is not Method.COUNT:
        yield "denominator", bottom
    if indicator.method is Method.PROPORTION:
        yield "rest", of_the_rest(top, bottom, nobody, indicator.policy)
