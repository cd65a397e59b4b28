"""`hereabouts subject-access`: what is held about a person, for that person."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from hereabouts.cli.output import folder_option, json_option, print_rows, reports_errors, say
from hereabouts.govern.audit import AuditLog
from hereabouts.govern.retention.holdings import holdings
from hereabouts.govern.retention.people import read_keys
from hereabouts.govern.subject_access.clock import Deadline, Pause, deadline
from hereabouts.govern.subject_access.find import find_held
from hereabouts.govern.subject_access.write import write_answer
from hereabouts.project import load

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("subject-access")
@click.option("--keys", required=True, type=_FILE, help="A CSV with every number of one person.")
@click.option("--out", required=True, type=_FOLDER, help="A folder outside the project folder.")
@click.option("--received", type=_DAY, help="When the request came, as year-month-day.")
@click.option("--complex", "is_complex", is_flag=True, help="Two months more were claimed.")
@click.option(
    "--paused", nargs=2, type=_DAY, multiple=True, help="Asked for something on, and had it on."
)
@click.option("--holidays", type=_FILE, help="Bank holidays: a file with a day on each line.")
@folder_option
@json_option
@reports_errors
def command(keys: Path, out: Path, folder: Path, *, as_json: bool, **clock: Any) -> None:
    """Write what is held about one person: rows, meanings, why, and with whom it is shared.

    Columns about somebody else are redacted, where a contract says `thirdParty`. Read the answer
    before it is sent: what was written in free words is not looked into.
    """
    root, today = folder.resolve(), datetime.now(UTC).date()
    project = load(root)
    listed = read_keys(keys, project)
    held = holdings(root, project)
    due = _due(**clock)
    with held.session() as session:
        found = list(find_held(held, session, listed, today))
    write_answer(project, found, out, today=today, due=due)
    for one in found:
        AuditLog(root).append(
            action="subject-access.answered",
            actor="operator",
            object=f"product:{one.product.id}",
            detail={"rows": len(one.rows), "refused": len(one.refused)},
        )
    rows = [
        {
            "product": one.product.id,
            "rows": len(one.rows),
            "refused": len(one.refused),
            "shared": ", ".join(agreement.id for agreement in one.shared),
            "kept": one.schedule.name if one.schedule else "",
        }
        for one in found
    ]
    print_rows(rows, as_json=as_json)
    say(f"wrote {out / 'index.html'}" + _words(due))


def _due(
    received: datetime | None = None,
    is_complex: bool = False,  # noqa: FBT001, FBT002  click's names
    paused: tuple[tuple[datetime, datetime], ...] = (),
    holidays: Path | None = None,
) -> Deadline | None:
    if received is None:
        return None
    try:
        days = [date.fromisoformat(line) for line in _lines(holidays)]
        pauses = [Pause(asked.date(), came.date()) for asked, came in paused]
        return deadline(received.date(), complex_request=is_complex, pauses=pauses, holidays=days)
    except ValueError as error:
        raise click.UsageError(f"the days cannot be used: {error}") from error


def _lines(path: Path | None) -> list[str]:
    return path.read_text("utf-8").split() if path else []


def _words(due: Deadline | None) -> str:
    return f"; answer by {due.last_day}" if due and due.last_day else ""
