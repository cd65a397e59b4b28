"""Indicators of Fingertips, the public health profiles of the Department of Health and Social Care.

`address` is the API's, such as `https://fingertips.phe.org.uk/api`; `parameters` say which
indicators and areas: `indicator_ids`, `child_area_type_id`, `parent_area_type_id`. There are no
pages. The file is kept as it came. "Value note" says why a value is absent or must be read with
care; "Recent Trend" and the "Compared to" columns are words.

Source: the API's own list, https://fingertips.phe.org.uk/api, and the headings that its program
writes (CsvBuilderIndicatorDataHeaderWriter, PublicHealthEngland/fingertips-open).
"""

import csv
from pathlib import Path

from hereabouts.sources.http_api.job import Job
from hereabouts.sources.http_api.refusals import refused, words_of

BELOW = "/all_data/csv/by_indicator_id"
NEEDED = {"Indicator ID", "Area Code", "Time period", "Value"}
MOST_OF_A_HEADING = 10_000  # bytes


def receive(job: Job) -> Path:
    """The CSV, whole.

    Raises:
        SourceError: S202 words, and no table; S206 no rows.
    """
    address, path = job.settings.address, job.folder / "whole.csv"
    below = address.path.rstrip("/").removesuffix(BELOW) + BELOW
    job.session.download(address.copy_with(path=below), job.settings.parameters, into=path)
    with path.open("rb") as file:
        top = file.readline(MOST_OF_A_HEADING)
        has_rows = bool(file.readline(1))
    if not set(next(csv.reader([top.decode("utf-8-sig", "replace")]), ())) >= NEEDED:
        words = words_of(top, job.session.secrets)
        raise refused(job.origin, 200, words, at=job.at)
    if not has_rows:
        raise job.broken("gives no rows for those `indicator_ids` and area types")
    return path
