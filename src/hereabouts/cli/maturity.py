"""`hereabouts maturity`: how mature the use of data is, as people judged it, with evidence."""

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from hereabouts.cli.accounts import open_administering
from hereabouts.cli.output import folder_option, json_option, print_rows, reports_errors, say
from hereabouts.cli.records import has_accounts, known_of
from hereabouts.errors import GoverningError, ReleaseError
from hereabouts.govern.maturity.evidence import Found, People
from hereabouts.govern.maturity.report import TopicReport, maturity_report, page, topics_json
from hereabouts.model.maturity import level_words
from hereabouts.model.policy import Audience
from hereabouts.release.manifest_model import ReleaseManifest
from hereabouts.release.reader import latest


@click.command("maturity")
@folder_option
@json_option
@click.option(
    "-o",
    "--out",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a page for staff to this file.",
)
@reports_errors
def command(folder: Path, file: Path | None, *, as_json: bool) -> None:
    """Show the ten topics of the Data Maturity Assessment for Government.

    People give the levels, in maturity.yml; the platform counts what it knows beside them.
    """
    root = folder.resolve()
    known = known_of(root)
    people = _people(root, known.today)
    found = Found(known=known, release=_newest(root), people=people)
    topics = maturity_report(found)
    if file is not None:
        _write(file, page(topics, found))
    elif as_json:
        click.echo(_json(topics, found))
    else:
        print_rows((row for one in topics for row in _rows(one)), as_json=False)


def _json(topics: tuple[TopicReport, ...], found: Found) -> str:
    return json.dumps(topics_json(topics, today=found.today), indent=2, ensure_ascii=False)


def _rows(one: TopicReport) -> Iterator[dict[str, object]]:
    """A line for each fact; the topic and its level on the first."""
    said = one.latest
    level = level_words(said.level) if said else "not judged"
    for at, fact in enumerate(one.evidence):
        yield {
            "topic": "" if at else one.title,
            "level": "" if at else level,
            "judged on": said.assessed_on.isoformat() if said and not at else "",
            "counted": fact.what,
            "how many": fact.said,
        }


def _people(root: Path, today: date) -> People | None:
    """Of accounts that have not ended; None where there are none, or no key to open them by."""
    if not has_accounts(root) or not _has_key(os.environ):
        return None
    everybody = [one for one in open_administering(root).listed() if one["state"] != "ended"]
    until = [one["training_valid_to"] for one in everybody]
    return People(count=len(until), trained=sum(day is not None and day >= today for day in until))


def _has_key(environ: Mapping[str, str]) -> bool:
    """Whether the key is said that accounts are opened by."""
    names = ("HEREABOUTS_SECRET_KEY", "HEREABOUTS_SECRET_KEY_FILE")
    return any(environ.get(name) for name in names)


def _newest(root: Path) -> ReleaseManifest | None:
    """What the newest open release says; None where there is none yet."""
    try:
        return latest(root, audience=Audience.OPEN).manifest
    except ReleaseError:
        return None


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, "utf-8")
    except OSError as fault:
        raise GoverningError(
            f"'{file}' cannot be written ({type(fault).__name__})",
            code="G147",
            do="name a file in a folder that exists and may be written to",
        ) from fault
    say(f"wrote {file}")
