"""The answer to a person: a page that explains, and a CSV file for each product."""

import csv
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path

from hereabouts.errors import GoverningError
from hereabouts.govern.subject_access.clock import Deadline
from hereabouts.govern.subject_access.find import REDACTED, HeldOf
from hereabouts.model.agreement import Agreement
from hereabouts.model.project import Project
from hereabouts.model.spreadsheet_safety import safe_cell

OURS_ALONE = 0o600
_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;margin:1em 0}th,td{border:1px solid #767676;padding:.3em .5em;"
    "text-align:left;vertical-align:top}"
)
_RIGHTS = (
    "You may ask for what is wrong to be corrected, for it to be erased or restricted, and object"
    " to its use. You may complain to the place that holds it, and to the Information"
    " Commissioner's Office (ico.org.uk)."
)


def write_answer(
    project: Project, held: Sequence[HeldOf], folder: Path, *, today: date, due: Deadline | None
) -> tuple[Path, ...]:
    """Write the answer into a folder; nobody but this account may read the files.

    Args:
        project: the folder, for the names of organisations and purposes.
        held: what was found.
        folder: outside the project folder; made when it is not there.
        today: the day of the search.
        due: by when it must be answered, if the day of receipt was said.

    Raises:
        GoverningError: G128 the folder is inside the project folder; G129 it cannot be written.
    """
    if folder.resolve().is_relative_to(Path(project.root)):
        raise GoverningError(
            "an answer holds a person's data, and the project folder is shared",
            code="G128",
            do="name a folder outside it with --out",
        )
    files = {f"{one.product.id}.csv": _csv(one).encode() for one in held}
    files["index.html"] = _page(project, held, today, due).encode()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return tuple(_write(folder / name, content) for name, content in files.items())
    except OSError as error:
        raise GoverningError(
            f"the answer cannot be written ({type(error).__name__})",
            code="G129",
            do="name another folder with --out, or make room",
        ) from error


def _write(path: Path, content: bytes) -> Path:
    handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, OURS_ALONE)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    return path


def _csv(one: HeldOf) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*(column.title for column in one.columns), "Accepted"])
    for rows, accepted in ((one.rows, "yes"), (one.refused, "no: it broke a rule")):
        writer.writerows([*map(safe_cell, row), accepted] for row in rows)
    return text.getvalue()


def _page(project: Project, held: Sequence[HeldOf], today: date, due: Deadline | None) -> str:
    title = f"What {project.place.title} holds about you"
    parts = [f"<h1>{escape(title)}</h1>", f"<p>Searched on {today:%d %B %Y}.{_due(due)}</p>"]
    parts += [f"<p>{_RIGHTS}</p>"]
    parts += [part for one in held for part in _section(project, one)]
    if not held:
        parts.append("<p>Nothing was found by the numbers that were searched for.</p>")
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}'
        f"</title><style>{_STYLE}</style></head><body><main>{''.join(parts)}</main></body></html>\n"
    )


def _due(due: Deadline | None) -> str:
    if due is None:
        return ""
    return f" To be answered by {due.last_day:%d %B %Y}." if due.last_day else " The clock stands."


def _section(project: Project, one: HeldOf) -> Iterator[str]:
    contract, handling = one.product.contract, one.product.handling
    basis = " and ".join(filter(None, (handling.lawful_basis, handling.condition)))
    yield f"<h2>{escape(contract.title)}</h2><dl>"
    yield _said("Why it is held", contract.purpose)
    yield _said("Lawful basis (UK GDPR Articles)", basis or "not said in its contract")
    yield _said("Who answers for it", contract.owner)
    yield _said("Where it came from", _source(one))
    yield _said("How long it is kept", _kept(one))
    yield _said("With whom it is shared", _shared(project, one.shared))
    yield "</dl>"
    yield _table(
        ("What is recorded", "What it means"),
        ((column.title, _meaning(one, column.name, column.description)) for column in one.columns),
    )
    titles = tuple(column.title for column in one.columns)
    if one.rows:
        yield f"<h3>Held: {len(one.rows):,} rows</h3>{_table(titles, one.rows)}"
    if one.refused:
        words = f"Received and not used: {len(one.refused):,} rows"
        yield f"<h3>{words}</h3>{_table(titles, one.refused)}"
    if one.earlier_rows:
        yield f"<p>An earlier version, kept for a time, has {one.earlier_rows:,} rows.</p>"


def _meaning(one: HeldOf, name: str, words: str) -> str:
    if name in one.product.handling.third_party:
        return f"{words} Shown as {REDACTED}.".strip()
    return words


def _source(one: HeldOf) -> str:
    source = one.product.source
    if source is None:
        return "worked out from " + ", ".join(one.product.made_from)
    suppliers = [part.supplier for part in source.parts if part.supplier]
    return ", ".join(suppliers) or "what was received by its owner"


def _kept(one: HeldOf) -> str:
    if one.schedule is None:
        return "no schedule says"
    return f"{one.schedule.keep} ({one.schedule.authority})"


def _shared(project: Project, agreements: Iterable[Agreement]) -> str:
    said = []
    for one in agreements:
        names = [
            project.organisations[name].title if name in project.organisations else name
            for name in one.recipients
        ]
        purposes = [project.purposes.get(name, name) for name in one.purposes]
        said.append(
            f"{', '.join(names)}, under {one.title} ({one.starts_on:%d %B %Y} to"
            f" {one.revoked_on or one.ends_on:%d %B %Y}; {one.lawful_basis}): {' '.join(purposes)}"
        )
    return "; ".join(said) or "nobody"


def _said(term: str, words: str) -> str:
    return f"<dt><b>{escape(term)}</b></dt><dd>{escape(words)}</dd>"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
