"""Words of the glossary, linked to what they mean."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from markupsafe import Markup, escape

BRACKETED = re.compile(r"^(.*\S)\s*\(([^()]+)\)$")


def anchor(term: str) -> str:
    """Where the meaning of `term` stands on the page about the data."""
    return "word-" + re.sub(r"[^a-z0-9]+", "-", term.casefold()).strip("-")


def linked(
    paragraphs: Iterable[str], *, glossary: Mapping[str, str], about: str
) -> tuple[Markup, ...]:
    """The paragraphs, escaped, with a link at the first use of each term.

    Args:
        paragraphs: plain text.
        glossary: term -> meaning. `Full-time equivalent (FTE)` is found by either name.
        about: the address of the page that says what terms mean.
    """
    used: set[str] = set()
    return tuple(_paragraph(text, tuple(glossary), about, used) for text in paragraphs)


def _paragraph(text: str, terms: tuple[str, ...], about: str, used: set[str]) -> Markup:
    pattern, term_of = _pattern(terms)
    if pattern is None:
        return escape(text)
    parts, end = [], 0
    for found in pattern.finditer(text):
        term = term_of[found.group(1).casefold()]
        if term not in used:
            used.add(term)
            link = Markup('<a class="govuk-link" href="{}#{}">{}</a>')
            said = link.format(about, anchor(term), found.group(0))
            parts += [escape(text[end : found.start()]), said]
            end = found.end()
    return Markup("").join([*parts, escape(text[end:])])


@lru_cache(maxsize=32)
def _pattern(terms: tuple[str, ...]) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    """What finds any term as a whole word, the longest first, and the term of each name."""
    names = {name.casefold(): term for term in terms for name in names_of(term)}
    if not names:
        return None, names
    longest = sorted(names, key=len, reverse=True)
    either = "|".join(re.escape(name) for name in longest)
    return re.compile(rf"(?<!\w)({either})s?(?!\w)", re.IGNORECASE), names


def names_of(term: str) -> tuple[str, ...]:
    """Both names of `Full-time equivalent (FTE)`, the one of any other."""
    found = BRACKETED.match(term)
    return (found.group(1), found.group(2)) if found else (term,)
