"""Faults of disclosure policies, noise and what is hidden beside it."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "D121": "There is noise that moves no count on average, by at most so much, with the variance "
    "asked for, and never below zero or to a count that is not shown.\n\n"
    "Why: without all of that, noise would shift the totals or show what is to be hidden.\n\n"
    "Do: allow a larger move, or another variance; `at_most: 5`, `variance: 3` and "
    "`suppress_to: 2` go together.",
    "D122": "The secret behind cell keys is set, and is 32 characters or more.\n\n"
    "Why: whoever can guess it can take the noise away. It is in no file, message or log.\n\n"
    "Do: set HEREABOUTS_CELL_KEY_SECRET to a long random text for the account that releases, and "
    "keep it: with another one the same figures would be shown with other noise, and the two could "
    "be averaged.",
    "D123": "A scheme is given what it needs beside the counts: `threshold` the cells that joint "
    "suppression hides, `cell_key` the noise and a key for each count.\n\n"
    "Why: exact figures with small counts hidden alone can be worked out by subtraction.\n\n"
    "Do: nothing was released; this is a fault in the program. Report it, with the message.",
    "D124": "A policy's rule can be applied to the figures that it is for.\n\n"
    "Why: a rule that is passed over reads as protection and is none.\n\n"
    "Do: what the message says; nothing was released.",
    "D125": "Rows hide among 2 others or more, alike in columns that are named.\n\n"
    "Why: alone, nobody is hidden; and alike in nothing, everybody is.\n\n"
    "Do: ask for k of 2 or more, and name the columns that people could be recognised by.",
    "D126": "Dominance is judged of amounts of 0 or more.\n\n"
    "Why: a negative amount makes the sum smaller than its largest part, and the rules mean "
    "nothing.\n\n"
    "Do: leave out contributors without an amount, and judge income and costs separately.",
    "D127": "Rows are compared by one or more columns of the product's contract, each once.\n\n"
    "Why: a column that was left out would make people seem harder to find than they are.\n\n"
    "Do: name columns of the contract.",
    "D209": "Nothing is shown of a row that is hidden for what stands beside it.\n\n"
    "Why: it would give the hidden count next to it away, or an area of few people.\n\n"
    "Do: this is a fault in the program; report it.",
    "D210": "A standardised value and its limits have the decimals that their indicator says.\n\n"
    "Why: with more of them the number of events can be worked out.\n\n"
    "Do: this is a fault in the program; report it.",
    "D211": "A standardised value is shown with the events and people that it is based on.\n\n"
    "Why: it is hidden where those are few.\n\n"
    "Do: this is a fault in the program; report it.",
}
