"""Releases that subscribers may not be told of yet: those under embargo."""

import json
from datetime import datetime
from pathlib import Path

from hereabouts.lake.layout import Layout
from hereabouts.model.policy import Audience
from hereabouts.pipeline.notices.waiting import write_json
from hereabouts.release.embargo import embargo_of, utc_now
from hereabouts.release.naming import bundle_name

NAME = "embargoed.json"


def due_now(layout: Layout, number: int | None, *, now: datetime | None = None) -> tuple[int, ...]:
    """The open releases to tell of now; those that may not be told of yet are remembered.

    Args:
        layout: of the project folder.
        number: of an open release that was made; None where none was.
        now: the time, for tests.
    """
    path = layout.home / NAME
    remembered = _remembered(path)
    numbers = sorted({*remembered, *((number,) if number is not None else ())})
    folders = {one: layout.releases / bundle_name(one, Audience.OPEN) for one in numbers}
    there = [one for one, folder in folders.items() if folder.is_dir()]  # not withdrawn since
    at = now or utc_now()
    held = [one for one in there if (found := embargo_of(folders[one])) and found.until > at]
    if held != remembered:
        write_json(path, {"releases": held})
    return tuple(one for one in there if one not in held)


def _remembered(path: Path) -> list[int]:
    try:
        return [int(number) for number in json.loads(path.read_text("utf-8"))["releases"]]
    except (OSError, ValueError, TypeError, KeyError):
        return []
