"""Faults of a project folder that only running it can show: codes of the P family."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "P150": "A Python model can be imported.\n\n"
    "Why: its function is run to make the product.\n\n"
    "Do: check that model.py is a plain Python file in the product's folder.",
    "P160": "A product that a command names is in the folder.\n\n"
    "Why: a misspelt name would look like a product without rows.\n\n"
    "Do: use one of the names that `hereabouts status` lists.",
    "P191": "A contract's own SQL rule is one SELECT.\n\n"
    "Why: a rule looks and does not touch; a second statement could change what it "
    "looks at.\n\n"
    "Do: write one SELECT that gives one number, such as `SELECT count(*) FROM "
    "{object}`.",
    "P192": "A rule about a column is written under that column.\n\n"
    "Why: nullValues, missingValues and invalidValues mean nothing without one.\n\n"
    "Do: move the rule to the property that it is about.",
    "P195": "HEREABOUTS_MEMORY_LIMIT is a size: a number and KB, MB, GB or TB.\n\n"
    "Why: a limit that is misread would be none, and a large build could fill the memory.\n\n"
    "Do: write it as in `3GB`, or leave it out for half of what the machine has.",
}
