"""Every indicator, observed."""

from collections.abc import Iterable

import duckdb
from arro3.core import RecordBatchReader, Schema

from hereabouts.engine.duckdb.session import session
from hereabouts.indicators.observe import observe
from hereabouts.indicators.setting import setting_of
from hereabouts.model.observation import OBSERVATION_COLUMNS
from hereabouts.model.sql import identifier
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
        for name in indicator_inputs(project)[1:]:
            opened.attach(name, workspace.made(name, reader="an indicator", at=project.place.at))
        blocks = observe(
            opened.connection,
            sorted(project.indicators.values(), key=lambda indicator: indicator.id),
            setting=setting_of(project),
            tell=progress.detail,
        )
        rows = rows_of(opened.connection, blocks)
        return workspace.lake.write(OBSERVATIONS, rows, facts=made_now(fingerprint))


def rows_of(
    connection: duckdb.DuckDBPyConnection, blocks: Iterable[duckdb.DuckDBPyRelation]
) -> RecordBatchReader:
    """Blocks of observations as one stream, so that no more than one is held at a time."""
    batches = (batch for block in blocks for batch in RecordBatchReader.from_stream(block))
    return RecordBatchReader.from_batches(_schema(connection), batches)


def _schema(connection: duckdb.DuckDBPyConnection) -> Schema:
    columns = ", ".join(
        f"cast(null as {kind}) as {identifier(name)}" for name, kind in OBSERVATION_COLUMNS
    )
    return RecordBatchReader.from_stream(connection.sql(f"select {columns} where false")).schema
