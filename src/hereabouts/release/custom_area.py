"""Whether a sum over base areas that somebody chose may be told, beside all that was published."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from hereabouts.errors import ReleaseError
from hereabouts.model.indicator import Method
from hereabouts.model.sql import literal
from hereabouts.release.attack.attack_release import attack_families
from hereabouts.release.attack.told import of_counts
from hereabouts.release.bundle_reading import read_json
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.release.manifest_parsing import parse_manifest
from hereabouts.release.said_before import read_said

MEMBERS = "release.members"
MOST_NAMED = 5
_PLACES = f"""
    create or replace temp table published as
    with shown as (
        select distinct area_type, area_code from release.observations
        where indicator = $indicator and coalesce(marker, '') <> '[c]'
    ), told as (
        select area_type, area_code, base_code from {MEMBERS}
        semi join shown using (area_type, area_code)
        union all select 'earlier area', made_of, base_code from said_members
        where made_of in (select made_of from said) and made_of not in (
            select made_of from made_of_now semi join shown using (area_type, area_code)
        )
    )
    select distinct t.area_type, t.area_code, m.area_code as part
    from told as t join {MEMBERS} as m on m.base_code = t.base_code and m.area_type = $base
"""
#: What the chosen areas come to, and what they and a published area differ by where one lies in
#: the other.
_COUNTED = """
    with nested as (
        select area_type, area_code from published group by all
        having count(*) filter (list_contains($codes, part)) in (count(*), len($codes))
    ), pieces as (
        select p.area_type, p.area_code, p.part from published as p
        join nested using (area_type, area_code) where not list_contains($codes, p.part)
        union all
        select n.area_type, n.area_code, c.part
        from nested as n cross join (select unnest($codes) as part) as c
        anti join published as p on p.area_type = n.area_type and p.area_code = n.area_code
            and p.part = c.part
        union all select '', '', unnest($codes)
    )
    select p.area_type, p.area_code, e.period_start, e.period_end, e.category,
           sum(e.numerator) as numerator, sum(e.denominator) as denominator
    from pieces as p join exact_counts as e on e.area_code = p.part
    group by all order by all
"""
_STATE = """
    insert into said
    select $indicator, $made_of, $period_start, $period_end, $category, $kind, $least, $most,
           9223372036854775807
"""


class Reason(StrEnum):
    """Why a sum may not be told."""

    FEW = "it counts too few people or events"
    DIFFERS = "it differs from a published area by too few"
    NARROWS = "with it, a hidden count could be worked out"


@dataclass(frozen=True, slots=True, order=True)
class Objection:
    """One reason, and the area or indicator that it is about: never a count."""

    reason: Reason
    about: str = ""

    def __str__(self) -> str:
        return f"{self.reason} ({self.about})" if self.about else str(self.reason)


@dataclass(frozen=True, slots=True)
class MayShow:
    """The decision: shown where nothing is said against it."""

    objections: tuple[Objection, ...]

    @property
    def is_allowed(self) -> bool:
        """Whether it may be told, protected as its policy says, for every period and category."""
        return not self.objections


Row = dict[str, Any]


def may_show(
    release: Path,
    earlier: Sequence[Path],
    indicator: str,
    codes: Sequence[str],
    *,
    exact: Sequence[str],
) -> MayShow:
    """Decide whether an indicator's sum over some base areas may be told.

    Args:
        release: folder of the newest bundle for the audience.
        earlier: folders of those before it.
        indicator: `theme.name`.
        codes: areas of the type that the indicator's rows are about.
        exact: Parquet files with observations as they are, which the audience does not see.

    Raises:
        ReleaseError: D312 the release has no such indicator; D313 areas are not in it.
        DisclosureError: D402 the solver stopped early.
    """
    chosen = sorted(set(codes))
    released = _indicator(release, indicator)
    if not released.policy.protects:
        return MayShow(())
    with duckdb.connect() as connection:
        connection.execute(
            f"attach {literal(str(release / 'serve.duckdb'))} as release (read_only)"
        )
        read_said(connection, earlier, [indicator], members=MEMBERS)
        _require_known(connection, released, chosen)
        rows = _counted(connection, released, chosen, exact)
    found = set(_few(rows, released))
    if not found:
        asked = [row for row in rows if not row["area_type"]]
        found = set(_narrowed(release, earlier, released, chosen, asked))
    return MayShow(tuple(sorted(found)))


def _indicator(release: Path, name: str) -> ReleasedIndicator:
    found = parse_manifest(read_json(release / "release.json")).indicator_of(name)
    if found is None:
        raise ReleaseError(
            f"the release has no indicator '{name}'",
            code="D312",
            do="name one that it has, as theme.name: `hereabouts status` lists them",
        )
    return found


def _require_known(
    connection: duckdb.DuckDBPyConnection, indicator: ReleasedIndicator, codes: Sequence[str]
) -> None:
    sql = f"select distinct area_code from {MEMBERS} where area_type = ?"
    known = {code for (code,) in connection.execute(sql, [indicator.base_type]).fetchall()}
    strange = [code for code in codes if code not in known]
    if strange or not codes:
        named = ", ".join(strange[:MOST_NAMED]) or "no area"
        raise ReleaseError(
            f"{len(strange):,} of {len(codes):,} areas are not of type"
            f" '{indicator.base_type}' in the release: {named}",
            code="D313",
            do="name areas of the type that the indicator's rows are about",
        )


def _counted(
    connection: duckdb.DuckDBPyConnection,
    indicator: ReleasedIndicator,
    codes: Sequence[str],
    exact: Sequence[str],
) -> list[Row]:
    connection.execute(_PLACES, {"base": indicator.base_type, "indicator": indicator.id})
    connection.execute(
        "create temp table exact_counts as select * from read_parquet($files)"
        " where indicator = $name and area_type = $base",
        {"files": list(exact), "name": indicator.id, "base": indicator.base_type},
    )
    found = connection.execute(_COUNTED, {"codes": list(codes)})
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _few(rows: Sequence[Row], indicator: ReleasedIndicator) -> Iterator[Objection]:
    for row in rows:
        counts = _kinds(row, indicator).values()
        if any(1 <= count <= indicator.policy.suppress_to for count in counts):
            named = f"{row['area_type']} {row['area_code']}"
            if row["area_type"]:
                yield Objection(Reason.DIFFERS, named)
            else:
                yield Objection(Reason.FEW)


def _kinds(row: Row, indicator: ReleasedIndicator) -> dict[str, float]:
    """The counts of people or events that a row has, by kind."""
    top, bottom = row["numerator"], row["denominator"]
    found = {"numerator": top, "denominator": bottom}
    if indicator.method is Method.MEAN:
        del found["numerator"]
    if indicator.method is Method.PROPORTION and top is not None and bottom is not None:
        found["rest"] = bottom - top
    return {kind: float(count) for kind, count in found.items() if count is not None}


def _narrowed(
    release: Path,
    earlier: Sequence[Path],
    indicator: ReleasedIndicator,
    codes: Sequence[str],
    asked: Sequence[Row],
) -> Iterator[Objection]:
    """Whether an attack finds more when it is told the sums too."""

    def also(connection: duckdb.DuckDBPyConnection) -> None:
        made_of = _keep_members(connection, indicator, codes)
        for row in asked:
            for kind, count in _kinds(row, indicator).items():
                least, most = _told(count, indicator, numerators=kind == "numerator")
                keys = {name: row[name] for name in ("period_start", "period_end", "category")}
                said = {"indicator": indicator.id, "made_of": made_of, "kind": kind}
                connection.execute(_STATE, {**keys, **said, "least": least, "most": most})

    before = attack_families(release, earlier=earlier)
    after = attack_families(release, earlier=earlier, also=also)
    for one, other in zip(before, after, strict=True):
        if other.narrower_than_policy > one.narrower_than_policy:
            yield Objection(Reason.NARROWS, ", ".join(one.indicators))


def _keep_members(
    connection: duckdb.DuckDBPyConnection, indicator: ReleasedIndicator, codes: Sequence[str]
) -> str:
    """Name the chosen areas by what they are made of, as every area is."""
    sql = (
        f"select distinct base_code from {MEMBERS}"
        " where area_type = ? and list_contains(?, area_code)"
    )
    found = connection.execute(sql, [indicator.base_type, list(codes)]).fetchall()
    bases = sorted(code for (code,) in found)
    made_of = hashlib.md5(" ".join(bases).encode(), usedforsecurity=False).hexdigest()
    connection.executemany(
        "insert into said_members select $1, $2"
        " where not exists (from said_members where made_of = $1 and base_code = $2)",
        [[made_of, base] for base in bases],
    )
    return made_of


def _told(count: float, indicator: ReleasedIndicator, *, numerators: bool) -> tuple[float, float]:
    base = indicator.policy.round_to
    shown = np.array([base * ((2 * count + base) // (2 * base))])
    told = of_counts(shown, np.zeros(1, np.bool_), indicator, numerators=numerators)
    return float(told.lower[0]), float(told.upper[0])
