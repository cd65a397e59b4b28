"""Rules for who is seen often, and the events they are applied to."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "P411": "A window is a length of time that rolls along, such as `30 days` or `3 months`, or "
    "whole ones of the calendar, such as `calendar month` or `3 calendar months`.\n\n"
    "Why: *in a month* means either, and the two find different people.\n\n"
    "Do: use minutes, hours, days, weeks, months, quarters or years, with a number; say "
    "`calendar` for whole months, quarters and years. The gap within an episode is in weeks at "
    "most.",
    "P412": "A window rolls along or is of the calendar, and not both at once.\n\n"
    "Why: there is no such thing as a calendar day of 30, and three calendar months do not "
    "roll.\n\n"
    "Do: write `30 days` or `calendar month`; to use both, make two clauses of `any_of`.",
    "P413": "Some age is at least the minimum and at most the maximum.\n\n"
    "Why: a rule for nobody finds nobody, and that would look like good news.\n\n"
    "Do: make `minimum_age` the smaller one; both ages are included.",
    "Q841": "Of some events of a definition it is known whose they were, when, and at what "
    "age.\n\n"
    "Why: when none can be used, nobody is found, which reads as if nobody were seen often.\n\n"
    "Do: look at the columns that the definition names; another may hold the identifier or the "
    "time. Events that cannot be used are counted: `hereabouts definitions` says how many.",
    "Q842": "A definition can be applied to the events as they are.\n\n"
    "Why: a condition may be well written and still fail on some row, as when it reads text as a "
    "number.\n\n"
    "Do: try `where` in a model over the same product; use try_cast where a value may not be "
    "read. The message does not repeat the value, for it may be about a person.",
}
