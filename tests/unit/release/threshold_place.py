"""The blank starter under a threshold, with counts of one's own, and leaks to plant in it."""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from hereabouts.model.policy import Audience
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace

THRESHOLD = """title: A threshold
scheme: threshold
suppress_from: 1
suppress_to: 7
minimum_width: 5
hide_zero: no
audiences: [open]
approved_by: The guardian
"""
POLICY = "policies/disclosure/small_counts.yml"


def code(number: int) -> str:
    """Of one of the twelve areas, from 1."""
    return f"E01999{number:03d}"


def declare(place: Path, counts: Iterable[int]) -> None:
    """A threshold, and so many members in each area."""
    (place / POLICY).write_text(THRESHOLD, encoding="utf-8")
    csv = place / "inbox/membership.csv"
    head, *lines = csv.read_text("utf-8").splitlines()
    rows = [line.split(",")[:2] for line in lines]
    text = "\n".join(
        [head, *(",".join([*row, str(count)]) for row, count in zip(rows, counts, strict=True))]
    )
    csv.write_text(text + "\n", encoding="utf-8")


def released(place: Path, *counts: int) -> Path:
    """The open bundle of a place whose twelve areas have so many members each."""
    declare(place, counts)
    assert build(open_workspace(place), progress=Silent()).errors == ()
    return release(open_workspace(place), audience=Audience.OPEN).folder


def hidden(bundle: Path) -> list[str]:
    """Codes of the areas with a hidden row."""
    with duckdb.connect(str(bundle / "serve.duckdb"), read_only=True) as connection:
        rows = connection.sql(
            "select area_code from observations where marker = '[c]' order by all"
        ).fetchall()
    return [row[0] for row in rows]


def show(bundle: Path, *, area: str, count: int | None) -> None:
    """Publish this count of an area; None hides it."""
    with duckdb.connect(str(bundle / "serve.duckdb")) as connection:
        if count is None:
            connection.execute(
                "update observations set numerator = null, denominator = null, value = null,"
                " marker = '[c]' where area_code = ?",
                [area],
            )
        else:
            connection.execute(
                "update observations set numerator = ?, marker = null where area_code = ?",
                [count, area],
            )


def show_area(bundle: Path, members: Iterable[str], *, count: int, people: int) -> None:
    """Publish an area of these base areas that the place has no more."""
    with duckdb.connect(str(bundle / "serve.duckdb")) as connection:
        connection.executemany(
            "insert into members values ('neighbourhood', 'DG0', ?)", [[one] for one in members]
        )
        connection.execute(
            "insert into observations by name select * replace ('neighbourhood' as area_type,"
            " 'DG0' as area_code, ?::double as numerator, ?::double as denominator,"
            " null as marker) from (from observations limit 1)",
            [count, people],
        )
