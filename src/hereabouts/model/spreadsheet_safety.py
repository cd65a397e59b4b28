"""The one rule for text on its way into a spreadsheet: none of it is ever run.

A cell that begins with one of these signs would be taken for a formula, and could send what
stands beside it elsewhere. Numbers stay numbers: only text is looked at.

Source: OWASP, CSV Injection.
"""

import re

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
#: What some programs take for the same signs: their full-width forms.
WIDE_SIGNS = ("\uff1d", "\uff0b", "\uff0d", "\uff20")
#: The same after what a spreadsheet takes for the end of a cell, within one line of text.
FORMULA_INSIDE = re.compile(r"""([,;\t]["'\s]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])""")
#: A number, or the sign alone that stands for "none".
HARMLESS = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]")


def safe_cell(cell: object) -> object:
    """The cell, held as text by an apostrophe if a spreadsheet would run it.

    A number, in its own type or written out, stays as it is.
    """
    if isinstance(cell, str) and cell.lstrip(" ").startswith((*FORMULA_SIGNS, *WIDE_SIGNS)):
        return cell if HARMLESS.fullmatch(cell) else f"'{cell}"
    return cell


def safe_line(line: str) -> str:
    """A line of words above or below a table, none of whose parts a spreadsheet would run."""
    return FORMULA_INSIDE.sub(r"\1'", " ".join(line.split()))


def safe_sql(column: str) -> str:
    """SQL that does to a text column what `safe_cell` does to a cell.

    Args:
        column: SQL that gives the text.
    """
    signs = "".join((*FORMULA_SIGNS, *WIDE_SIGNS)).replace("-", "") + "-"
    risky = f"regexp_matches({column}, '^ *[{signs}]')"
    harmless = f"regexp_full_match({column}, '{HARMLESS.pattern}')"
    return f"case when {risky} and not {harmless} then '''' || {column} else {column} end"
