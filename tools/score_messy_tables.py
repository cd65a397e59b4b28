"""Score `hereabouts new product` on files as public bodies publish them.

Run: python -m tools.score_messy_tables [NAME ...]. It says which outcomes differ from
tests/golden/messy_tables.yml. With no name it does every file, writes the outcomes there and the
page docs/explanation/messy-files.md; then say in `wrong_because` why what is wrong is wrong.
"""

import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import duckdb
from click.testing import CliRunner, Result

from hereabouts.cli import main
from hereabouts.pipeline.workspace import Workspace, open_workspace
from tests.golden.messy_comparison import Built, BuiltColumn, differences
from tests.golden.messy_expectations import EXPECTED, File, Table, expectations
from tests.golden.messy_outcomes import with_outcomes

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "explanation" / "messy-files.md"
CORRECT, REFUSED, WRONG = "correct", "refused", "wrong"
INSPECTION = range(160, 170)  # the numbers of S codes that say a file was not understood


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one file, with or without its sheet named."""

    outcome: str
    said: str = ""  # the refusal, or what is wrong
    rows: int = 0
    columns: int = 0


def empty_place(folder: Path) -> Path:
    """A new place that has been built, to be copied for each file."""
    for command in (["init", str(folder)], ["build", "--folder", str(folder)]):
        done = _run(command)
        if done.exit_code:
            raise RuntimeError(done.output)
    return folder


def alone(place: Path, folder: Path, file: File) -> Verdict:
    """What a file becomes with no flags: correct if it is any of the tables expected of it."""
    return _verdict(place, folder / file.name, file.tables, sheet=None)


def told(place: Path, folder: Path, file: File, table: Table) -> Verdict:
    """What a file becomes when its sheet is named."""
    return _verdict(place, folder / file.name, (table,), sheet=table.sheet)


def page(scores: Iterable[tuple[File, Verdict, tuple[Verdict, ...]]]) -> str:
    """The published score."""
    scored = list(scores)
    singles = Counter(verdict.outcome for _, verdict, _ in scored)
    sheets = Counter(
        verdict.outcome
        for file, _, verdicts in scored
        for table, verdict in zip(file.tables, verdicts, strict=True)
        if table.sheet
    )
    lines = [HEAD, *_total("with no flags", singles), *_total("told the sheet", sheets), "", TITLE]
    lines += [line for score in scored for line in _lines(*score)]
    return "\n".join(lines) + "\n"


def _verdict(place: Path, path: Path, tables: tuple[Table, ...], *, sheet: str | None) -> Verdict:
    before = {found.parent for found in place.glob("products/*/*/source.yml")}
    flags = ["--sheet", sheet] if sheet else []
    made = _run(["new", "product", str(path), "--folder", str(place), "--no-input", *flags])
    if made.exit_code:
        return _refusal(made, path)
    (product,) = {found.parent for found in place.glob("products/*/*/source.yml")} - before
    done = _run(["build", "--folder", str(place)])
    if done.exit_code:
        return Verdict(outcome=WRONG, said=f"does not build: {_words(done, path)}")
    built = _built(open_workspace(place), f"{product.parent.name}.{product.name}")
    wrong = min((differences(table, built) for table in tables), key=len)
    return Verdict(
        outcome=WRONG if wrong else CORRECT,
        said="; ".join(wrong),
        rows=len(built.rows),
        columns=len(built.seen),
    )


def _refusal(made: Result, path: Path) -> Verdict:
    crashed = made.exception is not None and not isinstance(made.exception, SystemExit)
    said = _words(made, path)
    spoken = any(f"[S{code}]" in said for code in INSPECTION)
    outcome = REFUSED if spoken and not crashed else WRONG
    return Verdict(outcome=outcome, said=repr(made.exception) if crashed else said)


def _built(workspace: Workspace, product_id: str) -> Built:
    product = workspace.project.products[product_id]
    table = workspace.latest(product_id)
    if table is None or product.source is None:
        raise RuntimeError(f"{product_id} was not made")
    columns = tuple(
        BuiltColumn(
            name=column.name,
            heading=column.source_name,
            key=column.key,
            marker_of=column.marker_of or "",
        )
        for column in product.contract.columns
    )
    names = ", ".join(f'"{column.name}"' for column in columns)
    bad = workspace.quarantined(product_id)
    pivot = product.source.reshape.unpivot
    return Built(
        columns=columns,
        rows=tuple(_query(f"select {names} from read_parquet(?)", table.files)),
        quarantined=int(_query("select count(*) from read_parquet(?)", bad.files)[0][0])
        if bad and bad.files
        else 0,
        into=pivot.into[0] if pivot else "",
        value=pivot.value if pivot else "",
    )


def _query(sql: str, files: tuple[str, ...]) -> list[tuple[int, ...]]:
    with duckdb.connect() as connection:
        return connection.execute(sql, [list(files)]).fetchall()


def _run(command: list[str]) -> Result:
    return CliRunner().invoke(main, command)


def _words(done: Result, path: Path) -> str:
    """What was said on standard error, without where this machine keeps things."""
    said = done.stderr.replace(f"{path.parent}/", "")
    return " ".join(said.split())


HEAD = """<!-- Made by tools/score_messy_tables.py. Do not edit. -->

# Files as they are published

`hereabouts new product FILE --no-input` on every file of a collection of workbooks and text files
as public bodies publish them, under the Open Government Licence v3.0. What each should become was
worked out from the raw cells without Hereabouts, and is in `tests/golden/messy_tables.yml`: the
sheet, the headings, the rows, three cells, sums and markers. Where the two differed, the file was
opened again: once it was the expectation that had missed a row.

**Correct**: the product that was written builds at once, and the table is the one expected.
**Refused**: nothing was written, and the words say what could not be decided.
**Wrong**: another table, or none that builds. A test holds each file to the outcome below.
"""
TITLE = """| file | publisher | what is odd | told | outcome | rows | columns | what it said |
|---|---|---|---|---|---:|---:|---|"""
SHOWN = 220  # characters of a refusal


def _total(title: str, outcomes: Counter[str]) -> Iterator[str]:
    counts = ", ".join(f"{outcomes[outcome]} {outcome}" for outcome in (CORRECT, REFUSED, WRONG))
    yield f"- {title}: {counts}, of {outcomes.total()}"


def _lines(file: File, single: Verdict, sheets: tuple[Verdict, ...]) -> Iterator[str]:
    yield _line(f"`{file.name}`", file.publisher, file.odd, "nothing", single)
    for table, verdict in zip(file.tables, sheets, strict=True):
        if table.sheet:
            yield _line("", "", "", f"sheet {table.sheet}", verdict)


def _line(name: str, publisher: str, odd: str, flags: str, verdict: Verdict) -> str:
    said = verdict.said if len(verdict.said) <= SHOWN else verdict.said[:SHOWN].rstrip() + " …"
    numbers = [f"{verdict.rows:,}" if verdict.rows else "", str(verdict.columns or "")]
    cells = [name, publisher, odd, flags, verdict.outcome, *numbers, said]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


@click.command()
@click.argument("names", nargs=-1)
@click.option(
    "--folder", type=click.Path(path_type=Path), default=ROOT.parent / "shared/data/messy"
)
def command(names: tuple[str, ...], *, folder: Path) -> None:
    """Score every file, or those named."""
    wanted = [file for file in expectations() if not names or file.name in names]
    scores = []
    with TemporaryDirectory() as scratch:
        first = empty_place(Path(scratch) / "first")
        for number, file in enumerate(wanted):
            place = Path(scratch) / str(number)
            scores.append((file, *_both(first, place, folder, file)))
    if not names:
        found = {
            file.name: [single.outcome, *(verdict.outcome for verdict in sheets)]
            for file, single, sheets in scores
        }
        text = with_outcomes(EXPECTED.read_text("utf-8"), found)
        EXPECTED.write_text(text, encoding="utf-8")
        PAGE.write_text(page(scores), encoding="utf-8")


def _both(
    first: Path, place: Path, folder: Path, file: File
) -> tuple[Verdict, tuple[Verdict, ...]]:
    """Both verdicts of a file, each in a copy of the first place; said as they come."""

    def fresh(part: str) -> Path:
        return Path(shutil.copytree(first, place / part))

    single = alone(fresh("alone"), folder, file)
    _say(file.name, "alone", single, file.outcome)
    sheets = []
    for number, table in enumerate(file.tables):
        sheets.append(told(fresh(str(number)), folder, file, table) if table.sheet else single)
        _say(file.name, str(table.sheet), sheets[-1], table.outcome)
    shutil.rmtree(place)
    return single, tuple(sheets)


def _say(name: str, part: str, verdict: Verdict, expected: str) -> None:
    change = "" if verdict.outcome == expected else f" (was {expected or 'not known'})"
    click.echo(f"{name} [{part}]: {verdict.outcome}{change} {verdict.said}", file=sys.stdout)


if __name__ == "__main__":
    command()
