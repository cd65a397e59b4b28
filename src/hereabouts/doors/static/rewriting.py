"""A page as the site answers it, made into one whose links lead to files."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote, urlsplit

from hereabouts.doors.static.addresses import Target
from hereabouts.doors.static.choices import Choice, Choices
from hereabouts.doors.static.tags import Attributes, Tag, pieces

#: Before every whole address that the site writes; no site has this name.
SENTINEL = "https://published.invalid"
#: Elements that say what a site of files cannot do.
LEFT_OUT = frozenset(("hb-how", "hb-look", "hb-take__embed"))
LEFT_OUT_OF_AREAS = LEFT_OUT | {"hb-take"}
_ADDRESSES = frozenset(("href", "src", "action", "data-hb-search"))
_ADDRESSES |= {f"data-{name}" for name in ("ids", "areas", "tiles", "classes", "values", "image")}
_ADDRESSES |= {"data-area-url"}
_WHOLE = re.compile(re.escape(SENTINEL) + r"(/[^\s\"'<>\\]*)?")
#: What begins every change: a form, an address of the site, or a class that is left out. Found by
#: itself, as most of a page is copied as it is, and looking at each tag takes longest.
_MARK = re.compile(
    rf"""<form\b|=["']/|{re.escape(SENTINEL)}|[\s"](?:{"|".join(sorted(LEFT_OUT_OF_AREAS))})"""
)
_VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"))

Find = Callable[[str], Target | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where a page is, and how the addresses on it are found."""

    file: str
    find: Find
    choose: Callable[[Choice], Target | None]  # a choice of a form on it
    base: str  # the site's public address, without a slash at its end; empty where unknown
    left_out: frozenset[str] = LEFT_OUT
    root: str | None = None  # what addresses begin with on a page that is shown at any of them

    def address(self, file: str, *, fragment: str = "") -> str:
        """The address of `file` from this page."""
        address = relative(self.file, to=file, fragment=fragment)
        return address if self.root is None else f"{self.root}/{address}"


@dataclass(slots=True)
class Rewritten:
    """A page, and every file it leads to."""

    text: str
    targets: dict[str, Target] = field(default_factory=dict)


def rewrite(text: str, where: Where) -> Rewritten:
    """The page `text` with addresses of files, its forms made into lists of links."""
    reader, at = _Reader(where), 0
    while found := _MARK.search(text, at):
        begins = _begin(text, found.start(), after=at)
        reader.out.append(text[at:begins])
        at = reader.read_on(text, begins)
    return Rewritten("".join([*reader.out, text[at:]]), reader.targets)


def _begin(text: str, at: int, *, after: int) -> int:
    """Where the tag begins that a place is in, or else one before it, or else the place."""
    tag = text.rfind("<", after, at + 1)
    return at if tag < 0 else tag


def whole_addresses(text: str, where: Where) -> Rewritten:
    """A feed or another text with the published address for each of the site's own."""
    made = Rewritten("")
    # The names of a feed's entries hold the name of the site alone.
    host = urlsplit(where.base).hostname or ""
    text = text.replace(f"tag:{urlsplit(SENTINEL).hostname},", f"tag:{host},")
    made.text = _WHOLE.sub(lambda found: _whole(found.group(1) or "/", where, made.targets), text)
    return made


def relative(file: str, *, to: str, fragment: str = "") -> str:
    """The address of the file `to` from the page `file`."""
    here, there = file.split("/")[:-1], to.split("/")
    same = 0
    while same < min(len(here), len(there) - 1) and here[same] == there[same]:
        same += 1
    parts = [*[".."] * (len(here) - same), *there[same:]]
    address = quote("/".join(parts), safe="/{}")
    return address + (f"#{fragment}" if fragment else "")


def _whole(address: str, where: Where, targets: dict[str, Target]) -> str:
    target = where.find(address.replace("&amp;", "&"))
    if target is None:
        return f"{where.base}/"
    targets[target.file] = target
    path = quote(target.file.removesuffix("index.html"))
    return f"{where.base}/{path}"


class _Reader:
    """Copies a page as it is, but for what must change."""

    def __init__(self, where: Where) -> None:
        self._where = where
        self.out: list[str] = []
        self.targets: dict[str, Target] = {}
        self._skipped: list[str] = []  # open elements of what is left out
        self._unlinked = 0  # links whose tag is left out
        self._choices: Choices | None = None

    def read_on(self, text: str, at: int) -> int:
        """Read what begins `at` a place, to where nothing is open; that place."""
        for piece in pieces(text, at):
            self._read(piece)
            at += len(piece if isinstance(piece, str) else piece.raw)
            if not (self._skipped or self._choices or self._unlinked):
                break
        return at

    def _read(self, piece: str | Tag) -> None:
        """Text, or a tag that begins or ends something."""
        if isinstance(piece, str):
            self._say(piece)
        elif not piece.name:
            self._text(piece.raw)
        elif piece.closes:
            self._end(piece)
        else:
            self._start(piece)

    def _start(self, tag: Tag) -> None:
        """Leave it out, collect it, or copy it with other addresses."""
        attributes = tag.attributes
        said = dict(attributes)
        if self._skipped:
            self._skipped += [tag.name] * (tag.name not in _VOID and not tag.empty)
        elif self._where.left_out & set((said.get("class") or "").split()):
            self._skipped = [tag.name]
        elif self._choices is not None:
            self._choices.start(tag.name, said)
        elif tag.name == "form" and not _searches(said):
            self._choices = Choices(said)
        else:
            self._copy(tag, attributes)

    def _end(self, tag: Tag) -> None:
        """Close what is open."""
        if self._skipped:
            self._skipped.pop()
        elif self._choices is not None:
            self._end_in_form(tag.name)
        elif tag.name == "a" and self._unlinked:
            self._unlinked -= 1
            self.out.append("</span>")
        else:
            self.out.append(tag.raw)

    def _say(self, text: str) -> None:
        """Words stay; whole addresses among them become those of the published site."""
        if SENTINEL in text and not self._skipped:
            text = _WHOLE.sub(
                lambda found: _whole(found.group(1) or "/", self._where, self.targets), text
            )
        self._text(text)

    def _text(self, text: str) -> None:
        if self._choices is not None:
            self._choices.say(text)
        elif not self._skipped:
            self.out.append(text)

    def _end_in_form(self, tag: str) -> None:
        choices = self._choices
        if choices is None:
            return
        choices.end(tag)
        if tag == "form":
            self._choices = None
            self.out.append(choices.markup(self._chosen))

    def _chosen(self, choice: Choice) -> str | None:
        target = self._where.choose(choice)
        if target is None:
            return None
        self.targets[target.file] = target
        return self._where.address(target.file)

    def _copy(self, tag: Tag, attrs: Attributes) -> None:
        changed = [(name, self._attribute(name, value)) for name, value in attrs]
        lost = any(
            new is None and old is not None
            for (_, old), (_, new) in zip(attrs, changed, strict=True)
        )
        if lost and tag.name == "a":
            self._unlinked += 1
            self.out.append("<span>")
        elif not lost:
            self.out.append(tag.raw if changed == attrs else _tag(tag.name, changed))
        elif tag.name not in ("link", "meta"):
            kept = [
                pair
                for pair, (_, old) in zip(changed, attrs, strict=True)
                if pair[1] is not None or old is None
            ]
            self.out.append(_tag(tag.name, kept))

    def _attribute(self, name: str, value: str | None) -> str | None:
        """The value with a file's address; None where there is no such file."""
        if value is None:
            return None
        if value.startswith(SENTINEL):
            return _whole(value.removeprefix(SENTINEL) or "/", self._where, self.targets)
        if name not in _ADDRESSES or not value.startswith("/") or value.startswith("//"):
            return value
        target = self._where.find(value)
        if target is None:
            return None
        # The pattern of a map's areas is filled in by its script, and leads to no file itself.
        if "{" not in value:
            self.targets[target.file] = target
        return self._where.address(target.file, fragment=urlsplit(value).fragment)


def _searches(form: Mapping[str, str | None]) -> bool:
    return urlsplit(form.get("action") or "").path.endswith("/search")


def _tag(tag: str, attrs: Attributes) -> str:
    said = (name if value is None else f'{name}="{escape(value)}"' for name, value in attrs)
    return f"<{' '.join([tag, *said])}>"
