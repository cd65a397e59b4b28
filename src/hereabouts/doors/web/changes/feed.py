"""An Atom feed: what is in one, and writing it.

Source:
    RFC 4287, The Atom Syndication Format; RFC 4151, The 'tag' URI Scheme.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote
from xml.etree import ElementTree as ET

ATOM = "http://www.w3.org/2005/Atom"
#: In the identifier of every feed, so that it stays when its first release is withdrawn.
FOR_FEEDS = "2026"
MEDIA_TYPE = "application/atom+xml; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing to tell; `id_parts` never change, whatever else of it does."""

    id_parts: tuple[str, ...]
    title: str
    words: str
    at: datetime  # when its release was made
    href: str  # within the site
    kind: str  # release | spc | benchmark | rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Entries, newest first, and whose they are."""

    id_parts: tuple[str, ...]
    title: str
    subtitle: str
    author: str
    at: datetime  # of its newest entry, or of the newest release where it has none
    href: str  # the page it is about
    own: str  # its own address, within the site
    entries: tuple[Entry, ...]


def tag_uri(host: str, day: str, parts: Sequence[str]) -> str:
    """`tag:data.example.org,2026-11-24:release/3`: the same whatever the pages' addresses."""
    return f"tag:{host},{day}:{'/'.join(quote(part, safe='') for part in parts)}"


def write_feed(feed: Feed, *, site: str, host: str) -> bytes:
    """The feed as XML.

    Args:
        feed: what it says.
        site: the address of the site, without a slash at its end.
        host: the name in its identifiers.
    """
    # No prefix is registered: that would be for every document, drawings too.
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en-GB"})
    _text(root, "id", tag_uri(host, FOR_FEEDS, feed.id_parts))
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", feed.at.isoformat())
    _text(ET.SubElement(root, "author"), "name", feed.author)
    _link(root, "self", f"{site}{feed.own}", "application/atom+xml")
    _link(root, "alternate", f"{site}{feed.href}", "text/html")
    _text(root, "generator", "Hereabouts")
    for entry in feed.entries:
        _entry(root, entry, site=site, host=host)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: ET.Element, entry: Entry, *, site: str, host: str) -> None:
    made = ET.SubElement(root, "entry")
    _text(made, "id", tag_uri(host, entry.at.date().isoformat(), entry.id_parts))
    _text(made, "title", entry.title)
    _text(made, "updated", entry.at.isoformat())
    _text(made, "published", entry.at.isoformat())
    _link(made, "alternate", f"{site}{entry.href}", "text/html")
    ET.SubElement(made, "category", {"term": entry.kind})
    _text(made, "summary", entry.words)


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _allowed(text)


def _link(parent: ET.Element, rel: str, href: str, kind: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "href": href, "type": kind})


def _allowed(text: str) -> str:
    """Without the control characters that XML has no way to write."""
    return "".join(c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))
