"""`hereabouts retain`: what was kept long enough, and who asks to be erased."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from hereabouts.cli.output import Row, folder_option, json_option, print_rows, reports_errors, say
from hereabouts.errors import GoverningError
from hereabouts.govern.retention.certificate import Certificate
from hereabouts.govern.retention.due import Due, find_due
from hereabouts.govern.retention.erase import erase, find_people, made_again
from hereabouts.govern.retention.going import Going
from hereabouts.govern.retention.holdings import Holdings, holdings
from hereabouts.govern.retention.marks import mark, normal_sql, secret_key
from hereabouts.govern.retention.people import read_keys
from hereabouts.govern.retention.run import Order, run_schedule, schedule_called
from hereabouts.project import load

Made = TypeVar("Made", bound=Callable[..., Any])
_KEYS = click.Path(path_type=Path, dir_okay=False)


@click.group("retain")
def command() -> None:
    """Preview and carry out retention schedules, and erase people by their keys."""


def _keys_option(made: Made) -> Made:
    words = "A CSV with a heading such as nhs_number. Values are never typed on a command line."
    return click.option("--keys", required=True, type=_KEYS, help=words)(made)


def _by_option(made: Made) -> Made:
    return click.option("--by", required=True, help="Who orders it, by role.")(made)


@command.command("preview")
@folder_option
@json_option
@reports_errors
def preview(folder: Path, *, as_json: bool) -> None:
    """Say what would go today under each schedule, and what holds it back. Nothing is changed."""
    held = _opened(folder)
    now = datetime.now(UTC)
    with held.session() as session:
        rows = [
            _due_row(one)
            for schedule in held.project.schedules.values()
            for one in find_due(held, session, schedule, now)
        ]
    print_rows(rows if as_json else map(_brief, rows), as_json=as_json)
    going = [row for row in rows if row["rows"] or row["elsewhere"]]
    say(f"{len(going)} of {len(rows)} products have something to go; nothing was changed")


@command.command("run")
@click.option("--confirm", required=True, help="The name of the schedule, typed in full.")
@_by_option
@click.option("--leave-held", is_flag=True, help="Leave out products that a hold protects.")
@folder_option
@json_option
@reports_errors
def run(confirm: str, by: str, folder: Path, *, leave_held: bool, as_json: bool) -> None:
    """Archive and delete what is due under one schedule, for ever, and write a certificate."""
    held = _opened(folder)
    schedule = schedule_called(held, confirm)
    order = Order(by=by, now=datetime.now(UTC), leave_held=leave_held)
    certificate = run_schedule(held, schedule, order)
    if certificate is None:
        print_rows([], as_json=as_json)
        say(f"nothing is to go under {confirm!r}")
    else:
        _report(certificate, as_json=as_json)


@command.command("erase")
@_keys_option
@_by_option
@click.option("--reason", required=True, help="The ground, such as a request's number. No names.")
@click.option("--confirm", help="The heading of the list of keys, typed in full; else a preview.")
@folder_option
@json_option
@reports_errors
def erase_people(
    keys: Path, by: str, reason: str, confirm: str | None, folder: Path, *, as_json: bool
) -> None:
    """Erase people from every product that knows them, and keep them out of what comes next.

    Without --confirm, say what would go. Keep the list of keys elsewhere, and delete it after.
    """
    held = _opened(folder)
    listed = read_keys(keys, held.project)
    order = Order(by=by, now=datetime.now(UTC))
    if confirm is None:
        with held.session() as session:
            found = [one for one in find_people(held, session, listed, order.now) if one.anything]
        print_rows(map(_going_row, found), as_json=as_json)
        fields = ",".join(listed.by_field)
        say(f"nothing was changed; with --confirm {fields} this goes for ever")
        return
    if confirm != ",".join(listed.by_field):
        raise GoverningError(
            "what is confirmed is not the heading of the list of keys",
            code="G127",
            do="look at what would go without --confirm, then type the heading in full",
        )
    certificate = erase(held, listed, order, reason=reason)
    _report(certificate, as_json=as_json)
    erased = tuple(one["product"] for one in certificate.content["products"])
    if again := made_again(held, erased):
        say(f"run `hereabouts build`: it makes {', '.join(again)} again without them")


@command.command("marks")
@click.argument("column")
@_keys_option
@folder_option
@reports_errors
def marks(column: str, keys: Path, folder: Path) -> None:
    """Print a mark for each key, to stand in a hold's `rows: {column: COLUMN, marks: [...]}`."""
    held = _opened(folder)
    listed = read_keys(keys, held.project)
    key = secret_key(held.home)
    with held.session() as session:
        for value in listed.by_field.get(column, ()):
            normal = session.connection.execute(f"select {normal_sql('$1')}", [value]).fetchone()
            click.echo(mark(key, column, str(normal[0])) if normal else "")


def _opened(folder: Path) -> Holdings:
    root = folder.resolve()
    return holdings(root, load(root))


def _going_row(going: Going) -> Row:
    return {
        "product": going.product.id,
        "rows": going.rows,
        "of": going.of,
        "elsewhere": going.elsewhere,
        "files": len(going.objects),
        "held_by": ", ".join(f"{one.hold.name} ({one.rows})" for one in going.held),
        "releases": ", ".join(map(str, going.releases)),
    }


def _due_row(due: Due) -> Row:
    about = {"schedule": due.schedule.name, "then": due.schedule.then.value, "since": due.since}
    return {**about, **_going_row(due.going)}


def _brief(row: Row) -> Row:
    return {
        name: row[name] for name in ("schedule", "product", "rows", "files", "since", "held_by")
    }


def _report(certificate: Certificate, *, as_json: bool) -> None:
    rows = [
        {
            "product": one["product"],
            "rows": one["rows"].get("table", 0),
            "left": one["rows_left"],
            "files": len(one["files"]),
            "archived": one["archived"].get("folder", ""),
        }
        for one in certificate.content["products"]
    ]
    print_rows(rows, as_json=as_json)
    for said in certificate.content["left"]:
        say(f"stays: {said}")
    found = "verified" if certificate.verified else "NOT verified: see what stays"
    say(f"certificate ({found}): {certificate.json_path}")
