"""Bronze: every cell as received, as text, with the file and row it came from."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hereabouts.engine.duckdb.session import Session
from hereabouts.lake.layout import bronze
from hereabouts.model.product import Product
from hereabouts.model.sql import literal
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.acquisition import Held
from hereabouts.pipeline.fingerprint import fingerprint
from hereabouts.pipeline.workspace import Workspace
from hereabouts.sources import Rejected, read

RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Bronze:
    """What was received for a product, readable as `received`."""

    table: TableVersion
    headings: tuple[str, ...]
    rejected: tuple[Rejected, ...]


def make_bronze(workspace: Workspace, session: Session, product: Product, held: Held) -> Bronze:
    """Read the received bytes into the product's bronze table and attach it as `received`.

    Raises:
        SourceError: the file cannot be read as its source.yml says.
    """
    if product.source is None:
        raise TypeError(f"{product.id} is not a source product")
    scratch = workspace.layout.scratch
    scratch.mkdir(parents=True, exist_ok=True)
    # The rows are read as they are written, from files of the reader's own that then can go.
    with TemporaryDirectory(prefix="reading-", dir=scratch) as own:
        rows = read(product.source, held.path, connection=session.connection, scratch=Path(own))
        table = workspace.lake.write(
            bronze(product.id),
            rows.relation.project(f"{literal(held.sha256)} as _file, *"),
            facts=held.facts | {"fingerprint": fingerprint(product.source, held.sha256)},
        )
    session.attach(RECEIVED, table)
    return Bronze(table, rows.headings, rows.rejected)
