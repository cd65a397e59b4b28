"""Files that DuckDB may read where they lie: every line below the first is a plain record."""

from pathlib import Path

from hereabouts.sources.csv.heading import Heading
from hereabouts.sources.csv.plain import longest_plain_line
from hereabouts.sources.csv.records import Ledger
from hereabouts.sources.csv.shape import Shape
from hereabouts.sources.csv.utf8 import LONGEST_LINE


def look_in_place(path: Path, top: Heading, shape: Shape) -> Ledger | None:
    """The account of a file that needs no copy; None when some line of it is not as it is read.

    Args:
        path: in UTF-8, and read in no other encoding.
        top: its heading. Its lines are used up.
        shape: of a record.
    """
    with path.open("rb") as file:
        heading = file.readline(LONGEST_LINE)
        size = file.seek(0, 2)
        file.seek(max(size - 1, 0))
        whole = size if file.read(1) == b"\n" else size + 1  # the last line may have no end
    if top.first_line != 2 or shape.quote in heading or b"\r" in heading:
        return None
    ledger = Ledger(line=top.first_line)
    seen = len(heading)
    for block in top.below:
        longest = longest_plain_line(block, shape)
        if longest is None:
            return None
        seen += len(block)
        ledger.count_plain(block, longest)
    # Lines that were left out, and CRLF made LF on the way, leave a difference.
    return ledger if seen == whole else None
