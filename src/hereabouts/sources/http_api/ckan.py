"""A resource of a CKAN portal, such as data.gov.uk or the NHSBSA Open Data Portal.

`address` is the portal's; `resource` the resource's id, or its name with `dataset`. A resource in
the portal's DataStore is read row by row as a table; any other, or one whose `kind` is no table,
is the file that it links to, which may be on another server. An answer says `success`. The row
number `_id` is the portal's own, changes whenever the publisher loads the table again, and is left
out.

Source: CKAN, "API guide", https://docs.ckan.org/en/latest/api/ (package_show, resource_show) and
"DataStore extension", https://docs.ckan.org/en/latest/maintaining/datastore.html
(datastore_search: `limit` is at most 32,000, `total` counts the rows).
"""

from contextlib import closing
from pathlib import Path
from typing import Any

import httpx

from hereabouts.sources.http_api.job import Job
from hereabouts.sources.http_api.plain import flat_record, parsed_json, whole
from hereabouts.sources.http_api.refusals import not_promised, refused, words_of
from hereabouts.sources.http_api.settings import TABLES
from hereabouts.sources.http_api.table import Table

ROW = "_id"
MOST = 32_000  # rows a page, unless the portal allows fewer


def receive(job: Job) -> Path:
    """The resource as a table, or as the file it is.

    Raises:
        SourceError: S202 to S210.
    """
    resource = _resource(job)
    if job.settings.kind in TABLES and resource.get("datastore_active") is True:
        return _rows(job, str(resource.get("id", "")))
    path = job.folder / f"whole.{job.settings.kind}"
    try:
        url = httpx.URL(str(resource.get("url", "")))
    except httpx.InvalidURL:
        url = httpx.URL("")
    if url.scheme not in {"http", "https"} or not url.host:
        raise job.broken("has a resource that links to no file")
    job.session.download(url, {}, into=path)
    return path


def _resource(job: Job) -> dict[str, Any]:
    wanted = job.settings.named.get("resource", "")
    dataset = job.settings.named.get("dataset")
    if not dataset:
        found = _result(job, "resource_show", {"id": wanted})
        return found if isinstance(found, dict) else {}
    package = _result(job, "package_show", {"id": dataset})
    listed = package.get("resources") if isinstance(package, dict) else None
    named = [
        one
        for one in (listed if isinstance(listed, list) else ())
        if isinstance(one, dict) and wanted in {one.get("id"), one.get("name")}
    ]
    if len(named) != 1:
        raise not_promised(
            job.origin, f"has {len(named)} resources of that name in the dataset", at=job.at
        )
    return named[0]


def _rows(job: Job, resource: str) -> Path:
    with closing(job.table()) as table:
        total = None
        while total is None or table.count < total:
            result = _result(
                job,
                "datastore_search",
                {
                    **job.settings.parameters,
                    "resource_id": resource,
                    "limit": str(job.settings.size or MOST),
                    "offset": str(table.count),
                    "sort": ROW,
                    "include_total": "true",
                },
            )
            now = whole(result.get("total") if isinstance(result, dict) else None, job)
            if total is not None and now != total:
                raise job.shifted(f"had {total:,} records at first and {now:,} some pages later")
            total = now
            if not _add(job, result, table):
                break
        job.check_total(table.count, total)
        return table.finish()


def _add(job: Job, result: dict[str, Any], table: Table) -> int:
    fields, records = result.get("fields"), result.get("records")
    if not isinstance(records, list) or not isinstance(fields, list):
        raise job.broken("gives a page without `fields` and `records`")
    names = [str(field.get("id")) for field in fields if isinstance(field, dict)]
    table.declare(name for name in names if name != ROW)
    for said in records:
        record = flat_record(said, job)
        row = record.pop(ROW, None)
        table.add(record, identity=[row] if row else [])
    return len(records)


def _result(job: Job, action: str, asked: dict[str, str]) -> Any:
    address = job.settings.address
    root = address.path.rstrip("/").removesuffix("/api/3/action")
    answer = job.session.page(address.copy_with(path=f"{root}/api/3/action/{action}"), asked)
    parsed = parsed_json(answer, job)
    if not isinstance(parsed, dict) or parsed.get("success") is not True:
        raise refused(job.origin, 200, words_of(answer.body, job.session.secrets), at=job.at)
    return parsed.get("result")
