"""Writes outcomes into messy_tables.yml, leaving everything else in it as people wrote it."""

import re
from collections.abc import Mapping, Sequence

OUTCOME = re.compile(r"^( {2}| {6})outcome: ")
FILE, ALONE, TOLD = (
    re.compile(rule) for rule in (r"^([^\s#].*):$", r"^ {2}undecided: ", r"^ {6}notes: ")
)


def with_outcomes(text: str, outcomes: Mapping[str, Sequence[str]]) -> str:
    """The text with new outcomes.

    Args:
        text: of messy_tables.yml.
        outcomes: by the name of the file: alone, then for each table in order.
    """
    lines: list[str] = []
    left: list[str] = []
    for line in text.splitlines():
        if OUTCOME.match(line):
            continue
        lines.append(line)
        if name := FILE.match(line):
            left = list(outcomes[name[1]])
        elif ALONE.match(line):
            lines.append(f"  outcome: {left.pop(0)}")
        elif TOLD.match(line):
            lines.append(f"      outcome: {left.pop(0)}")
    return "\n".join(lines) + "\n"
