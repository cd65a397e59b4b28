"""Faults of quality: what is measured beside a contract's rules, corrected and accepted."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "Q131": "Every line of what was received can be read.\n\n"
    "Why: a line that is not understood is a row that nobody counts.\n\n"
    "Do: see them with `hereabouts quarantine PRODUCT`, and ask for the file again.",
    "Q132": "A product comes as often as its contract promises (`slaProperties`: frequency, "
    "latency, generalAvailability).\n\n"
    "Why: an old figure is read as if it were new.\n\n"
    "Do: ask its supplier for it, or change the promise with its readers.",
    "Q133": "The newest period in a product is as new as its contract promises: the column that "
    "`element` of its slaProperties names.\n\n"
    "Why: a file can come on time and hold last year's figures.\n\n"
    "Do: ask its supplier for the newer period.",
    "Q134": "Every area that is expected occurs (`expectAllOf` of a column, `expectedAreas` of a "
    "table), in the newest period where there are periods.\n\n"
    "Why: an area that is left out is read as having nothing.\n\n"
    "Do: ask its supplier for the areas that are missing.",
    "Q135": "A critical data element is filled in (`criticalDataElement: true`), in all but the "
    "few rows that `qualityAmberBelow` allows.\n\n"
    "Why: it is the value that the product is kept for.\n\n"
    "Do: ask its supplier to fill it in.",
    "Q136": "Sums agree with those of the product that `reconciles` names, within its "
    "tolerance.\n\n"
    "Why: two totals of the same thing cannot both be right.\n\n"
    "Do: find which rows one has and the other lacks.",
    "Q137": "What people looked at is right, as quality.yml records it.\n\n"
    "Why: no rule can see whether a value is true.\n\n"
    "Do: correct what they found, look again, and record it under `checked`.",
    "Q321": "A row that somebody corrected is still what it was when they did.\n\n"
    "Why: the correction was made for other words, and might now undo a right value.\n\n"
    "Do: withdraw the corrections with `hereabouts quarantine PRODUCT --withdraw`, build, and "
    "correct from a new export.",
    "Q322": "Rows are corrected in a file that `hereabouts quarantine PRODUCT --export` wrote, as "
    "CSV.\n\n"
    "Why: its first columns say which row each is, and what it was.\n\n"
    "Do: export again, change only the cells of the data, and save as CSV in UTF-8.",
    "Q323": "A correction changes something.\n\n"
    "Why: rows that are as they were would break the same rules again.\n\n"
    "Do: change the cells that the column `_rules` names, then replay the file.",
    "Q324": "Rows are corrected where they were received.\n\n"
    "Why: a derived product is made again from what it reads, and the fault with it.\n\n"
    "Do: correct the product that it is made from, or its model.",
    "Q325": "The file that quarantine is exported to can be written.\n\n"
    "Do: choose a folder that you may write to, and close the file where another program has "
    "it open.",
    "R311": "What a release shows is not red, unless its owner accepts it for a time, in "
    "writing.\n\n"
    "Why: readers cannot see that a figure rests on data that its own contract calls unfit.\n\n"
    "Do: `hereabouts check` says why it is red. Mend it; or let the contract's owner add to "
    "quality.yml, under `accepted`: by, on, until, why.",
}
