"""`hereabouts audit`: the trail of who did what, for whoever has to be able to trust it."""

from datetime import date, datetime
from pathlib import Path

import click

from hereabouts.cli.output import (
    folder_option,
    json_option,
    print_data,
    print_rows,
    reports_errors,
    say,
)
from hereabouts.errors import GoverningError
from hereabouts.govern.audit import AuditLog, Record
from hereabouts.govern.audit.export import HEAD, copied, require_chain
from hereabouts.govern.audit.export import export as export_log
from hereabouts.govern.audit.files import day_files
from hereabouts.govern.audit.verify import covers

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group("audit")
def command() -> None:
    """Read, export and verify the audit log."""


@command.command("list")
@folder_option
@json_option
@click.option("--since", type=_DAY, help="The first day, as year-month-day.")
@click.option("--until", type=_DAY, help="The last day.")
@click.option("--action", default="", help="Only what begins so, such as data. or account.")
@reports_errors
def list_records(
    folder: Path, since: datetime | None, until: datetime | None, action: str, *, as_json: bool
) -> None:
    """Print the records, oldest first."""
    log = AuditLog(folder.resolve())
    records = log.records(since=_day(since), until=_day(until), action=action)
    print_rows((_row(one) for one in records), as_json=as_json)


@command.command("verify")
@folder_option
@json_option
@click.option("--copy", type=_FOLDER, help="Verify an exported copy itself, and nothing else.")
@click.option("--against", type=_FOLDER, help="An exported copy: the log must hold all of it.")
@reports_errors
def verify_log(folder: Path, copy: Path | None, against: Path | None, *, as_json: bool) -> None:
    """Follow the chain from the first record to the last.

    An alteration anywhere is found. That the end was cut off, or everything written anew, is
    found by a copy that was kept elsewhere.
    """
    paths = _copied(copy) if copy else day_files(folder.resolve())
    found = require_chain(paths)
    if against and (fault := covers(paths, copy=_copied(against))):
        raise GoverningError(
            f"{fault.file}:{fault.line}: {fault.problem}",
            code="G102",
            do="keep both as they are, and tell whoever answers for information governance",
        )
    print_data({"records": found.records, "head": found.head}, as_json=as_json)
    say("the chain holds")


@command.command("export")
@click.argument("target", type=_FOLDER)
@folder_option
@reports_errors
def export(target: Path, folder: Path) -> None:
    """Copy what is new of the log into TARGET: daily, and to a disk its keeper cannot change."""
    exported = export_log(folder.resolve(), target)
    for path in exported.written:
        click.echo(path)
    say(f"{exported.log.records:,} records; keep {target / HEAD} where nobody can change it")


def _copied(folder: Path) -> tuple[Path, ...]:
    found = copied(folder)
    if not found:
        raise GoverningError(
            f"there is no copy of an audit log in {folder}",
            code="G103",
            do="name the folder that `hereabouts audit export FOLDER` wrote",
        )
    return found


def _row(record: Record) -> dict[str, object]:
    return {
        "number": record.number,
        "at": record.at.isoformat(timespec="seconds"),
        "actor": record.actor,
        "action": record.action,
        "object": record.object,
        "outcome": record.outcome,
        "detail": dict(record.detail) or None,
    }


def _day(said: datetime | None) -> date | None:
    return said.date() if said else None
