"""One run: build what is due, see how products stand, and tell what is news."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hereabouts.errors import HereaboutsError
from hereabouts.lake.layout import Layout
from hereabouts.model.notices import Event
from hereabouts.model.product import Product
from hereabouts.pipeline.build import Built, build
from hereabouts.pipeline.fingerprint import fingerprint
from hereabouts.pipeline.keep_fresh.run_file import RunFile, read_run_file
from hereabouts.pipeline.keep_fresh.schedule import Asked, is_to_be_asked
from hereabouts.pipeline.last_runs import NOT_HAD
from hereabouts.pipeline.notices.standing import Seen, news, see
from hereabouts.pipeline.notices.tell import Told, queued, tell
from hereabouts.pipeline.notices.waiting import Memory, read_memory, write_memory
from hereabouts.pipeline.progress import Progress
from hereabouts.pipeline.quality_assess import assess
from hereabouts.pipeline.workspace import Workspace, open_workspace

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one run did. `outcome` is fresh, made, failed, stopped or refused."""

    outcome: str
    started: datetime
    ended: datetime
    kept: RunFile
    errors: tuple[HereaboutsError, ...] = ()
    rows: Mapping[str, Any] = field(default_factory=dict)  # plain data, for logs

    @property
    def said(self) -> dict[str, Any]:
        """The run as plain data: times in UTC, names and counts, and never a value."""
        return {
            "outcome": self.outcome,
            "started_at": self.started.isoformat(timespec="seconds"),
            "seconds": round((self.ended - self.started).total_seconds(), 1),
            **self.rows,
            "errors": [error.code for error in self.errors],
        }


@dataclass(slots=True)
class _Asking:
    """Decides which sources are asked, and remembers which were."""

    last: Mapping[str, Asked]
    now: datetime
    stop: Callable[[], bool]
    asked: dict[str, str] = field(default_factory=dict)

    def __call__(self, product: Product) -> bool:
        source = fingerprint(product.source)
        last = self.last.get(product.id)
        if self.stop() or not is_to_be_asked(product, last, source=source, now=self.now):
            return False
        self.asked[product.id] = source
        return True


def run_once(root: Path, *, progress: Progress, stop: Callable[[], bool], clock: Clock) -> Report:
    """Read the folder, build, and tell. A folder or lake that cannot be used is an outcome too."""
    home, started = Layout(root).home, clock()
    before = read_run_file(home)
    try:
        workspace = open_workspace(root)
        asking = _Asking(before.asked, started, stop)
        built = build(workspace, progress=progress, ask=asking, stop=stop)
        return _report(workspace, before, built, asking, started=started, clock=clock)
    except HereaboutsError as error:
        kept = RunFile(asked=before.asked, failing=before.failing, failures=before.failures + 1)
        return Report(outcome="refused", started=started, ended=clock(), kept=kept, errors=(error,))


def _report(
    workspace: Workspace,
    before: RunFile,
    built: Built,
    asking: _Asking,
    *,
    started: datetime,
    clock: Clock,
) -> Report:
    failing = _failing(workspace, before, built, asking)
    kept = RunFile(asked=_asked(workspace, before, built, asking), failing=failing)
    seen = see(assess(workspace, now=clock()), failing=failing)
    told = _tell(workspace, seen, now=clock())
    made = [record.step for record in built.records if record.outcome == "made"]
    outcome = "stopped" if asking.stop() else "failed" if built.errors else "made"
    return Report(
        outcome="fresh" if outcome == "made" and not made else outcome,
        started=started,
        ended=clock(),
        kept=kept,
        errors=(*built.errors, *told.problems),
        rows={
            "asked": sorted(asking.asked),
            "made": made,
            "failed": [r.step for r in built.records if r.outcome == "failed"],
            "overdue": [one.product.id for one in seen if Event.OVERDUE in one.wrong],
            "notices_sent": told.sent,
            "notices_waiting": len(told.waiting),
            "notices_dropped": told.dropped,
        },
    )


def _failing(
    workspace: Workspace, before: RunFile, built: Built, asking: _Asking
) -> dict[str, str]:
    """Products that cannot be made now: those that failed, and those not tried again since."""
    now = dict(before.failing)
    ran = {record.step: record for record in built.records}
    for name in workspace.project.products:
        record = ran.get(name)
        if record and record.outcome == "failed":
            now[name] = _code(record.error)
        elif record.outcome == "made" if record else _stands(workspace, asking, name):
            now.pop(name, None)
    return {name: code for name, code in now.items() if name in workspace.project.products}


def _stands(workspace: Workspace, asking: _Asking, name: str) -> bool:
    """Whether a product with nothing to do is well: not when it was not looked at."""
    is_derived = workspace.project.products[name].source is None
    return not asking.stop() and (is_derived or name in asking.asked)


def _asked(
    workspace: Workspace, before: RunFile, built: Built, asking: _Asking
) -> dict[str, Asked]:
    """When each source was asked; only what could not be had is to be tried again soon."""
    not_had = {r.step: r.error for r in built.records if r.reason == NOT_HAD}
    asked = {name: one for name, one in before.asked.items() if name in workspace.project.products}
    for name, source in asking.asked.items():
        failures = asked[name].failures + 1 if name in asked else 1
        asked[name] = Asked(
            at=asking.now,
            source=source,
            failures=failures if name in not_had else 0,
            code=_code(not_had.get(name, "")),
        )
    return asked


def _tell(workspace: Workspace, seen: list[Seen], *, now: datetime) -> Told:
    """What is news is kept before it is sent, so that a run that is killed loses none of it."""
    home, project = workspace.layout.home, workspace.project
    memory = read_memory(home)
    standing = {one.product.id: one.wrong for one in seen}
    notices = news(seen, before=memory.standing, place=project.place.title, now=now)
    waiting = (*memory.waiting, *queued(project, list(notices)))
    write_memory(home, Memory(standing, waiting))
    told = tell(project, waiting) if waiting else Told(0, (), 0, ())
    if waiting:
        write_memory(home, Memory(standing, told.waiting))
    return told


def _code(error: str) -> str:
    """The code in the words of a run record."""
    found = re.search(r"\[([A-Z]\d{3})\]", error)
    return found[1] if found else ""


def in_utc() -> datetime:
    """The time it is."""
    return datetime.now(UTC)
