"""How each step went the last time it ran, and when what failed stands right again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb

from hereabouts.lake.tables import Lake
from hereabouts.pipeline.runs import RUNS, RunRecord

#: Said of a step whose source could not be reached: nothing came, so nothing was refused.
NOT_HAD = "what it is made from could not be had"


@dataclass(frozen=True, slots=True)
class LastRun:
    """The newest record of a step."""

    outcome: str
    reason: str

    @property
    def refused(self) -> bool:
        """Whether something came, and did not become a version."""
        return self.outcome == "failed" and self.reason != NOT_HAD


def last_runs(lake: Lake) -> Mapping[str, LastRun]:
    """The newest record of each step that ever ran."""
    runs = lake.latest(RUNS)
    if runs is None:
        return {}
    with duckdb.connect() as connection:
        rows = connection.execute(
            "select step, arg_max(outcome, started_at), arg_max(reason, started_at)"
            " from read_parquet($1, union_by_name=true) group by step",
            [list(runs.files)],
        ).fetchall()
    return {step: LastRun(outcome, reason) for step, outcome, reason in rows}


def stands_again(lake: Lake, steps: Iterable[tuple[str, str]], *, run: str) -> list[RunRecord]:
    """Records of steps that failed, and now are unchanged: the fault went as it came.

    Args:
        lake: with the records.
        steps: name and kind of each step that has nothing to do.
        run: the run that found it so.
    """
    last = last_runs(lake)
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return [
        RunRecord(
            run=run,
            step=step,
            kind=kind,
            started_at=now,
            seconds=0.0,
            outcome="unchanged",
            reason="what its last good version was made from is there again",
        )
        for step, kind in steps
        if step in last and last[step].outcome in {"failed", "blocked"}
    ]
