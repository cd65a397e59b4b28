"""Events that rules for who is seen often are applied to."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
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
