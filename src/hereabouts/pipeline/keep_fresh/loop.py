"""Run again and again, one at a time, until told to stop."""

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

from hereabouts.errors import ProjectError
from hereabouts.lake.build_lock import only_one
from hereabouts.lake.layout import Layout
from hereabouts.pipeline.keep_fresh.run_file import write_run_file
from hereabouts.pipeline.keep_fresh.run_once import Clock, Report, in_utc, run_once
from hereabouts.pipeline.keep_fresh.schedule import next_run
from hereabouts.pipeline.progress import Progress

_JITTER = 0.1  # of the time between runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How often to run; None for `every` runs once."""

    every: timedelta | None
    has_jitter: bool = False

    def next(self, report: Report) -> datetime | None:
        """When to run after `report`; None when that was the only run."""
        if self.every is None:
            return None
        failures = [report.kept.failures, *(one.failures for one in report.kept.asked.values())]
        moment = next_run(report.started, report.ended, every=self.every, failures=failures)
        if not self.has_jitter:
            return moment
        most = int(self.every.total_seconds() * _JITTER * 1000)
        return moment + timedelta(milliseconds=secrets.randbelow(most + 1))


def keep_fresh(
    root: Path,
    schedule: Schedule,
    *,
    stop: Event,
    progress: Callable[[], Progress],
    said: Callable[[Report, datetime | None], None],
    clock: Clock = in_utc,
) -> Report:
    """Run on a schedule until `stop` is set, which is heeded between steps and between runs.

    Args:
        root: the project folder.
        schedule: how often.
        stop: set by whoever wants it to end.
        progress: a listener for each run.
        said: hears of each run as it ends, and when the next is.
        clock: the time it is.

    Returns:
        The last run.

    Raises:
        ProjectError: P383 another one keeps this folder fresh.
    """
    home = Layout(root).home
    with _alone(home):
        while True:
            report = run_once(root, progress=progress(), stop=stop.is_set, clock=clock)
            following = None if stop.is_set() else schedule.next(report)
            _leave(home, report, following)
            said(report, following)
            if following is None:
                return report
            stop.wait(max(0.0, (following - clock()).total_seconds()))
            if stop.is_set():
                return report


def _leave(home: Path, report: Report, following: datetime | None) -> None:
    upcoming = following.isoformat(timespec="seconds") if following else None
    write_run_file(home, report.kept, report={"last_run": report.said, "next_run": upcoming})


def _alone(home: Path) -> AbstractContextManager[None]:
    refusal = ProjectError(
        "another `hereabouts run` keeps this folder fresh",
        code="P383",
        do="leave it to that one, or stop it first; its lock ends with its process",
    )
    return only_one(home / "run.lock", refusal=refusal)
