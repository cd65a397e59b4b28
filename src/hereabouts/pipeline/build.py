"""Build: do what the plan says, in order, and keep every last good version that still stands."""

import json
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from hereabouts.errors import HereaboutsError
from hereabouts.lake.build_lock import build_lock
from hereabouts.model.product import Product
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.acquisition import Acquired, acquire_all, forget_withheld
from hereabouts.pipeline.last_runs import stands_again
from hereabouts.pipeline.make_areas import make_areas
from hereabouts.pipeline.make_boundaries import make_boundaries
from hereabouts.pipeline.make_observations import make_observations
from hereabouts.pipeline.make_product import Made, make_product
from hereabouts.pipeline.plan import Plan, Step, plan
from hereabouts.pipeline.progress import Progress
from hereabouts.pipeline.runs import RunRecord, record
from hereabouts.pipeline.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did. `errors` is empty when every step was made or unchanged."""

    records: tuple[RunRecord, ...]
    errors: tuple[HereaboutsError, ...]
    notes: tuple[str, ...] = ()  # on what was received and made, such as which file was taken


def look(
    workspace: Workspace,
    *,
    ask: Callable[[Product], bool] = lambda _: True,
    tell: Callable[[str], None] = lambda _: None,
) -> tuple[Plan, Acquired]:
    """Acquire, then plan. Received bytes are kept; no table changes."""
    sources = [p for p in workspace.project.products.values() if p.source]
    acquired = acquire_all(workspace, sources, ask=ask, tell=tell)
    return plan(workspace, acquired), acquired


def build(
    workspace: Workspace,
    *,
    progress: Progress,
    ask: Callable[[Product], bool] = lambda _: True,
    stop: Callable[[], bool] = lambda: False,
) -> Built:
    """Bring the lake up to date with the folder.

    Args:
        workspace: the folder and its lake.
        progress: hears of each step.
        ask: whether a product's source is to be asked now.
        stop: whether to end before the next step.

    Raises:
        LakeError: L201 another build is running.
    """
    with build_lock(workspace.layout.home):
        planned, acquired = look(workspace, ask=ask, tell=progress.look)
        progress.begin(step.id for step in planned.running)
        run = uuid.uuid4().hex[:12]
        records: list[RunRecord] = []
        errors: list[HereaboutsError] = []
        for step in planned.running:
            if stop():
                break
            made = _run_step(workspace, step, acquired, records, progress)
            records.append(_stamp(made, run))
            errors.extend(made.error)
        forget_withheld(workspace.layout.scratch)
        still = [(step.id, step.kind) for step in planned.steps if not step.runs]
        if said := [*records, *stands_again(workspace.lake, still, run=run)]:
            record(workspace.lake, said)
        told = _told(workspace, [one for one in records if one.outcome == "made"])
        return Built(tuple(records), tuple(errors), (*_notes(acquired), *told))


def _notes(acquired: Acquired) -> Iterator[str]:
    for product, held in acquired.held.items():
        for file in held.files:
            yield from (f"{product}: {note}" for note in file.notes)


def _told(workspace: Workspace, made: Sequence[RunRecord]) -> Iterator[str]:
    """What was seen in areas and boundaries as they were made, and did not stop them."""
    for one in made:
        if one.kind in {"areas", "boundaries"}:
            table = workspace.lake.open(one.step.replace(".", "/"))
            yield from (f"{one.step}: {words}" for words in json.loads(table.facts["told"]))


@dataclass(frozen=True, slots=True)
class _Outcome:
    step: Step
    outcome: str
    started_at: str
    seconds: float
    made: Made | TableVersion | None
    error: tuple[HereaboutsError, ...]


def _run_step(
    workspace: Workspace,
    step: Step,
    acquired: Acquired,
    records: Sequence[RunRecord],
    progress: Progress,
) -> _Outcome:
    started, clock = datetime.now(UTC).isoformat(timespec="microseconds"), time.perf_counter()
    stopped = {r.step for r in records if r.outcome in {"failed", "blocked"}}
    if stopped.intersection(step.inputs):
        progress.end(step.id, outcome="blocked")
        return _Outcome(step, "blocked", started, 0.0, None, ())
    progress.start(step.id)
    made, error = _attempt(lambda: _make(workspace, step, acquired, progress), step)
    outcome = "failed" if error else "made"
    progress.end(step.id, outcome=outcome)
    return _Outcome(step, outcome, started, time.perf_counter() - clock, made, error)


def _attempt(
    make: Callable[[], Made | TableVersion], step: Step
) -> tuple[Made | TableVersion | None, tuple[HereaboutsError, ...]]:
    if step.error:
        return None, (step.error,)
    try:
        return make(), ()
    except HereaboutsError as error:
        return None, (error,)


def _make(
    workspace: Workspace, step: Step, acquired: Acquired, progress: Progress
) -> Made | TableVersion:
    if step.kind == "areas":
        return make_areas(workspace, fingerprint=step.fingerprint)
    if step.kind == "boundaries":
        return make_boundaries(workspace, fingerprint=step.fingerprint, progress=progress)
    if step.kind == "observations":
        return make_observations(workspace, fingerprint=step.fingerprint, progress=progress)
    product = workspace.project.products[step.id]
    held = acquired.held.get(step.id)
    return make_product(workspace, product, held, fingerprint=step.fingerprint)


def _stamp(outcome: _Outcome, run: str) -> RunRecord:
    made = outcome.made
    table = made.table if isinstance(made, Made) else made
    judged = made.judged if isinstance(made, Made) else None
    return RunRecord(
        run=run,
        step=outcome.step.id,
        kind=outcome.step.kind,
        started_at=outcome.started_at,
        seconds=outcome.seconds,
        outcome=outcome.outcome,
        reason=outcome.step.reason,
        version=table.version if table else None,
        rows_in=judged.rows_in if judged else None,
        rows_out=judged.rows_out if judged else None,
        rows_quarantined=judged.rows_quarantined if judged else None,
        error=str(outcome.error[0]) if outcome.error else "",
        lineage=made.lineage if isinstance(made, Made) else {},
    )
