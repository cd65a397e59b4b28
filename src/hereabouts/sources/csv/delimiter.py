"""Which delimiter a file uses, found from its first lines."""

import re
from collections.abc import Sequence

CANDIDATES = (",", ";", "\t", "|", "¬")  # the last: NHS Choices


def find_delimiter(lines: Sequence[str], *, quote: str) -> str:
    """The candidate that stands outside quotation marks equally often in most lines.

    Args:
        lines: the heading and some lines below it.
        quote: the quotation mark.

    Returns:
        A comma when no candidate occurs, as in a file of one column.
    """
    quoted = re.compile(f"{re.escape(quote)}[^{re.escape(quote)}]*{re.escape(quote)}")
    bare = [quoted.sub("", line) for line in lines if line.strip()]
    if not bare:
        return ","

    def agreement(candidate: str) -> tuple[float, int]:
        in_heading = bare[0].count(candidate)
        same = sum(line.count(candidate) == in_heading for line in bare)
        return (same / len(bare) if in_heading else 0.0), in_heading

    return max(CANDIDATES, key=agreement)
