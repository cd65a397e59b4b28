"""`hereabouts release`: pin every version, protect it, and number it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from hereabouts.cli.output import (
    Row,
    audience_option,
    folder_option,
    json_option,
    print_data,
    print_rows,
    reports_errors,
    say,
)
from hereabouts.model.embargo import Embargo, read_moment
from hereabouts.model.policy import Audience
from hereabouts.pipeline.notices.subscribers import NOBODY, tell_subscribers
from hereabouts.pipeline.publish import rehearse
from hereabouts.pipeline.publish import release as make_release
from hereabouts.pipeline.workspace import Workspace, open_workspace
from hereabouts.project.reviews_due import reviews_due
from hereabouts.release.disclosure_report_words import report_in_words
from hereabouts.release.embargo import parse_embargo
from hereabouts.release.make import Release
from hereabouts.release.prepare import Prepared
from hereabouts.release.said_before import held_against


@click.command("release")
@folder_option
@audience_option
@json_option
@click.option("--dry-run", is_flag=True, help="Do all but commit: print the disclosure report.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="With --dry-run: write the disclosure report here, and print a summary.",
)
@click.option(
    "--embargo-until",
    metavar="MOMENT",
    help="Show it to nobody before, as 2026-12-10T09:30 in the time of London.",
)
@click.option("--embargo-why", default="", help="With --embargo-until: why it is kept back.")
@reports_errors
def command(
    folder: Path,
    audience: str,
    *,
    report: Path | None,
    dry_run: bool,
    as_json: bool,
    **held_back: str | None,
) -> None:
    """Make a numbered, immutable release of what was built.

    A release under embargo appears on the site at that very moment. Until then those alone
    see it whom a list in policies/pre_release names, from so many hours before.

    Every release is attacked before it is made. Its disclosure report, for an
    information-governance officer to sign, is written to .hereabouts/reports.
    """
    if report and not dry_run:
        raise click.UsageError("--report goes with --dry-run")
    embargo = _embargo(**held_back)
    workspace = open_workspace(folder)
    for due in reviews_due(workspace.project, datetime.now(UTC).date()):
        say(f"warning: {due}")
    if dry_run:
        made = rehearse(workspace, audience=Audience(audience), embargo=embargo)
        _say_tried(workspace, Audience(audience), made, report, as_json=as_json)
        return
    _make(workspace, Audience(audience), embargo, as_json=as_json)


def _embargo(embargo_until: str | None, embargo_why: str | None) -> Embargo | None:
    if embargo_until is None:
        if embargo_why:
            raise click.UsageError("--embargo-why goes with --embargo-until")
        return None
    return Embargo(until=read_moment(embargo_until), why=embargo_why or "")


def _make(
    workspace: Workspace, audience: Audience, embargo: Embargo | None, *, as_json: bool
) -> None:
    made = make_release(workspace, audience=audience, embargo=embargo)
    say(summary(made))
    _say_what_is_left_out(workspace, made.audience, made.number)
    _tell(workspace, made)
    disclosure = made.description["disclosure"]
    print_data(
        {
            "number": made.number,
            "audience": made.audience.value,
            "new": made.new,
            "made_at": made.description["made_at"],
            "embargo_until": (made.description.get("embargo") or {}).get("until"),
            "shown": disclosure["shown"],
            "hidden": disclosure["hidden"],
        },
        as_json=as_json,
    )


def _say_what_is_left_out(workspace: Workspace, audience: Audience, number: int) -> None:
    """Of releases that are too old to be held against."""
    older = held_against(workspace.layout.releases, audience, below=number).left_out
    if older:
        say(f"warning: {older:,} older releases are not held against this one")


def _tell(workspace: Workspace, made: Release) -> None:
    """Tell subscribers; the release stands whatever becomes of it."""
    is_news = made.new and made.audience is Audience.OPEN
    told = tell_subscribers(workspace, made.number if is_news else None)
    if told is not NOBODY:
        say(f"subscribers: {told.words}")
    for problem in told.problems:
        say(f"warning: {problem}")


def _say_tried(
    workspace: Workspace, audience: Audience, made: Prepared, report: Path | None, *, as_json: bool
) -> None:
    say(f"{audience.value} release {made.description['number']} could be made; nothing was kept")
    _say_what_is_left_out(workspace, audience, made.description["number"])
    if report:
        report.write_text(report_in_words(made.report), encoding="utf-8")
        print_rows(_table(made.report), as_json=as_json)
    elif as_json:
        print_data(made.report, as_json=True)
    else:
        print_rows(_table(made.report), as_json=False)
        click.echo(f"\n{report_in_words(made.report)}", nl=False)


def _table(report: dict[str, Any]) -> list[Row]:
    return [
        {name: row[name] for name in ("indicator", "area_type", "rows", "hidden")}
        | {"share": f"{100 * row['share_hidden']:.1f}%"}
        for row in report["hidden"]
    ]


def summary(made: Release) -> str:
    """What was released, in one sentence."""
    if not made.new:
        return f"nothing changed since {made.audience.value} release {made.number}"
    embargo = parse_embargo(made.description.get("embargo"))
    held_back = f", under embargo until {embargo.words}" if embargo else ""
    return f"made {made.audience.value} release {made.number}{held_back}"
