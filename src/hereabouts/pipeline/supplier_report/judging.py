"""Judge what was sent by the product's contract, and change nothing: no table, no lock.

What people corrected by hand is left as it was sent, because it is the supplier that is told.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

import duckdb

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.errors import DataError, HereaboutsError
from hereabouts.model.product import Product
from hereabouts.pipeline.acquisition import HeldFile
from hereabouts.pipeline.bronze import (
    BRONZE,
    Read,
    expected_headings,
    last_good,
    rejected_lines,
    union_sql,
)
from hereabouts.pipeline.candidate import make_candidate
from hereabouts.pipeline.contract_gate import TYPED, Judged, judge
from hereabouts.pipeline.standardise import Part, standardise
from hereabouts.pipeline.workspace import Workspace
from hereabouts.quality.row_checks import RowCheck, row_checks
from hereabouts.sources.layouts import read_fitting

BOUND_REACHED = (duckdb.InterruptException, duckdb.OutOfMemoryException)
_AGAIN = 0.05  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What judging may take; None is what DuckDB takes by itself."""

    memory_limit: str | None = None
    threads: int | None = None
    seconds: float | None = None  # after which no query goes on


@dataclass(slots=True, kw_only=True)
class Judgement:
    """What came of it. `broken`, `typed` and `bronze_rows` can be read while it stands."""

    product: Product
    session: Session
    read: list[Read] = field(default_factory=list)  # in the order of the file numbers in `_row`
    unread: dict[str, HereaboutsError] = field(default_factory=dict)  # by the file's name
    unjudged: HereaboutsError | None = None
    judged: Judged | None = None
    checks: Mapping[str, RowCheck] = field(default_factory=dict)  # by the rule in words

    def number_of(self, name: str) -> int | None:
        """The number that stands for a file in `_row`; None when it was not read."""
        return next((n for n, (file, _, _) in enumerate(self.read) if file.name == name), None)


@contextmanager
def judgement(
    workspace: Workspace, product: Product, files: Sequence[HeldFile], *, bounds: Bounds
) -> Iterator[Judgement]:
    """Read and judge the files together, as a build would: keys repeat across files.

    Everything wrong is a finding: nothing about the files is raised.

    Raises:
        duckdb.InterruptException, duckdb.OutOfMemoryException: `bounds` were reached.
    """
    scratch = workspace.layout.scratch
    scratch.mkdir(parents=True, exist_ok=True)
    with (
        session(
            scratch,
            home=workspace.layout.home,
            memory_limit=bounds.memory_limit,
            threads=bounds.threads,
        ) as opened,
        TemporaryDirectory(prefix="judging-", dir=scratch) as own,
        _stopped_after(bounds.seconds, opened),
    ):
        found = Judgement(product=product, session=opened)
        _read_each(workspace, found, files, Path(own))
        if found.read:
            _judge(workspace, found)
        yield found


@contextmanager
def _stopped_after(seconds: float | None, opened: Session) -> Iterator[None]:
    """Interrupt whatever runs from then on: one interrupt could fall between two queries."""
    done = Event()

    def stop() -> None:
        if not done.wait(seconds):
            while not done.wait(_AGAIN):
                opened.connection.interrupt()

    watch = Thread(target=stop, daemon=True)
    if seconds is not None:
        watch.start()
    try:
        yield
    finally:
        done.set()
        if seconds is not None:
            watch.join()


def _read_each(
    workspace: Workspace, found: Judgement, files: Sequence[HeldFile], own: Path
) -> None:
    last = last_good(workspace, found.product)
    parts = {part.name: part for part in found.product.source.parts} if found.product.source else {}
    for number, file in enumerate(files):
        try:
            fitted = read_fitting(
                parts[file.name],
                file.path,
                expected=expected_headings(found.product),
                connection=found.session.connection,
                scratch=own / str(number),
                last=last.get(file.name),
            )
        except HereaboutsError as error:
            found.unread[file.name] = error
        else:
            found.read.append((file, parts[file.name], fitted))


def _judge(workspace: Workspace, found: Judgement) -> None:
    opened = found.session
    opened.connection.execute(f"create table {BRONZE} as {union_sql(found.read)}")
    headings = tuple(dict.fromkeys(h for *_, fitted in found.read for h in fitted.rows.headings))
    try:
        _attach_inputs(workspace, found)
        received = _standardised(found, headings)
        types = make_candidate(opened, found.product, received)
        _refuse_untraceable(found)
        found.judged = judge(opened, found.product, types, rejected_lines(found.read))
        checks = row_checks(found.product.contract, relation=TYPED, product=found.product.id)
        found.checks = {check.rule: check for check in checks}
    except HereaboutsError as error:
        if isinstance(error.__cause__, BOUND_REACHED):
            raise error.__cause__ from error
        found.unjudged = error


def _standardised(found: Judgement, headings: tuple[str, ...]) -> tuple[str, ...]:
    """A correction of ours that no longer finds its fault is no fault of the supplier's."""
    parts = [Part(part.name, fitted.way) for _, part, fitted in found.read]
    try:
        return standardise(
            found.session, found.product, bronze=BRONZE, headings=headings, parts=parts
        )
    except DataError:
        bare = replace(found.product, corrections=())
        return standardise(found.session, bare, bronze=BRONZE, headings=headings, parts=parts)


def _attach_inputs(workspace: Workspace, found: Judgement) -> None:
    for name in found.product.inputs:
        made = workspace.made(name, reader=f"'{found.product.id}'", at=found.product.at)
        found.session.attach(name, made)


def _refuse_untraceable(found: Judgement) -> None:
    """A row that a model makes without `_row` could be anybody's."""
    model = found.product.model
    if model is None:
        return
    is_sql = model.language == "sql"
    if is_sql and "_row" in found.session.connection.sql(model.text).columns:
        return
    raise DataError(
        f"the model of '{found.product.id}' does not keep `_row`, so nobody can say whose a row is",
        code="Q390",
        do="select `_row` of `received` in model.sql" if is_sql else "write the model in SQL",
        at=model.at,
    )
