"""Texts that stand where a number should, and the GSS marker for each."""

import re

#: The publisher's mark in lower case -> the Government Statistical Service's.
KNOWN: dict[str, str] = {
    "*": "[c]",
    "**": "[c]",
    "c": "[c]",
    "[c]": "[c]",
    "s": "[c]",
    "[s]": "[c]",
    "#": "[c]",
    "suppressed": "[c]",
    "x": "[x]",
    "[x]": "[x]",
    "..": "[x]",
    "...": "[x]",
    "…": "[x]",
    ":": "[x]",
    "na": "[x]",
    "n/a": "[x]",
    "n.a.": "[x]",
    "nk": "[x]",
    "not available": "[x]",
    "null": "[x]",
    "-": "[z]",
    "–": "[z]",
    "—": "[z]",
    ".": "[z]",
    "z": "[z]",
    "[z]": "[z]",
    "not applicable": "[z]",
    "~": "[low]",
    "0~": "[low]",
    "[low]": "[low]",
    "low": "[low]",
    "k": "[low]",
    "[k]": "[low]",
    "u": "[u]",
    "[u]": "[u]",
}
_NOTE = re.compile(r"\[note\b[^\]]*\]|\[[a-z]{1,4}\]", re.IGNORECASE)  # shorthand in brackets
_LESS_THAN = re.compile(r"<\s*\d+(\.\d+)?%?")

#: What each GSS marker means, for the comment beside it.
MEANING = {
    "[c]": "confidential: hidden by the publisher",
    "[x]": "not available",
    "[z]": "not applicable",
    "[low]": "rounds to nothing",
    "[u]": "unreliable",
}


def marker_for(text: str) -> str:
    """The GSS marker for a publisher's mark, or empty when it is not known as one."""
    told = text.strip().lower()
    if told in KNOWN:
        return KNOWN[told]
    if _NOTE.fullmatch(told):
        return "[x]"
    return "[low]" if _LESS_THAN.fullmatch(told) else ""
