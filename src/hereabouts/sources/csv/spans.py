"""The part of a text file that is data: lines from one to another, without the last few."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

from hereabouts.sources.table_options import TableOptions


def data_lines(
    below: Iterator[bytes], table: TableOptions, *, first_line: int
) -> tuple[Iterator[bytes], int]:
    """The lines below a heading that source.yml calls data, and the number of the first."""
    wanted, last = table.data or (first_line, None)
    first = max(wanted, first_line)
    if first > first_line:
        below = lines_from(below, skip=first - first_line)
    if last is not None:
        below = lines_until(below, most=max(0, last - first + 1))
    return without_footer(below, lines=table.skip_footer), first


def lines_from(blocks: Iterable[bytes], *, skip: int) -> Iterator[bytes]:
    """The blocks without their first lines."""
    left = skip
    for block in blocks:
        count = block.count(b"\n")
        if left >= count:
            left -= count
            continue
        yield block[_end_of_line(block, left) :] if left else block
        left = 0


def lines_until(blocks: Iterable[bytes], *, most: int) -> Iterator[bytes]:
    """The blocks as far as a number of lines."""
    left = most
    for block in blocks:
        count = block.count(b"\n")
        if count >= left:
            if left:
                yield block[: _end_of_line(block, left)]
            return
        left -= count
        yield block


def without_footer(blocks: Iterable[bytes], *, lines: int) -> Iterator[bytes]:
    """The blocks without their last lines that are not blank, and what stands after those."""
    held: deque[bytes] = deque()
    filled = 0
    if not lines:
        yield from blocks
        return
    for block in blocks:
        for line in block.split(b"\n")[:-1]:
            held.append(line + b"\n")
            filled += _is_filled(line)
        ready = []
        while filled > lines:
            filled -= _is_filled(held[0])
            ready.append(held.popleft())
        if ready:
            yield b"".join(ready)


def _is_filled(line: bytes) -> bool:
    return bool(line.strip(b' \t\r\n,;|"'))


def _end_of_line(block: bytes, number: int) -> int:
    """The place after a number of lines."""
    place = 0
    for _ in islice(iter(int, 1), number):
        place = block.index(b"\n", place) + 1
    return place
