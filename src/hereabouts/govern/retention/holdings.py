"""Where a project's data is, seen by whoever must find all of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.lake.layout import Layout, bronze, corrected, quarantine, silver_or_gold
from hereabouts.lake.tables import Lake
from hereabouts.model.product import Product
from hereabouts.model.project import Project
from hereabouts.model.table import TableVersion

FOLDER = "retention"


@dataclass(frozen=True, slots=True)
class Holdings:
    """The folder that says, and the lake that holds."""

    project: Project
    layout: Layout
    lake: Lake

    @property
    def home(self) -> Path:
        """Where retention keeps its key, its lists and its certificates; git ignores it."""
        return self.layout.home / FOLDER

    @property
    def certificates(self) -> Path:
        """Where certificates are written."""
        return self.home / "certificates"

    def product(self, product_id: str) -> Product:
        """The product by its id."""
        return self.project.products[product_id]

    def table(self, product: Product) -> TableVersion | None:
        """The product as it is now, or None when it was never made."""
        return self.lake.latest(silver_or_gold(product.layer, product.id))

    @contextmanager
    def session(self) -> Iterator[Session]:
        """An engine that sees the lake, and spills where nothing stays."""
        with session(self.layout.scratch, home=self.layout.home) as opened:
            yield opened


def holdings(root: Path, project: Project) -> Holdings:
    """What the project in `root` holds."""
    layout = Layout(root.resolve())
    return Holdings(project, layout, Lake(layout.lake))


def table_names(product: Product) -> dict[str, str]:
    """Every lake table with rows of the product: what it is -> its name, the raw ones first."""
    return {
        "bronze": bronze(product.id),
        "quarantine": quarantine(product.id),
        "corrected": corrected(product.id),
        "table": silver_or_gold(product.layer, product.id),
    }
