"""A form of lists, made into links: nobody answers a form where there are only files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of the list `name`, where its form goes, and all that it would send."""

    action: str
    name: str
    sent: Mapping[str, str]


@dataclass(slots=True)
class _Option:
    value: str
    selected: bool
    text: str = ""


@dataclass(slots=True)
class _List:
    name: str
    label: str
    options: list[_Option] = field(default_factory=list)


class Choices:
    """Collects a form's lists as it is read, then writes them as links."""

    def __init__(self, form: Mapping[str, str | None]) -> None:
        self._style = form.get("class") or ""
        self._action = form.get("action") or ""
        self._lists: list[_List] = []
        self._hidden: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._label: str | None = None
        self._option: _Option | None = None

    def start(self, tag: str, said: Mapping[str, str | None]) -> None:
        """A tag within the form begins."""
        name = said.get("name") or ""
        if tag == "label":
            self._label = said.get("for") or ""
            self._labels[self._label] = ""
        elif tag == "input" and said.get("type") == "hidden":
            self._hidden[name] = said.get("value") or ""
        elif tag == "select":
            self._lists.append(_List(name, self._labels.get(said.get("id") or "", name)))
        elif tag == "option" and self._lists:
            self._option = _Option(said.get("value") or "", "selected" in said)
            self._lists[-1].options.append(self._option)

    def say(self, text: str) -> None:
        """Words within the form."""
        if self._option is not None:
            self._option.text += unescape(text)
        elif self._label is not None:
            self._labels[self._label] += unescape(text)

    def end(self, tag: str) -> None:
        """A tag within the form ends."""
        if tag == "option":
            self._option = None
        elif tag == "label":
            self._label = None

    def defaults(self) -> dict[str, str]:
        """What is selected in each list."""
        return {one.name: chosen.value for one in self._lists if (chosen := _selected(one))}

    def markup(self, address: Callable[[Choice], str | None]) -> str:
        """Each list as a disclosure of links, its choice in the summary; nothing without links.

        Of a list without links beside others the choice is said.
        """
        written = "".join(self._written(one, address) for one in self._lists)
        written = written if "<a " in written else ""
        return f'<div class="{escape(self._style)} hb-choices">{written}</div>' if written else ""

    def _written(self, one: _List, address: Callable[[Choice], str | None]) -> str:
        chosen = _selected(one)
        label = f"{one.label}: {chosen.text}" if chosen else one.label
        items = "".join(self._item(one, option, address) for option in one.options)
        if "<a " not in items:
            return f'<p class="govuk-body">{escape(label)}</p>'
        return (
            '<details class="govuk-details"><summary class="govuk-details__summary">'
            f'<span class="govuk-details__summary-text">{escape(label)}</span></summary>'
            f'<div class="govuk-details__text"><ul class="govuk-list">{items}</ul></div></details>'
        )

    def _item(self, one: _List, option: _Option, address: Callable[[Choice], str | None]) -> str:
        if option is _selected(one):
            return f"<li><strong>{escape(option.text)}</strong></li>"
        sent = self._hidden | self.defaults() | {one.name: option.value}
        href = address(Choice(self._action, one.name, sent))
        if href is None:
            return f"<li>{escape(option.text)}</li>"
        return f'<li><a class="govuk-link" href="{escape(href)}">{escape(option.text)}</a></li>'


def _selected(one: _List) -> _Option | None:
    """The option that is selected; a browser takes the first where none is."""
    return next((option for option in one.options if option.selected), None) or next(
        iter(one.options), None
    )


class _FormReader(HTMLParser):
    """Reads every form of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Choices] = []
        self._open: Choices | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A form, or something in one."""
        if tag == "form":
            self._open = Choices(dict(attrs))
            self.forms.append(self._open)
        elif self._open:
            self._open.start(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """The end of a form, or of something in one."""
        if self._open:
            self._open.end(tag)
            self._open = None if tag == "form" else self._open


def selected_in(text: str) -> dict[str, str]:
    """What the forms of a page have selected, by the name of each list."""
    reader = _FormReader()
    reader.feed(text)
    return {name: value for form in reader.forms for name, value in form.defaults().items()}
