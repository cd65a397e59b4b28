"""Comparing contracts, and what suppliers are given: codes P370 to P379."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "P370": "A revision to compare with is in the folder's git repository.\n\n"
    "Why: what a contract was is known from its history, or from a file.\n\n"
    "Do: commit the folder first, name a commit, branch or tag with --from, or give two files.",
    "P371": "A contract that a command names is a file that can be opened.\n\n"
    "Why: without it there is nothing to compare.\n\n"
    "Do: give the path of a contract.odcs.yaml.",
    "P372": "A product that is compared is in the folder, now or then.\n\n"
    "Why: a misspelt name would look like a contract that did not change.\n\n"
    "Do: use one of the names that `hereabouts status` lists, or give --from and --to.",
}
