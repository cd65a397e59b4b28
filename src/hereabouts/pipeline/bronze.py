"""Bronze: every cell as received, as text, with the file and row it came from."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hereabouts.engine.duckdb.session import Session
from hereabouts.errors import HereaboutsError, one_error
from hereabouts.lake.layout import bronze
from hereabouts.lake.objects import object_path
from hereabouts.model.place_in_file import in_file
from hereabouts.model.product import Product, Source, SourceFile
from hereabouts.model.sql import identifier, literal
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.acquisition import Held, HeldFile
from hereabouts.pipeline.fingerprint import fingerprint
from hereabouts.pipeline.standardise import Part, standardise
from hereabouts.pipeline.suppression import Suppression
from hereabouts.pipeline.workspace import Workspace
from hereabouts.sources import Rejected
from hereabouts.sources.layouts import Fitted, LastGood, read_fitting

BRONZE = "bronze_rows"
#: Row numbers of a file have 32 bits; what is refused of file n is told apart by the bits above.
_FILE = 1 << 48


@dataclass(frozen=True, slots=True)
class Bronze:
    """What was received for a product, readable as `received`."""

    table: TableVersion
    headings: tuple[str, ...]
    rejected: tuple[Rejected, ...]
    files: tuple[dict[str, str], ...]  # name, file, origin, supplier, layout of each


def make_bronze(
    workspace: Workspace,
    session: Session,
    product: Product,
    held: Held,
    left_out: Suppression | None = None,
) -> Bronze:
    """Read the received bytes into the product's bronze table; define `received` over it.

    Raises:
        SourceError: a file cannot be read as source.yml says, or changed meanwhile; several are
            said at once.
        DataError: Q311 a correction does not find what it expects.
    """
    if product.source is None:
        raise TypeError(f"{product.id} is not a source product")
    scratch = workspace.layout.scratch
    scratch.mkdir(parents=True, exist_ok=True)
    # The rows are read as they are written, from files of the readers' own that then can go.
    with TemporaryDirectory(prefix="reading-", dir=scratch) as own:
        read = _read_all(workspace, session, product, held, Path(own))
        files = tuple(_said(file, part, fit.way) for file, part, fit in read)
        rows = session.connection.sql(union_sql(read))
        table = workspace.lake.write(
            bronze(product.id),
            left_out.received(session, rows) if left_out else rows,
            facts=held.facts
            | {
                "fingerprint": fingerprint(product.source, held.sha256),
                "files": json.dumps(files),
            },
        )
        for _, _, fit in read:
            fit.sent.refuse_changed()
    session.attach(BRONZE, table)
    headings = standardise(
        session,
        product,
        bronze=BRONZE,
        headings=tuple(dict.fromkeys(h for _, _, fit in read for h in fit.rows.headings)),
        parts=[Part(part.name, fit.way) for _, part, fit in read],
    )
    return Bronze(table, headings, rejected_lines(read), files)


Read = tuple[HeldFile, SourceFile, Fitted]


def _read_all(
    workspace: Workspace, session: Session, product: Product, held: Held, own: Path
) -> list[Read]:
    read: list[Read] = []
    problems: list[HereaboutsError] = []
    last = last_good(workspace, product)
    parts = {part.name: part for part in product.source.parts} if product.source else {}
    for number, file in enumerate(held.files):
        part = parts[file.name]
        try:
            fit = read_fitting(
                part,
                file.path,
                expected=expected_headings(product),
                connection=session.connection,
                scratch=own / str(number),
                last=last.get(file.name),
            )
        except HereaboutsError as error:
            problems.append(error)
        else:
            read.append((file, part, fit))
    if problems:
        raise one_error(problems)
    return read


def expected_headings(product: Product) -> tuple[str, ...]:
    """Headings the contract reads by name; what a model reads is its own affair."""
    if product.model is not None:
        return ()
    return tuple(c.source_name for c in product.contract.columns if c.marker_of is None)


def last_good(workspace: Workspace, product: Product) -> dict[str, LastGood]:
    """The file that was last read for each part, by the part's name."""
    table = workspace.lake.latest(bronze(product.id))
    listed = json.loads(table.facts.get("files", "[]")) if table else []
    objects = workspace.layout.objects
    return {
        said["name"]: LastGood(path, said["layout"])
        for said in listed
        if (path := object_path(objects, said["file"])).exists()
    }


def _said(file: HeldFile, part: SourceFile, way: Source) -> dict[str, str]:
    return {
        "name": file.name,
        "file": file.sha256,
        "origin": file.origin,
        "received_at": file.received_at,
        "supplier": part.supplier,
        "layout": way.layout,
    }


def union_sql(read: Sequence[Read]) -> str:
    """The rows of every file, each with its place and the hash of its file."""
    # A choice from a list, so that the hash is not written out anew for each of millions of rows.
    hashes = ", ".join(dict.fromkeys(literal(file.sha256) for file, _, _ in read))
    selects = [
        f"select cast({literal(file.sha256)} as enum({hashes})) as _file,"
        f" {in_file('_row', number)} as _row,"
        f" {', '.join(map(identifier, fit.rows.headings))}"
        f" from ({fit.rows.relation.sql_query()}) as part"
        for number, (file, _, fit) in enumerate(read)
    ]
    return " union all by name ".join(selects)


def rejected_lines(read: Sequence[Read]) -> tuple[Rejected, ...]:
    """The lines of every file that could not be read, each with its place."""
    return tuple(
        replace(line, row=line.row + number * _FILE)
        for number, (_, _, fit) in enumerate(read)
        for line in fit.rows.rejected
    )
