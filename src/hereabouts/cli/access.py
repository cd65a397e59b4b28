"""`hereabouts access`: who may use what, tested, asked and rehearsed before it is so."""

import sys
from datetime import date
from pathlib import Path

import click

from hereabouts.cli.output import (
    Row,
    folder_option,
    json_option,
    print_data,
    print_rows,
    reports_errors,
    say,
)
from hereabouts.errors import GoverningError, ProblemsError
from hereabouts.govern.access import policy_tests, rehearsal
from hereabouts.govern.access.decide import decide
from hereabouts.govern.access.policy_set import join_policies
from hereabouts.govern.access.words import Decision
from hereabouts.govern.audit import AuditLog
from hereabouts.govern.audit.log import utc_now
from hereabouts.model.person import Role
from hereabouts.pipeline.extract import Wish, write_extract
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.project.sharing_folder import Sharing

_EVERYTHING = ("*",)


@click.group("access")
def command() -> None:
    """Say who may use what: test policies, ask them, and rehearse a change."""


@command.command("test")
@folder_option
@json_option
@reports_errors
def test(folder: Path, *, as_json: bool) -> None:
    """Ask the questions of policies/access/*_test.yml. Exits 17 when an answer is wrong."""
    sharing = _require_whole(folder)
    facts, policies = rehearsal.facts_of_draft(sharing), join_policies(sharing.policies)
    outcomes = list(policy_tests.run_tests(sharing.tests, facts=facts, policies=policies))
    rows: list[Row] = [
        {"test": one.name, "passed": one.passed, "answer": one.words, "file": one.path}
        for one in outcomes
    ]
    print_rows(rows, as_json=as_json)
    failed = sum(not one.passed for one in outcomes)
    say(f"{len(outcomes) - failed} of {len(outcomes)} answers are as they must be")
    if failed:
        sys.exit(GoverningError.exit_status)


@command.command("ask")
@folder_option
@json_option
@click.argument("product")
@click.option("--organisation", required=True, help="Whose person asks.")
@click.option(
    "--role", "roles", multiple=True, type=click.Choice([r.value for r in Role]), help="Theirs."
)
@click.option("--action", type=click.Choice(["view", "read"]), default="read", show_default=True)
@click.option("--purpose", default="", help="A name in purposes.yml.")
@click.option("--column", "columns", multiple=True, help="A column; may be said more than once.")
@click.option("--area", "areas", multiple=True, help="A code; every row unless said.")
@click.option("--on", help="A day, as year-month-day; today unless said.")
@reports_errors
def ask(  # noqa: PLR0913, PLR0917  an option each
    folder: Path,
    product: str,
    organisation: str,
    roles: tuple[str, ...],
    action: str,
    purpose: str,
    columns: tuple[str, ...],
    areas: tuple[str, ...],
    on: str | None,
    *,
    as_json: bool,
) -> None:
    """Say whether somebody of an organisation may use PRODUCT, and which clause decides.

    Their training counts as in date. Nothing is written to the audit log.
    """
    sharing = _require_whole(folder)
    day = on or utc_now().date().isoformat()
    asked = policy_tests.question(
        {
            "person": {
                "organisation": organisation,
                "roles": {"*": list(roles)},
                "training_valid_to": date.max.replace(year=9998).isoformat(),
            },
            "action": action,
            "product": product,
            "purpose": purpose,
            "columns": columns,
            "areas": areas or _EVERYTHING,
            "on": day,
        }
    )
    policies = join_policies(sharing.policies)
    decision = decide(asked, facts=rehearsal.facts_of_draft(sharing), policies=policies)
    print_data(_row(decision), as_json=as_json)


@command.command("rehearse")
@folder_option
@json_option
@click.option(
    "--draft",
    required=True,
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="A project folder with the policies and agreements as they would be.",
)
@click.option("--days", default=31, show_default=True, help="How far back to replay.")
@reports_errors
def rehearse(folder: Path, draft: Path, days: int, *, as_json: bool) -> None:
    """Replay what was really asked against a draft: who would gain access, and who would lose it.

    Nothing changes. Questions come from the audit log, with what their answers rested on.
    """
    sharing = _require_whole(draft)
    first = rehearsal.since(utc_now().date(), days=days)
    found = rehearsal.rehearse(
        AuditLog(folder.resolve()).records(since=first, action=rehearsal.PREFIX),
        facts=rehearsal.facts_of_draft(sharing),
        policies=join_policies(sharing.policies),
    )
    print_rows(map(_change, found.changed), as_json=as_json)
    say(f"{found.asked:,} questions asked again; {found.unlike:,} would be answered otherwise")


@command.command("extract")
@folder_option
@json_option
@click.argument("product")
@click.option("--organisation", required=True, help="Who receives it: a name in organisations.yml.")
@click.option("--purpose", required=True, help="What for: a name in purposes.yml.")
@click.option(
    "--column", "columns", multiple=True, help="A column; all that is opened unless said."
)
@click.option(
    "--to",
    "file",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write: .parquet or .csv.",
)
@reports_errors
def extract(  # noqa: PLR0913  an option each
    folder: Path,
    product: str,
    organisation: str,
    purpose: str,
    columns: tuple[str, ...],
    file: Path,
    *,
    as_json: bool,
) -> None:
    """Write the rows and columns of PRODUCT that an agreement opens to an organisation.

    They are cut in SQL by the agreement in force; without one, nothing is written. It is said in
    the audit log.
    """
    wish = Wish(
        product=product, organisation=organisation, purpose=purpose, columns=columns or _EVERYTHING
    )
    found = write_extract(open_workspace(folder), wish, file)
    print_data(
        {
            "file": str(file),
            "rows": found.rows,
            "columns": ", ".join(found.columns),
            "agreement": found.agreement,
            "until": found.until.isoformat(),
        },
        as_json=as_json,
    )


def _require_whole(folder: Path) -> Sharing:
    """What the folder says of sharing, if nothing is wrong with it."""
    sharing = rehearsal.read_draft(folder.resolve())
    if sharing.problems:
        raise ProblemsError(sharing.problems)
    return sharing


def _row(decision: Decision) -> Row:
    return {
        "allowed": decision.allowed,
        "policy": decision.policy,
        "clause": decision.clause,
        "relied_on": decision.relied_on,
        "reason": decision.reason,
        "until": decision.until.isoformat() if decision.until else None,
    }


def _change(changed: rehearsal.Changed) -> Row:
    return {
        "who": "gains" if changed.gains else "loses",
        "organisation": changed.organisation,
        "product": changed.product,
        "purpose": changed.purpose,
        "action": changed.action,
        "times": changed.times,
        "people": changed.people,
        "before": changed.before,
        "after": changed.after,
        "why": changed.why,
    }
