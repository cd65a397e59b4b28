"""A program of its own, run by `workbook_process`: opens one workbook and answers questions.

It imports nothing of ours, so that it starts in the time that Python takes. What it writes is a
length and a value as `marshal` packs it: plain values only, whatever the workbook holds.
"""

import marshal
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

PLAIN = frozenset({str, float, int, bool, type(None)})
MOMENTS = ((datetime, "m"), (date, "d"), (time, "t"))  # a datetime is a date: narrower first
ROWS_AT_ONCE = 500
CELLS_AT_ONCE = 20_000


def limit(memory: int, seconds: int) -> None:
    """Hold this process to so many bytes of memory and seconds of work, where that can be."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  it is not there on Windows

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def packed(cell: object) -> object:
    """A cell as plain values: a letter for its type, then what makes it."""
    if type(cell) in PLAIN:
        return cell
    if isinstance(cell, timedelta):
        return ("s", cell.days, cell.seconds, cell.microseconds)
    letter = next((letter for kind, letter in MOMENTS if isinstance(cell, kind)), "")
    return (letter, cell.isoformat()) if isinstance(cell, date | time) else ""


def answers(path: str) -> Iterator[object]:
    """An answer to each question on standard input."""
    with open(path, "rb") as file:  # noqa: PTH123  pathlib takes as long to import as calamine
        book = CalamineWorkbook.from_filelike(file)
        sheet: CalamineSheet | None = None
        under_way: dict[int, Iterator[list[Any]]] = {}
        while question := _question():
            if question[0] == "sheets":
                yield [
                    (one.name, _word(one.visible), _word(one.typ)) for one in book.sheets_metadata
                ]
            elif question[0] == "sheet":
                sheet = book.get_sheet_by_name(question[1])
                under_way.clear()
                yield (sheet.start, sheet.end, sheet.merged_cell_ranges)
            elif sheet is not None:
                yield _some_rows(under_way.setdefault(question[1], iter(sheet.iter_rows())))


def _some_rows(rows: Iterator[list[Any]]) -> list[list[object]]:
    found: list[list[object]] = []
    cells = 0
    for row in rows:
        found.append([packed(cell) for cell in row])
        cells += len(row)
        if len(found) == ROWS_AT_ONCE or cells > CELLS_AT_ONCE:
            break
    return found


def _word(choice: object) -> str:
    return str(choice).rpartition(".")[2]  # these have no name of their own


def _question() -> tuple[Any, ...] | None:
    size = int.from_bytes(sys.stdin.buffer.read(4), "little")
    return marshal.loads(sys.stdin.buffer.read(size)) if size else None  # noqa: S302  our parent's


def _say(answer: tuple[Any, ...]) -> None:
    data = marshal.dumps(answer)
    sys.stdout.buffer.write(len(data).to_bytes(4, "little") + data)
    sys.stdout.buffer.flush()


def main() -> None:
    """Answer until there are no more questions, or the workbook gives up."""
    limit(int(sys.argv[2]), int(sys.argv[3]))
    try:
        for answer in answers(sys.argv[1]):
            _say(("answer", answer))
    except PasswordError:
        _say(("password",))
    except (CalamineError, OSError, ValueError):
        _say(("damaged",))


if __name__ == "__main__":
    main()
