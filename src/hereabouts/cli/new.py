"""`hereabouts new product`: from a file to a product that builds."""

import re
import sys
from dataclasses import replace
from pathlib import Path

import click

from hereabouts.cli.output import (
    fail,
    folder_option,
    json_option,
    print_data,
    print_rows,
    reports_errors,
    say,
)
from hereabouts.cli.progress_bar import progress_bar
from hereabouts.model.proposal import Inspection, Proposal
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.pipeline.propose_product import (
    DOMAIN,
    Given,
    NewlyBuilt,
    Wish,
    decided,
    fetched,
    looked_at,
    made,
    planned,
    suggested_name,
    with_key,
)
from hereabouts.pipeline.workspace import open_workspace

SHOWN_COLUMNS = 8


class RowSpan(click.ParamType):  # type: ignore[type-arg]
    """Rows as a sheet numbers them: 4, 3-5 or 6-."""

    name = "rows"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The first and the last, which is None for an open end."""
        if isinstance(value, tuple):
            return value
        found = re.fullmatch(r"([1-9]\d{0,8})(?:(-)([1-9]\d{0,8})?)?", str(value).strip())
        if not found:
            self.fail("give rows as the sheet numbers them: 4, 3-5 or 6-", param, ctx)
        first = int(found[1])
        return first, int(found[3]) if found[3] else (None if found[2] else first)


@click.group("new")
def command() -> None:
    """Add something to the project folder."""


@command.command("product")
@click.argument("file")
@folder_option
@json_option
@click.option("--domain", default="", help=f"The team it belongs to; {DOMAIN} unless said.")
@click.option("--name", default="", help="What it is called; the file's name unless said.")
@click.option("--sheet", default="", help="The sheet of a workbook.")
@click.option("--header-rows", type=RowSpan(), help="The heading rows, such as 3-5.")
@click.option("--data-rows", type=RowSpan(), help="The rows of data, such as 6-442 or 6-.")
@click.option("--key", multiple=True, help="A column that tells rows apart; once for each.")
@click.option("--title", default="", help="What readers call it.")
@click.option("--owner", default="", help="Who answers for it, such as an e-mail address.")
@click.option("--licence", default="", help="The licence it comes under, such as OGL-UK-3.0.")
@click.option("--attribution", default="", help="The words to print under a chart of it.")
@click.option(
    "--sensitivity",
    default="",
    metavar="[" + "|".join(level.value for level in Sensitivity) + "]",
    type=click.Choice(["", *(level.value for level in Sensitivity)]),
    help="How far its values may travel; internal unless said.",
)
@click.option(
    "--allow-private-addresses", is_flag=True, help="FILE may be an address of this network."
)
@click.option("--no-input", is_flag=True, help="Ask nothing: build it, or say why not.")
@reports_errors
def product(file: str, folder: Path, *, as_json: bool, no_input: bool, **said: object) -> None:
    """Look at FILE, which may be an address, and write the product that it makes.

    Contract, source.yml and examples.yml are written with the reason for each guess, and the
    product is built. On a terminal, what is unsure is asked.
    """
    wish = Wish(**said)  # type: ignore[arg-type]
    workspace = open_workspace(folder)
    given = fetched(workspace, file, allow_private=wish.allow_private_addresses)
    asks = not no_input and is_terminal()
    inspection = looked_at(given, wish)
    if asks:
        wish, inspection = _asked_for_sheet(given, wish, inspection)
    proposal = decided(inspection, given)
    if asks:
        wish = _asked(given, proposal, wish)
    plan = planned(workspace, given, with_key(proposal, wish.key), wish)
    with progress_bar() as progress:
        built = made(workspace, given, plan, progress=progress)
    _tell(built, as_json=as_json)


def is_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def _asked_for_sheet(given: Given, wish: Wish, inspection: Inspection) -> tuple[Wish, Inspection]:
    if inspection.proposals or len(inspection.sheets) < 2:
        return wish, inspection
    say(" ".join(inspection.undecided))
    sheet = click.prompt("Which sheet", type=click.Choice(inspection.sheets), err=True)
    wish = replace(wish, sheet=sheet)
    return wish, looked_at(given, wish)


def _asked(given: Given, proposal: Proposal, wish: Wish) -> Wish:
    """What a flag does not say is asked, with the guess as its default."""
    _show(proposal)
    keys = [column.name for column in proposal.columns if column.key]
    key = wish.key or tuple(
        re.split(r"[,\s]+", _prompt("Columns that tell rows apart", ", ".join(keys)).strip())
    )
    return replace(
        wish,
        key=tuple(filter(None, key)),
        domain=wish.domain or _prompt("Domain", DOMAIN),
        name=wish.name or _prompt("Name", suggested_name(given)),
        title=wish.title or _prompt("Title", proposal.title or suggested_name(given)),
        owner=wish.owner or _prompt("Owner", ""),
        licence=wish.licence or _prompt("Licence", ""),
        attribution=wish.attribution or _prompt("Attribution", ""),
        sensitivity=wish.sensitivity
        or click.prompt(
            "Sensitivity",
            default="internal",
            type=click.Choice([level.value for level in Sensitivity]),
            err=True,
        ),
    )


def _prompt(words: str, default: str) -> str:
    return str(click.prompt(words, default=default, show_default=bool(default), err=True))


def _show(proposal: Proposal) -> None:
    """The table that was found, as it begins, on standard error."""
    for name, value in proposal.options.items():
        say(f"{name}: {value}")
    for row in proposal.preview:
        say(" | ".join(cell[:20] for cell in row[:SHOWN_COLUMNS]))
    for note in proposal.notes:
        say(note)


def _tell(built: NewlyBuilt, *, as_json: bool) -> None:
    record = built.record
    passed = (record.rows_out or 0) if record else 0
    quarantined = (record.rows_quarantined or 0) if record else 0
    data = {
        "product": built.product.id,
        "outcome": record.outcome if record else "not made",
        "rows": passed,
        "rows_quarantined": quarantined,
        "files": [path.as_posix() for path in built.written],
        "notes": list(built.product.proposal.notes),
    }
    if as_json:
        print_data(data, as_json=True)
    else:
        print_rows(({"written": path.as_posix()} for path in built.written), as_json=False)
        for note in built.product.proposal.notes:
            say(note)
    if built.errors:
        fail(built.errors)
    say(f"made {built.product.id}: {passed:,} rows passed, {quarantined:,} are in quarantine")
