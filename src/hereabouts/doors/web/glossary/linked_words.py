"""Words of the glossary, linked to what they mean."""

import re
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup, escape

from hereabouts.doors.web.glossary.concepts import concepts_of
from hereabouts.doors.web.glossary.said_in import concepts_in, said_on_page
from hereabouts.doors.web.visit import Visit
from hereabouts.release.reader import ReleaseReader


class WordLinks:
    """Links from one page to the glossary: each term is linked where the page first says it."""

    def __init__(self, visit: Visit, *, but: str = "") -> None:
        """Terms called `but` are not linked: the page is about that one."""
        self._reader, self._links = visit.reader, visit.links
        self._linked = {but}

    def __call__(self, text: str) -> Markup:
        """The text, escaped, with a link at the first use of each term."""
        pattern, term_of = _pattern(self._reader)
        parts, end = [], 0
        for found in pattern.finditer(text) if pattern else ():
            term = term_of[found.group(1).casefold()]
            if term not in self._linked:
                self._linked.add(term)
                parts += [escape(text[end : found.start()]), self._link(term, found.group(0))]
                end = found.end()
        return Markup("").join([*parts, escape(text[end:])])

    def _link(self, term: str, written: str) -> Markup:
        href = self._links.term(concepts_of(self._reader)[term].slug)
        return Markup('<a class="govuk-link" href="{}">{}</a>').format(href, written)

    def on_page(self, html: str) -> list[tuple[str, str]]:
        """Every term that a page says, and its address; `html` is what the page is about."""
        if not concepts_of(self._reader):
            return []
        found = concepts_in(said_on_page(html), self._reader)
        return [(one.term, self._links.term(one.slug)) for one in found]


@lru_cache(maxsize=16)
def _pattern(reader: ReleaseReader) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    """What finds any term as a whole word, the longest first, and the term of each name."""
    concepts = concepts_of(reader)
    names = {name.casefold(): term for term, one in concepts.items() for name in one.names}
    if not names:
        return None, names
    longest = sorted(names, key=len, reverse=True)
    either = "|".join(re.escape(name) for name in longest)
    return re.compile(rf"(?<!\w)({either})s?(?!\w)", re.IGNORECASE), names
