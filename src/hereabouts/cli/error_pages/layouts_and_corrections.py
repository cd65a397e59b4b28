"""Layouts that no longer fit, and corrections that find nothing."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "S220": "A file fits one of the layouts that source.yml describes.\n\n"
    "Why: a file read by a layout that is not its own gives the right shape and the wrong "
    "figures. The last good version stands.\n\n"
    "Do: the message lists what moved since the last good file. If the new file is right, "
    "describe how it is laid out under `layouts`, with `from` and the last layout's `until`; if "
    "it is not, send it back to who sent it.",
    "S221": "A file has the headings that its layout speaks of, and gives those that the contract "
    "reads.\n\n"
    "Why: a column that is not there cannot be filled in, only left empty unsaid.\n\n"
    "Do: write the heading as the file has it, or map it under `columns`.",
    "S222": "Where columns become rows, every column is one of their kind.\n\n"
    "Why: a new column in the middle, such as a region, would become a year or an age.\n\n"
    "Do: name it under `keep` if it tells rows apart, or under `leave` if it is not wanted.",
    "Q311": "Every correction finds the fault it expects, on as many rows as it says.\n\n"
    "Why: a correction that goes on after the publisher has mended the fault, or that catches "
    "more rows than somebody looked at, makes new faults.\n\n"
    "Do: look at the file. Take the correction out if the fault is gone; otherwise say what is "
    "to be found now.",
}
