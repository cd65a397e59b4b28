"""The tags of a page of ours, one after another: quick, as the pages are known to be well made.

`html.parser` reads whatever anybody may have written, and takes more of a page's time than
making the page does. Ours are written by templates: every value is in double quotes or plain.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

Attributes = list[tuple[str, str | None]]

#: A tag, a comment or a declaration; quoted values may hold `>`.
_TAG = re.compile(
    r"""<(?:!--.*?--|(/?)([A-Za-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)|![^>]*)>""", re.DOTALL
)
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
#: What is in these is text to its end, whatever it looks like.
_RAW = frozenset(("script", "style"))


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag as it is written. `name` is empty for a comment or a declaration."""

    raw: str
    name: str
    closes: bool
    written: str  # its attributes

    @property
    def attributes(self) -> Attributes:
        """Names and values, without escapes; None where a name has no value."""
        return list(_attributes(self.written))

    @property
    def empty(self) -> bool:
        """Whether it ends itself, as in a drawing."""
        return self.written.endswith("/")


def pieces(text: str, at: int = 0) -> Iterator[str | Tag]:
    """The text and the tags of a page in turn, from `at` on; joined they are the page."""
    while found := _TAG.search(text, at):
        if found.start() > at:
            yield text[at : found.start()]
        name = (found[2] or "").lower()
        yield Tag(found[0], name, closes=bool(found[1]), written=found[3] or "")
        at = found.end()
        if name in _RAW and not found[1]:
            end = text.find(f"</{name}", at)
            end = len(text) if end < 0 else end
            if end > at:
                yield text[at:end]
            at = end
    if at < len(text):
        yield text[at:]


@lru_cache(maxsize=4096)  # most tags of a page are on every page
def _attributes(written: str) -> tuple[tuple[str, str | None], ...]:
    return tuple(
        (found[1].lower(), None if value is None else unescape(value))
        for found in _ATTRIBUTE.finditer(written)
        for value in [next((one for one in found.groups()[1:] if one is not None), None)]
    )
