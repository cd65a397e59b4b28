"""`hereabouts records`: what the law asks to be written down, from the project's own facts."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from hereabouts.cli.output import folder_option, json_option, print_rows, reports_errors, say
from hereabouts.doors.web.account_settings import database_url
from hereabouts.doors.web.site_settings import public_address
from hereabouts.errors import GoverningError
from hereabouts.govern.audit.files import day_files
from hereabouts.govern.audit.verify import verify
from hereabouts.govern.records.check import missing_facts, require_current
from hereabouts.govern.records.known import Known, Measures
from hereabouts.govern.records.make import make_records
from hereabouts.govern.records.stamp import read_stamp
from hereabouts.govern.records.write import Format, write_records
from hereabouts.govern.records.writing import Kind
from hereabouts.project import load

_FORMATS = [one.value for one in Format]


@click.group("records")
def command() -> None:
    """Write records of processing, assessments, notices, agreements and playbooks."""


@command.command("write")
@click.argument("target", type=click.Path(path_type=Path, file_okay=False))
@folder_option
@click.option(
    "--format",
    "formats",
    default="html",
    show_default=True,
    help="html, docx, or both with a comma between.",
)
@click.option(
    "--only", type=click.Choice([kind.value for kind in Kind]), help="One kind of record."
)
@reports_errors
def write(target: Path, folder: Path, formats: str, only: str | None) -> None:
    """Write the records into TARGET, with a page that leads to them."""
    known = known_of(folder.resolve())
    records = make_records(known, only=Kind(only) if only else None)
    asked = _formats(formats)
    written = write_records(target, records, formats=asked, made_on=known.today)
    say(f"wrote {len(written):,} files to {target}{os.sep}; begin at index.html")
    missing = len(missing_facts(records))
    if missing:
        say(f"{missing:,} facts are missing: `hereabouts records check` lists them")


@command.command("check")
@click.argument("copy", required=False, type=click.Path(path_type=Path, dir_okay=False))
@folder_option
@json_option
@reports_errors
def check(copy: Path | None, folder: Path, *, as_json: bool) -> None:
    """List the facts that records lack; or say whether COPY still says what the project says."""
    records = make_records(known_of(folder.resolve()))
    if copy is not None:
        record = require_current(read_stamp(copy), records)
        say(f"it still stands: {record.title}")
        return
    missing = missing_facts(records)
    print_rows(
        ({"record": one.record, "missing": one.gap.ask, "say it in": one.gap.where}
         for one in missing),
        as_json=as_json,
    )  # fmt: skip
    if missing:
        raise GoverningError(
            f"{len(missing):,} facts are missing",
            code="G146",
            do="say each where the list says; docs/how-to/write-the-records.md has every property",
        )
    say("no fact is missing that the project's files could say")


def known_of(root: Path) -> Known:
    """The project as it is today, and how it is kept safe.

    Raises:
        ProblemsError: the folder has problems.
        HereaboutsError: W269 or A111, an environment variable is not as it must be.
    """
    log = day_files(root)
    return Known(
        project=load(root),
        today=datetime.now(UTC).date(),
        measures=Measures(
            second_factor=has_accounts(root),
            encrypted_in_transit=public_address(os.environ).startswith("https://"),
            chained_log=bool(log) and verify(log).holds,
        ),
    )


def has_accounts(root: Path) -> bool:
    """Whether people sign in to the site: it has a database of theirs."""
    return bool(database_url(os.environ)) or (root / ".hereabouts" / "app.db").exists()


def _formats(said: str) -> list[Format]:
    names = [name.strip() for name in said.split(",")]
    wrong = [name for name in names if name not in _FORMATS]
    if wrong:
        raise click.BadParameter(f"{wrong[0]!r} is not one of {', '.join(_FORMATS)}")
    return [Format(name) for name in dict.fromkeys(names)]
