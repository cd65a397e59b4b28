"""Comparing contracts, and what suppliers are given: faults of what a command names."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "P372": "A product that is compared is in the folder, now or then.\n\n"
    "Why: a misspelt name would look like a contract that did not change.\n\n"
    "Do: use one of the names that `hereabouts status` lists, or give --from and --to.",
    "P376": "A product whose schema is exported is in the folder.\n\n"
    "Why: nobody can be asked for what has no contract.\n\n"
    "Do: use one of the names that `hereabouts status` lists.",
}
