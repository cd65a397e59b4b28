"""Run records: what each step of each run did, kept for ever in the lake."""

import json
from dataclasses import astuple, dataclass, field

import duckdb

from hereabouts.lake.tables import Lake

RUNS = "_runs"
_COLUMNS = (
    "run, step, kind, started_at, seconds, outcome, reason, version, rows_in, rows_out,"
    " rows_quarantined, error, lineage"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One step of one run. `outcome` is made, unchanged, failed or blocked."""

    run: str
    step: str
    kind: str
    started_at: str
    seconds: float
    outcome: str
    reason: str
    version: int | None = None
    rows_in: int | None = None
    rows_out: int | None = None
    rows_quarantined: int | None = None
    error: str = ""
    lineage: dict[str, list[str]] = field(default_factory=dict)


def record(lake: Lake, records: list[RunRecord]) -> None:
    """Append to the run records, in one commit."""
    rows = [(*astuple(r)[:-1], json.dumps(r.lineage)) for r in records]
    with duckdb.connect() as connection:
        connection.execute(
            "create table runs (run varchar, step varchar, kind varchar, started_at varchar,"
            " seconds double, outcome varchar, reason varchar, version bigint, rows_in bigint,"
            " rows_out bigint, rows_quarantined bigint, error varchar, lineage varchar)"
        )
        connection.executemany(f"insert into runs values ({', '.join('?' * 13)})", rows)
        lake.write(RUNS, connection.sql(f"select {_COLUMNS} from runs"), facts={}, append=True)
