"""`hereabouts run`: keep products fresh, on a schedule."""

import json
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import click

from hereabouts.cli.output import fail, folder_option, reports_errors, say
from hereabouts.pipeline.keep_fresh.loop import Schedule, keep_fresh
from hereabouts.pipeline.keep_fresh.run_once import Report
from hereabouts.pipeline.keep_fresh.systemd import write_units
from hereabouts.pipeline.progress import Silent

_UNITS = {"s": 1, "m": 60, "min": 60, "h": 3600, "d": 86400, "w": 604800}
_LONGEST = timedelta(days=31)


class Interval(click.ParamType[timedelta]):
    """`30s`, `15m`, `1h`, `1d`, `1w`."""

    name = "interval"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> timedelta:
        """The length of time, or a usage error."""
        if isinstance(value, timedelta):
            return value
        found = re.fullmatch(r"([1-9]\d{0,5}) ?(s|m|min|h|d|w)", str(value).strip().lower())
        length = timedelta(seconds=int(found[1]) * _UNITS[found[2]]) if found else None
        if length is None or length > _LONGEST:
            self.fail("write it as 15m, 1h or 1d; a month at most", param, ctx)
        return length


@click.command("run")
@folder_option
@click.option("--json", "as_json", is_flag=True, help="Print each run as a line of JSON.")
@click.option(
    "--every", type=Interval(), default="1h", show_default=True, help="How often: 15m, 1h, 1d."
)
@click.option("--once", is_flag=True, help="Run once, as a timer of the system does.")
@click.option("--jitter", is_flag=True, help="Wait up to a tenth longer, at random.")
@click.option(
    "--systemd",
    "units",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write a systemd service and timer into this folder, and run nothing.",
)
@reports_errors
def command(
    folder: Path, every: timedelta, units: Path | None, *, as_json: bool, once: bool, jitter: bool
) -> None:
    """Build what is due, tell owners what is overdue or failed, and do it again.

    Stops between steps when it is interrupted or terminated.
    """
    if units is not None:
        _write(units.resolve(), folder.resolve(), every, has_jitter=jitter)
        return
    schedule = Schedule(every=None if once else every, has_jitter=jitter)
    with _stopped_by_signals() as stop:
        report = keep_fresh(
            folder.resolve(),
            schedule,
            stop=stop,
            progress=Silent,
            said=_print_json if as_json else _print,
        )
    if once and report.errors:
        fail(report.errors)


def _print_json(report: Report, following: datetime | None) -> None:
    upcoming = following.isoformat(timespec="seconds") if following else None
    click.echo(json.dumps({**report.said, "next_run": upcoming}))


def _print(report: Report, following: datetime | None) -> None:
    rows = report.said
    parts = [f"{rows['started_at']} {report.outcome}"]
    named = ("made", "failed", "overdue")
    parts += [f"{name} {', '.join(rows[name])}" for name in named if rows.get(name)]
    if rows.get("notices_sent"):
        parts.append(f"{rows['notices_sent']} notices sent")
    if rows.get("notices_waiting"):
        parts.append(f"{rows['notices_waiting']} notices waiting")
    click.echo("; ".join(parts))
    if following:
        say(f"next run at {following.isoformat(timespec='seconds')}")
        for error in report.errors:
            say(str(error))


@contextmanager
def _stopped_by_signals() -> Iterator[Event]:
    """An event that SIGTERM and SIGINT set; a second of them ends the process at once."""
    stop = Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def heed(number: int, _frame: object) -> None:
        say("stopping after this step")
        stop.set()
        signal.signal(number, signal.SIG_DFL)

    for number in before:
        signal.signal(number, heed)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _write(target: Path, root: Path, every: timedelta, *, has_jitter: bool) -> None:
    program = Path(shutil.which("hereabouts") or sys.argv[0]).resolve()
    written = write_units(target, root=root, program=program, every=every, has_jitter=has_jitter)
    click.echo(f"{written.service}\n{written.timer}")
    say("to install them:\n  " + "\n  ".join(written.install))
