"""How commands speak: data to standard output, words to standard error."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import click

from hereabouts.errors import HereaboutsError, ProblemsError
from hereabouts.model.policy import Audience

Row = dict[str, Any]

folder_option = click.option(
    "--folder",
    "-C",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The project folder; the current one unless said.",
)
audience_option = click.option(
    "--audience",
    type=click.Choice([audience.value for audience in Audience]),
    default=Audience.OPEN.value,
    show_default=True,
    help="Who it is for.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print data as JSON.")


def say(words: str) -> None:
    """Words for a person, on standard error."""
    click.echo(words, err=True)


def print_rows(rows: Iterable[Row], *, as_json: bool) -> None:
    """Rows to standard output: a JSON list, or a table with aligned columns."""
    listed = list(rows)
    if as_json:
        click.echo(json.dumps(listed, indent=2, default=str))
    elif listed:
        click.echo(_table(listed))


def print_data(data: Row, *, as_json: bool) -> None:
    """One record to standard output; as words, without what there is none of."""
    if as_json:
        click.echo(json.dumps(data, indent=2, default=str))
    else:
        there = {name: value for name, value in data.items() if value is not None}
        width = max(map(len, there), default=0)
        for name, value in there.items():
            click.echo(f"{name:<{width}}  {value}")


def reports_errors(run: Callable[..., None]) -> Callable[..., None]:
    """An error a user can meet is printed without a traceback, and sets the exit status."""

    @wraps(run)
    def reporting(*args: Any, **kwargs: Any) -> None:
        try:
            run(*args, **kwargs)
        except HereaboutsError as error:
            fail([error])

    return reporting


def fail(errors: Sequence[HereaboutsError]) -> None:
    """Print every error, and exit with the status of the first."""
    for error in errors:
        say(str(error))
    first = errors[0]
    status = first.first.exit_status if isinstance(first, ProblemsError) else first.exit_status
    sys.exit(status)


def _table(rows: list[Row]) -> str:
    names = list(rows[0])
    cells = [names, *[["" if row[n] is None else str(row[n]) for n in names] for row in rows]]
    widths = [max(len(line[i]) for line in cells) for i in range(len(names))]
    lines = ("  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)) for line in cells)
    return "\n".join(line.rstrip() for line in lines)
