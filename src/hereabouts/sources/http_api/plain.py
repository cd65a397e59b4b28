"""Any API that gives records as JSON or rows as CSV, page by page: `api: json`, `api: csv`.

Styles of paging are those in use: offset and limit, numbered pages, a cursor in the answer, and
a link to the next page in the answer or in the `Link` header (RFC 8288).
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import httpx

from hereabouts.errors import SourceError
from hereabouts.sources.http_api.csv_pages import parse_csv
from hereabouts.sources.http_api.job import Job
from hereabouts.sources.http_api.json_text import as_text, flat, parse
from hereabouts.sources.http_api.paging import Page, pages
from hereabouts.sources.http_api.record_path import found_at
from hereabouts.sources.http_api.session import Answer
from hereabouts.sources.http_api.table import Table


def receive_json(job: Job) -> Path:
    """Records of JSON as a table.

    Raises:
        SourceError: S202 to S210.
    """
    table = job.table()

    def read(answer: Answer) -> Page:
        parsed = parsed_json(answer, job)
        return Page(
            body=answer.body,
            count=_add(_records(parsed, job), table, job),
            next=_next(parsed, answer, job),
            total=_total(parsed, job),
        )

    return _receive(table, job, read)


def receive_csv(job: Job) -> Path:
    """Rows of CSV: paged as a table; otherwise the very file.

    Raises:
        SourceError: S202 to S210.
    """
    settings = job.settings
    is_one = settings.paging is None and settings.cursor is None and not settings.record_key
    if is_one and settings.kind == "csv":
        path = job.folder / "whole.csv"
        job.session.download(settings.address, settings.parameters, into=path)
        return path
    table = job.table()

    def read(answer: Answer) -> Page:
        try:
            page = parse_csv(answer.body)
        except ValueError:
            raise job.broken("gives a page that is not CSV in UTF-8") from None
        table.declare(page.heading)
        for row in page.rows:
            table.add(row)
        return Page(
            body=answer.body, count=len(page.rows), next=answer.next_link or None, total=None
        )

    return _receive(table, job, read)


def parsed_json(answer: Answer, job: Job) -> Any:
    """The answer's JSON.

    Raises:
        SourceError: S206 it is none.
    """
    try:
        return parse(answer.body)
    except ValueError:
        raise job.broken("gives an answer that is not JSON") from None


def flat_record(record: Any, job: Job) -> dict[str, str | None]:
    """One record as columns.

    Raises:
        SourceError: S206 it is no object, or cannot be made flat.
    """
    if not isinstance(record, dict):
        raise job.broken("gives records that are not objects")
    try:
        return flat(record)
    except ValueError as error:
        raise job.broken(f"gives a record that cannot be made flat: {error}") from None


def _receive(table: Table, job: Job, read: Callable[[Answer], Page]) -> Path:
    try:
        pages(job, read)
        return table.finish()
    finally:
        table.close()


def _records(parsed: Any, job: Job) -> Sequence[Any]:
    found = found_at(parsed, job.settings.rows)
    if not isinstance(found, list):
        raise job.broken("has no list where `rows` says that the records are")
    return found


def _add(records: Iterable[Any], table: Table, job: Job) -> int:
    before = table.count
    for record in records:
        table.add(flat_record(record, job))
    return table.count - before


def _next(parsed: Any, answer: Answer, job: Job) -> str | None:
    paging = job.settings.paging
    if paging is None or not paging.next:
        return answer.next_link or None
    try:
        return as_text(found_at(parsed, paging.next)) or None
    except (ValueError, httpx.InvalidURL):
        return None


def _total(parsed: Any, job: Job) -> int | None:
    paging = job.settings.paging
    if paging is None or not paging.total:
        return None
    return whole(found_at(parsed, paging.total), job)


def whole(said: Any, job: Job) -> int:
    """A count that an API gives.

    Raises:
        SourceError: S206 it is no whole number.
    """
    text = said if isinstance(said, str) else ""
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise _no_count(job)
    return int(text)


def _no_count(job: Job) -> SourceError:
    return job.broken("does not say how many records it has, where it should")
