"""Telling suppliers what was wrong, and taking files from them: P390 to P399, Q390, L393."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "P390": "A product that suppliers are told of, or send to, has a source.yml.\n\n"
    "Why: a product that is made from others has no supplier.\n\n"
    "Do: name the product that the file is received for.",
    "P391": "A supplier or file that a command names is one that source.yml names.\n\n"
    "Why: a report holds cells of a file, and must not go to somebody else.\n\n"
    "Do: use the `supplier` or `name` of one of its `files`.",
    "P392": "A supplier is told of a file that was received, and whose bytes are still kept.\n\n"
    "Why: a report is made from the bytes themselves, so that it can say which cells.\n\n"
    "Do: have the file sent, and run `hereabouts build`.",
    "Q390": "A model of a product with suppliers keeps `_row` of `received`.\n\n"
    "Why: `_row` says which file, row and column something came from. Without it a row could be "
    "anybody's, and nobody is shown it.\n\n"
    "Do: add `_row` to the columns that model.sql selects.",
    "L393": "The folder that reports are written into can be written to.\n\n"
    "Why: a report that is half written would be sent.\n\n"
    "Do: name another folder with --to, or close the report in the program that has it open.",
}
