"""Every indicator, observed."""

from hereabouts.engine.duckdb.session import session
from hereabouts.indicators.observe import observe
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
            tell=progress.detail,
        )
        return workspace.lake.write(OBSERVATIONS, rows, facts=made_now(fingerprint))
