"""How each product stood each time it was made or refused, kept for ever in the lake."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import duckdb

from hereabouts.lake.tables import Lake
from hereabouts.model.product import Product
from hereabouts.model.quality import Rating
from hereabouts.quality.dimensions import Dimension
from hereabouts.quality.measure import Measure
from hereabouts.quality.score import Limits, Reason, Score, score

QUALITY = "_quality"
MADE, REFUSED = "made", "refused"
_TABLE = (
    "create table quality (product varchar, measured_at varchar, outcome varchar, version bigint,"
    " part varchar, name varchar, code varchar, rule varchar, dimension varchar,"
    " severity varchar, tested bigint, broken bigint, passes boolean, score double,"
    " rating varchar)"
)
_COLUMNS = 15
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Remembered:
    """A product as it stood once."""

    product: Product
    outcome: str  # made | refused
    version: int | None  # none when it was refused
    measures: tuple[Measure, ...]


def limits_of(product: Product) -> Limits:
    """The scores below which a product's contract calls it amber and red."""
    assurance = product.contract.assurance
    return Limits(amber_below=assurance.amber_below, red_below=assurance.red_below)


def remember(lake: Lake, remembered: Iterable[Remembered]) -> None:
    """Append to the history, in one commit: a row a rule, a dimension, and the product."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    rows = [row for one in remembered for row in _rows(one, at)]
    with duckdb.connect() as connection:
        connection.execute(_TABLE)
        connection.executemany(f"insert into quality values ({', '.join('?' * _COLUMNS)})", rows)
        lake.write(QUALITY, connection.sql("from quality"), facts={}, append=True)


def history(lake: Lake, products: Iterable[str]) -> list[Row]:
    """Each time that one of `products` was made or refused, oldest first: score and rating."""
    table = lake.latest(QUALITY)
    if table is None:
        return []
    with duckdb.connect() as connection:
        found = connection.execute(
            "select product, measured_at, outcome, version,"
            " floor(score * 10 + 1e-9) / 10 as score, rating"
            " from read_parquet($1, union_by_name=true)"
            " where part = 'product' and list_contains($2, product) order by product, measured_at",
            [list(table.files), list(products)],
        )
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def refused_reason() -> Reason:
    """Why a product is red whose newest delivery did not become a version."""
    return Reason(
        name="delivery",
        dimension=None,
        words="what came last was refused, and an older version stands",
        rating=Rating.RED,
    )


def _rows(one: Remembered, at: str) -> Iterable[tuple[Any, ...]]:
    reasons = [refused_reason()] if one.outcome == REFUSED else []
    found = score(one.measures, limits=limits_of(one.product), also=reasons)
    start = (one.product.id, at, one.outcome, one.version)
    for m in one.measures:
        said = (m.name, m.code, m.rule, m.dimension.value, m.severity)
        yield (*start, "rule", *said, m.tested, m.broken, m.passes, m.percent, None)
    yield from _scores(start, found)


def _scores(start: tuple[Any, ...], found: Score) -> Iterable[tuple[Any, ...]]:
    nothing = (None,) * 3
    for dimension in Dimension:
        value = found.dimensions[dimension]
        yield (
            *start,
            "dimension",
            dimension.value,
            *nothing[:2],
            dimension.value,
            None,
            *nothing,
            value,
            None,
        )
    rating = found.rating.value if found.rating else None
    yield (*start, "product", None, *nothing[:2], None, None, *nothing, found.score, rating)
