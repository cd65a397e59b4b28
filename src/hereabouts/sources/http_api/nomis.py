"""A dataset of Nomis, the labour market and Census figures that Durham University serves for ONS.

`address` ends with the dataset, such as `.../api/v01/dataset/NM_2002_1.data.csv`. Without a key
an answer holds at most 25,000 cells; `recordoffset` asks for what follows. Every row says its
place (RECORD_OFFSET) and how many there are (RECORD_COUNT): both are held against what came, and
left out of the table. With `select` they are asked for as well. A key goes as `uid`. A refusal
is words in place of a table.

Source: Nomis, "RESTful API", https://www.nomisweb.co.uk/api/v01/help; the same paging in
rOpenSci's nomisr, https://github.com/ropensci/nomisr
"""

from contextlib import closing
from pathlib import Path

from hereabouts.sources.http_api.csv_pages import CsvPage, parse_csv
from hereabouts.sources.http_api.job import Job
from hereabouts.sources.http_api.json_text import Written
from hereabouts.sources.http_api.plain import whole
from hereabouts.sources.http_api.refusals import refused, words_of
from hereabouts.sources.http_api.table import Table

COUNT, OFFSET = "RECORD_COUNT", "RECORD_OFFSET"
MOST = 25_000  # cells, as Nomis counts: rows of its CSV


def receive(job: Job) -> Path:
    """The dataset as a table.

    Raises:
        SourceError: S202 to S210.
    """
    with closing(job.table()) as table:
        total = None
        while total is None or table.count < total:
            page = _page(job, table.count)
            now = _total(job, page, table.count)
            if total is not None and now != total:
                raise job.shifted(f"had {total:,} records at first and {now:,} some pages later")
            total = now
            if table.count < total and not page.rows:
                job.check_total(table.count, total)
            _add(job, page, table)
        job.check_total(table.count, total)
        return table.finish()


def _page(job: Job, offset: int) -> CsvPage:
    asked = {
        **job.parameters,
        "recordoffset": str(offset),
        "recordlimit": str(job.settings.size or MOST),
    }
    for name, value in job.settings.parameters.items():
        if name.lower() == "select":
            asked[name] = _with_places(value)
    answer = job.session.page(job.settings.address, asked)
    try:
        page = parse_csv(answer.body)
    except ValueError:
        page = CsvPage((), ())
    if COUNT not in page.heading:
        words = words_of(answer.body, job.session.secrets)
        raise refused(job.origin, 200, words, at=job.at)
    return page


def _with_places(select: str) -> str:
    names = [name.strip() for name in select.split(",")]
    known = {name.upper() for name in names}
    return ",".join([*names, *(name for name in (OFFSET, COUNT) if name not in known)])


def _total(job: Job, page: CsvPage, offset: int) -> int:
    if not page.rows:
        return offset
    first = page.rows[0]
    counts = {row[COUNT] for row in page.rows}
    if len(counts) > 1:
        raise job.shifted("says two numbers of records in one page")
    return whole(Written(first[COUNT] or ""), job)


def _add(job: Job, page: CsvPage, table: Table) -> None:
    table.declare(name for name in page.heading if name not in {COUNT, OFFSET})
    for number, row in enumerate(page.rows, start=table.count):
        place = row.get(OFFSET)
        if place is not None and place != str(number):
            raise job.shifted("gave records whose places do not follow one another", "S207")
        table.add({name: cell for name, cell in row.items() if name not in {COUNT, OFFSET}})
