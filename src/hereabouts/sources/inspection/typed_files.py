"""Parquet and GeoJSON: files that say themselves what their columns are."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from hereabouts.errors import Location
from hereabouts.model.product import Source
from hereabouts.model.proposal import Inspection, Proposal, ProposedColumn
from hereabouts.model.sql import identifier
from hereabouts.sources.inspection.clean_heading import clean_heading, column_names
from hereabouts.sources.inspection.column_types import TypeFound, column_type
from hereabouts.sources.inspection.key import smallest_key
from hereabouts.sources.inspection.profile import facts
from hereabouts.sources.reading import read

LOOKED_AT = 50_000  # rows


def inspect_typed(path: Path, *, kind: str) -> Inspection:
    """One proposal: such a file is tidy already, and only types and the key are looked for.

    Raises:
        SourceError: what reading such a file raises.
    """
    if kind == "geojson" and not _has_features(path):
        return Inspection(proposals=(), undecided=("The file is JSON, and not GeoJSON.",))
    source = Source(kind=kind, location={"path": path.name}, options={}, at=Location(path.name))
    with TemporaryDirectory() as scratch, duckdb.connect() as connection:
        rows = read(source, path, connection=connection, scratch=Path(scratch))
        types = dict(zip(rows.relation.columns, map(str, rows.relation.types), strict=True))
        picked = ", ".join(identifier(h) for h in rows.headings if types[h] != "BLOB")
        cells = rows.relation.project(picked or "_row").limit(LOOKED_AT).fetchall()
    texts = [h for h in rows.headings if types[h] != "BLOB"]
    columns = {h: [row[n] or "" for row in cells] for n, h in enumerate(texts)}
    found = {h: column_type(h, columns[h]) for h in texts}
    able = [h for h in texts if not found[h].is_measure and all(columns[h])]
    key = smallest_key(
        [columns[h] for h in able], preferred=[0 if "code" in h.lower() else 1 for h in able]
    )
    keys = {able[place] for place in key}
    names = column_names(rows.headings)
    return Inspection(
        proposals=(
            Proposal(
                kind=kind,
                options={},
                rows=len(cells),
                columns=tuple(
                    _column(name, h, found.get(h), is_key=h in keys, cells=columns.get(h, []))
                    for name, h in zip(names, rows.headings, strict=True)
                ),
                notes=() if keys else ("No set of columns tells the rows apart.",),
                sample=tuple({h: columns[h][n] for h in texts} for n in range(min(2, len(cells)))),
                preview=(tuple(texts), *(tuple(c or "" for c in row) for row in cells[:5])),
            ),
        ),
        undecided=(),
    )


def _column(
    name: str, heading: str, found: TypeFound | None, *, is_key: bool, cells: list[str]
) -> ProposedColumn:
    if found is None:
        return ProposedColumn(
            name=name,
            heading=heading,
            title=clean_heading(heading),
            type="geometry",
            why="the file's geometry, in EPSG:4326",
        )
    return ProposedColumn(
        name=name,
        heading=heading,
        title=clean_heading(heading),
        type=found.type,
        key=is_key,
        required=is_key,
        format=found.format,
        why=found.why,
        facts=facts(cells, is_number=found.is_measure),
    )


def _has_features(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(1 << 16).decode("utf-8-sig", "replace")
    try:
        said = json.loads(head)
        return isinstance(said, dict) and "type" in said
    except ValueError:
        return '"Feature' in head or '"features"' in head
