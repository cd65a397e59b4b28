"""The privacy notices that a release publishes: those from which nothing is missing."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from hereabouts.govern.records.known import Known
from hereabouts.govern.records.make import privacy_notices
from hereabouts.govern.records.writing import Block, Bullets, Record
from hereabouts.model.project import Project

Json = dict[str, Any]


def released_notices(project: Project, *, today: date) -> tuple[Json, ...]:
    """Each notice as release.json says it. A draft with a gap is for its authors alone."""
    return tuple(_complete(Known(project=project, today=today)))


def _complete(known: Known) -> Iterator[Json]:
    for record in privacy_notices(known):
        if not (record.missing or record.judgements):
            yield _notice(record)


def _notice(record: Record) -> Json:
    return {
        "domain": record.name,
        "title": record.title,
        "lead": record.lead,
        "sections": [
            {"heading": one.heading, "blocks": [_block(block) for block in one.blocks]}
            for one in record.sections
        ],
    }


def _block(block: Block) -> str | list[str]:
    """Words or a list: a notice has no table, and without gaps all of it is text."""
    if isinstance(block, Bullets):
        return [str(item) for item in block.items]
    return str(block)
