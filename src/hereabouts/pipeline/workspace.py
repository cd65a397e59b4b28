"""A project folder with its lake: what every step of a run needs at hand."""

from dataclasses import dataclass
from pathlib import Path

from hereabouts.errors import DataError, Location
from hereabouts.lake.layout import Layout, quarantine, silver_or_gold
from hereabouts.lake.tables import Lake
from hereabouts.model.product import Product
from hereabouts.model.project import Project
from hereabouts.model.table import TableVersion
from hereabouts.project import load


@dataclass(frozen=True, slots=True)
class Workspace:
    """Read once at the start of a run; the folder may change under it, the run does not."""

    project: Project
    layout: Layout
    lake: Lake

    def table_name(self, product: Product) -> str:
        """The lake table that holds `product`."""
        return silver_or_gold(product.layer, product.id)

    def latest(self, product_id: str) -> TableVersion | None:
        """The last good version of a product, or None if it never had one."""
        return self.lake.latest(self.table_name(self.project.products[product_id]))

    def made(self, product_id: str, *, reader: str, at: Location) -> TableVersion:
        """The last good version of a product that `reader` cannot do without.

        Raises:
            DataError: Q204 it has never been made.
        """
        table = self.latest(product_id)
        if table is None:
            raise DataError(
                f"{reader} needs '{product_id}', which has never been made",
                code="Q204",
                do=f"mend '{product_id}' first",
                at=at,
            )
        return table

    def quarantined(self, product_id: str) -> TableVersion | None:
        """The rows that broke the product's contract at its last good version."""
        return self.lake.latest(quarantine(product_id))


def open_workspace(root: Path) -> Workspace:
    """Read the folder.

    Raises:
        ProblemsError: everything wrong with the folder, at once.
    """
    layout = Layout(root.resolve())
    return Workspace(load(root.resolve()), layout, Lake(layout.lake))
