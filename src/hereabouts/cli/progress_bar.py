"""Progress for people: a bar on a terminal, a line a step elsewhere."""

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from hereabouts.cli.output import say
from hereabouts.pipeline.progress import Progress as Listener


class Bar:
    """One bar over all steps, with the step and its detail beside it."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("reading the folder", total=None)
        self._step = ""

    def look(self, source: str) -> None:
        """Show what is being looked for."""
        self._bar.update(self._task, description=f"looking for {source}")

    def begin(self, steps: Iterable[str]) -> None:
        """Set how many steps there are."""
        self._bar.update(self._task, total=len(list(steps)))

    def start(self, step: str) -> None:
        """Show `step`."""
        self._step = step
        self._bar.update(self._task, description=step)

    def detail(self, words: str) -> None:
        """Show what the step is doing."""
        self._bar.update(self._task, description=f"{self._step}: {words}")

    def end(self, step: str, *, outcome: str) -> None:
        """Count the step, and leave a line behind where it went wrong."""
        self._bar.update(self._task, description=step, advance=1)
        if outcome != "made":
            self._bar.console.print(f"{step} {outcome}")


class Lines:
    """A line for each step as it ends, for logs."""

    def __init__(self) -> None:
        self._started = time.perf_counter()

    def look(self, source: str) -> None:
        """Too much for a log."""

    def begin(self, steps: Iterable[str]) -> None:
        """Say how many steps there are."""
        count = len(list(steps))
        say(f"{count} steps to make" if count else "nothing to make: all is up to date")

    def start(self, step: str) -> None:  # noqa: ARG002  a log says it when it ends
        """Start the clock of `step`."""
        self._started = time.perf_counter()

    def detail(self, words: str) -> None:
        """Too much for a log."""

    def end(self, step: str, *, outcome: str) -> None:
        """Say how `step` ended."""
        say(f"{outcome:<8} {step}  {time.perf_counter() - self._started:.1f} s")


@contextmanager
def progress_bar() -> Iterator[Listener]:
    """The listener that suits where standard error goes."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Bar(bar)
