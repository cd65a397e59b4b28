"""What Excel can refuse as it is typed: data validation for each column.

Excel tells less than a contract can: it knows no patterns, and a cell that is pasted is not
looked at. What it lets through, the contract refuses.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from hereabouts.model.product import Column, LogicalType
from hereabouts.project.supplier_schema.asked import Asked
from hereabouts.project.supplier_schema.in_words import rules

Rule = dict[str, Any]
_LONGEST_MESSAGE, _LONGEST_TITLE = 255, 32
_WHOLE = 9_007_199_254_740_991  # beyond this Excel, which keeps doubles, loses digits
_LARGEST = 1e300


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Where the cells of the table are, as the spreadsheet numbers rows and columns."""

    first_row: int
    last_row: int
    columns: int  # how many
    keys: tuple[int, ...]  # places of the key's columns, from 0

    def repeats(self, row: int) -> str:
        """A formula that counts the rows with the same key as this one."""
        pairs = (
            f"${xl_col_to_name(k)}${self.first_row}:${xl_col_to_name(k)}${self.last_row},"
            f"${xl_col_to_name(k)}{row}"
            for k in self.keys
        )
        return f"COUNTIFS({','.join(pairs)})"


def validation(asked: Asked, place: int, block: Block, *, listed_at: str | None) -> Rule | None:
    """Excel's rule for the cells of one column; None when any cell may be typed.

    Args:
        asked: the column.
        place: of the column in the sheet, from 0.
        block: the cells of the table.
        listed_at: where the allowed values stand in the workbook, for a column that has some.
    """
    column = asked.column
    if listed_at:
        rule: Rule | None = {"validate": "list", "source": listed_at}
    elif asked.markers:
        rule = _number_or_marker(asked, place, block)
    elif place in block.keys[-1:] and column.type is LogicalType.STRING:
        rule = _unique_text(column, place, block)
    else:
        rule = _RULES[column.type](column)
    if rule is None:
        return None
    return {**rule, "ignore_blank": True, **_words(asked)}


def _words(asked: Asked) -> Rule:
    said = ". ".join(rules(asked)) + "."
    shown = said if len(said) <= _LONGEST_MESSAGE else said[: _LONGEST_MESSAGE - 1] + "…"
    title = asked.heading[:_LONGEST_TITLE]
    return {
        "input_title": title,
        "input_message": shown,
        "error_title": title,
        "error_message": shown,
    }


def _number_or_marker(asked: Asked, place: int, block: Block) -> Rule:
    cell = f"{xl_col_to_name(place)}{block.first_row}"
    texts = ",".join(f'{cell}="{marker.replace(chr(34), chr(34) * 2)}"' for marker in asked.markers)
    return {"validate": "custom", "value": f"=OR(ISNUMBER({cell}),{texts})"}


def _unique_text(column: Column, place: int, block: Block) -> Rule:
    cell = f"{xl_col_to_name(place)}{block.first_row}"
    parts = [f"{block.repeats(block.first_row)}=1"]
    if column.min_length is not None:
        parts.append(f"LEN({cell})>={column.min_length}")
    if column.max_length is not None:
        parts.append(f"LEN({cell})<={column.max_length}")
    return {"validate": "custom", "value": f"=AND({','.join(parts)})"}


def _text(column: Column) -> Rule | None:
    least, most = column.min_length, column.max_length
    if least is None and most is None:
        return None
    return {"validate": "length", **_between(least or 0, most if most is not None else 32_767)}


def _integer(column: Column) -> Rule:
    return {"validate": "integer", **_limits(column, -_WHOLE, _WHOLE)}


def _number(column: Column) -> Rule:
    return {"validate": "decimal", **_limits(column, -_LARGEST, _LARGEST)}


def _limits(column: Column, least: float, most: float) -> Rule:
    low = least if column.minimum is None else column.minimum
    high = most if column.maximum is None else column.maximum
    return _between(low, high)


def _date(column: Column) -> Rule | None:
    if is_text_date(column):
        return None
    return {"validate": "date", **_between(date(1900, 1, 1), date(9999, 12, 31))}


def _moment(column: Column) -> Rule | None:
    if is_text_date(column):
        return None
    return {"validate": "date", **_between(datetime(1900, 1, 1), datetime(9999, 12, 31))}  # noqa: DTZ001


def is_text_date(column: Column) -> bool:
    """Whether a true date of a spreadsheet, which is read as ISO writes it, would be refused."""
    said = column.date_format or ""
    return said.startswith("%Y") and said != "%Y-%m-%d"


def _between(least: object, most: object) -> Rule:
    return {"criteria": "between", "minimum": least, "maximum": most}


_RULES: Mapping[LogicalType, Callable[[Column], Rule | None]] = {
    LogicalType.STRING: _text,
    LogicalType.INTEGER: _integer,
    LogicalType.NUMBER: _number,
    LogicalType.BOOLEAN: lambda _: {"validate": "list", "source": ["yes", "no"]},
    LogicalType.DATE: _date,
    LogicalType.TIMESTAMP: _moment,
    LogicalType.GEOMETRY: lambda _: None,
}
