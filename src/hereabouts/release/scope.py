"""How much of an internal release somebody may see: cut in SQL, before anything reads a row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb

from hereabouts.model.page import Section
from hereabouts.model.sql import identifier, literal
from hereabouts.release.bundle_reading import cannot_read
from hereabouts.release.manifest_model import ReleasedPage, ReleaseManifest

#: What is shown of whole indicators alone: it is worked out from all areas together.
OF_ALL_AREAS = "inequalities"
LIKENESS = "similar_areas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Indicators somebody may see: in every area, or in some areas and those that lie in them."""

    whole: frozenset[str] = frozenset()
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)  # indicator -> area codes

    @property
    def indicators(self) -> frozenset[str]:
        """Every one of which anything may be seen."""
        return self.whole | frozenset(self.parts)

    @property
    def key(self) -> tuple[object, ...]:
        """The same for two who may see the same."""
        parts = sorted((name, tuple(sorted(codes))) for name, codes in self.parts.items())
        return (tuple(sorted(self.whole)), tuple(parts))


def connect_within(path: Path, scope: Scope) -> duckdb.DuckDBPyConnection:
    """A connection that sees of a release's database what is in `scope`, and nothing else.

    The database is attached to an empty one that holds views of the same names; whatever asks for
    `observations` gets the view. Nothing outside the file can be reached.

    Raises:
        ReleaseError: R104, the file is not there, or is not a database.
    """
    connection = duckdb.connect(config={"threads": 1, "memory_limit": "1GB"})
    try:
        connection.execute(f"attach {literal(str(path))} as bundle (read_only)")
        _hold(connection, scope)
        for table, columns in _tables(connection):
            kept = _condition(table, columns, whole=not scope.parts)
            name = identifier(table)
            connection.execute(f"create view {name} as select * from bundle.main.{name} {kept}")
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
    except duckdb.Error as fault:
        connection.close()
        raise cannot_read(path) from fault
    return connection


def within(manifest: ReleaseManifest, scope: Scope) -> ReleaseManifest:
    """What the release says of itself, of what is in `scope` alone."""
    seen = scope.indicators
    indicators = tuple(one for one in manifest.indicators if one.id in seen)
    used = _used(manifest, {product for one in indicators for product in one.products})
    summary = manifest.disclosure
    similar = manifest.similar_areas
    return replace(
        manifest,
        indicators=indicators,
        products=tuple(one for one in manifest.products if one.id in used),
        pages=tuple(_page(page, seen) for page in manifest.pages),
        disclosure=replace(
            summary,
            by_indicator=tuple(one for one in summary.by_indicator if one.indicator in seen),
        ),
        similar_areas=similar if similar and set(similar.indicators) <= scope.whole else None,
        attack=manifest.attack if set(scope.whole) >= _all(manifest) else None,
    )


def _all(manifest: ReleaseManifest) -> set[str]:
    return {one.id for one in manifest.indicators}


def _used(manifest: ReleaseManifest, products: set[str]) -> set[str]:
    """The products, and all that they are made from."""
    found, left = set[str](), list(products)
    while left:
        name = left.pop()
        product = manifest.product(name)
        if product is not None and name not in found:
            found.add(name)
            left += product.inputs
    return found


def _page(page: ReleasedPage, seen: frozenset[str]) -> ReleasedPage:
    cut = (_section(section, seen) for section in page.sections)
    return replace(
        page,
        indicators=tuple(name for name in page.indicators if name in seen),
        sections=tuple(section for section in cut if section is not None),
    )


def _section(section: Section, seen: frozenset[str]) -> Section | None:
    """The section without what may not be seen; None where nothing of it is left."""
    named = section.all_indicators
    left = tuple(name for name in section.indicators if name in seen)
    pair = {name for name in (section.need, section.supply) if name}
    if named and (not pair <= seen or not (left or pair)):
        return None
    return replace(section, indicators=left)


def _hold(connection: duckdb.DuckDBPyConnection, scope: Scope) -> None:
    """Two tables of what may be seen. Values are parameters."""
    connection.execute("create table seen_whole (indicator varchar)")
    connection.execute("create table seen_part (indicator varchar, area_code varchar)")
    if scope.whole:
        connection.executemany(
            "insert into seen_whole values (?)", [[name] for name in sorted(scope.whole)]
        )
    pairs = [[name, code] for name, codes in scope.parts.items() for code in sorted(codes)]
    if pairs:
        connection.executemany("insert into seen_part values (?, ?)", pairs)
    connection.execute(
        """create table seen_area as
        select indicator, area_type, area_code from seen_part join bundle.main.areas
            using (area_code)
        union
        select s.indicator, p.area_type, p.area_code from seen_part s
            join bundle.main.parents p on p.parent_code = s.area_code"""
    )


def _tables(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, frozenset[str]]]:
    found: dict[str, set[str]] = {}
    rows = connection.execute(
        "select table_name, column_name from duckdb_columns() where database_name = 'bundle'"
    )
    for table, column in rows.fetchall():
        found.setdefault(table, set()).add(column)
    for table, columns in found.items():
        yield table, frozenset(columns)


def _condition(table: str, columns: frozenset[str], *, whole: bool) -> str:
    if table == LIKENESS and not whole:
        return "where false"
    if "indicator" not in columns:
        return ""
    kept = "indicator in (select indicator from seen_whole)"
    if whole or "area_code" not in columns or table == OF_ALL_AREAS:
        return f"where {kept}"
    part = "(indicator, area_type, area_code) in (select * from seen_area)"
    return f"where {kept} or {part}"
