"""Open a workbook and find the sheet."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from difflib import get_close_matches
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.naming import file_name


@contextmanager
def opened_sheet(path: Path, *, sheet: str | None, source: Source) -> Iterator[CalamineSheet]:
    """The sheet called `sheet`, or the only one.

    Raises:
        SourceError: S130 not a workbook, or damaged; S131 no such sheet.
    """
    with path.open("rb") as file:
        try:
            workbook = CalamineWorkbook.from_filelike(file)
        except PasswordError:
            raise _unreadable(source, "has a password", "save it without one") from None
        except (CalamineError, OSError, ValueError) as error:
            raise _damaged(source) from error
        with closing(workbook):
            name = _name(workbook.sheet_names, sheet, source)
            try:
                found = workbook.get_sheet_by_name(name)
            except (CalamineError, ValueError) as error:
                raise _damaged(source) from error
            yield found


def _name(names: list[str], wanted: str | None, source: Source) -> str:
    known = ", ".join(f"'{name}'" for name in names)
    if wanted is None:
        if len(names) == 1:
            return names[0]
        problem = f"'{file_name(source)}' has {len(names)} sheets, and source.yml names none"
        raise SourceError(problem, code="S131", do=f"set `sheet` to one of: {known}", at=source.at)
    # A space at the end of a sheet's name cannot be seen in Excel.
    same = [name for name in names if name.strip().casefold() == wanted.strip().casefold()]
    if wanted in names:
        return wanted
    if len(same) == 1:
        return same[0]
    near = get_close_matches(wanted, names, n=1, cutoff=0.5)
    raise SourceError(
        f"'{file_name(source)}' has no sheet '{wanted}'",
        code="S131",
        do=(f"did you mean '{near[0]}'? " if near else "") + f"its sheets are: {known}",
        at=source.at,
    )


def _damaged(source: Source) -> SourceError:
    return _unreadable(
        source,
        "is not a whole workbook: it is cut short, damaged, or another kind of file",
        "open it in a spreadsheet program; if that fails too, ask for it again",
    )


def _unreadable(source: Source, problem: str, do: str) -> SourceError:
    return SourceError(f"'{file_name(source)}' {problem}", code="S130", do=do, at=source.at)
