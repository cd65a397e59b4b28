"""A made-up table as text: the line that marks it, a heading, rows."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from hereabouts.cli.demo_extracts.cells import MARK

Row = Sequence[str | int]


def write_table(path: Path, heading: Sequence[str], rows: Iterable[Row]) -> None:
    """Write `rows` with commas between cells, none of which holds one."""
    lines = [MARK, ",".join(heading), *(",".join(map(str, row)) for row in rows)]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")


def shared_out(total: int, weights: Sequence[float]) -> list[int]:
    """`total` in whole parts in proportion to `weights`; the parts add up to it."""
    ends, reached, whole = [], 0.0, sum(weights)
    for weight in weights:
        reached += weight
        ends.append(round(total * reached / whole))
    return [end - start for start, end in zip([0, *ends[:-1]], ends, strict=True)]
