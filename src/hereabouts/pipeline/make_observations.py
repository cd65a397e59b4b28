"""Every indicator, observed."""

from hereabouts.engine.duckdb.session import session
from hereabouts.indicators.observe import observe
from hereabouts.model.product import Product
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.facts import made_now
from hereabouts.pipeline.make_areas import area_tables
from hereabouts.pipeline.plan import indicator_inputs
from hereabouts.pipeline.progress import Progress
from hereabouts.pipeline.workspace import Workspace

OBSERVATIONS = "observations"


def make_observations(
    workspace: Workspace, *, fingerprint: str, progress: Progress
) -> TableVersion:
    """Write one version of the observations table, of every indicator at once."""
    project = workspace.project
    with session(workspace.layout.scratch, home=workspace.layout.home) as opened:
        opened.attach_all(area_tables(workspace))
        for name in indicator_inputs(project.indicators)[1:]:
            opened.attach(name, workspace.made(name, reader="an indicator", at=project.place.at))
        rows = observe(
            opened.connection,
            project.indicators.values(),
            base_type=project.place.base.code,
            markers={name: marker_columns(p) for name, p in project.products.items()},
            tell=progress.detail,
        )
        return workspace.lake.write(OBSERVATIONS, rows, facts=made_now(fingerprint))


def marker_columns(product: Product) -> dict[str, str]:
    """For each column whose absent values are explained, the column that explains them."""
    columns = product.contract.columns
    return {column.marker_of: column.name for column in columns if column.marker_of}
