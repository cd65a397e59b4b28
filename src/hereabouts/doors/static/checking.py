"""Every link of a published site leads to a file of it."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

_LINKS = re.compile(
    r"\s(?:href|src|srcset|action|data-(?:ids|areas|tiles|classes|values|image|hb-search))=\"([^\"]*)\""
)


@dataclass(frozen=True, slots=True, order=True)
class BrokenLink:
    """A page, and an address on it that leads nowhere."""

    page: str
    address: str


def broken_links(
    files: Collection[str], *, read: Callable[[str], str], base: str = ""
) -> Iterator[BrokenLink]:
    """Links on the pages among `files` to what is not among them.

    Args:
        files: everything that is published.
        read: the text of one of them.
        base: the site's public address, whose links are checked as well; empty where unknown.
    """
    for page in sorted(file for file in files if file.endswith(".html")):
        for address in dict.fromkeys(_LINKS.findall(read(page))):
            if not _leads(page, unescape(address), files, base):
                yield BrokenLink(page, address)


def _leads(page: str, address: str, files: Collection[str], base: str) -> bool:
    folder = urlsplit(base).path
    if base and address.startswith(f"{base}/"):
        address = folder + address.removeprefix(base)
    split = urlsplit(address)
    if split.scheme or split.netloc or not split.path:
        return True
    if address.startswith("/"):
        # From the root of a host: only where it is known which folder of it the site is in.
        return bool(base) and _file(split.path.removeprefix(f"{folder}/")) in files
    return _file(posixpath.normpath(posixpath.join(posixpath.dirname(page), split.path))) in files


def _file(path: str) -> str:
    """The file that a host shows for a path: a folder's own page, where it is one."""
    plain = unquote(path)
    return f"{plain}index.html" if plain.endswith("/") or not plain else plain
