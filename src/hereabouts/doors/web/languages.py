"""The languages pages can be in, and saying a message in the language of the page being made.

Messages are written in English where they are used, and marked: `_("Rank")` in templates and
in Python. What a catalogue lacks is said in English.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import c2py
from pathlib import Path

from babel.dates import format_date
from babel.messages.pofile import read_po
from markupsafe import Markup

from hereabouts.model.languages import ENGLISH

LOCALES = Path(__file__).parent / "locales"


@dataclass(frozen=True, slots=True)
class Messages:
    """One catalogue: what each message is in its language; a plural has several forms."""

    said: Mapping[str, tuple[str, ...]]
    form: Callable[[int], int]  # which of a plural's forms a count takes

    def one(self, message: str) -> str:
        """The message, in English where it has no translation."""
        return self.said.get(message, (message,))[0]

    def several(self, singular: str, plural: str, count: int) -> str:
        """The message in the form that `count` takes."""
        found = self.said.get(singular, ())
        form = self.form(count)
        return found[form] if form < len(found) else (singular if count == 1 else plural)


_current: ContextVar[Messages | None] = ContextVar("messages", default=None)
_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def spoken() -> str:
    """The language of the page being made: its two letters."""
    return _language.get()


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """What is said inside is said in `language`."""
    messages = _current.set(None if language == ENGLISH else read_messages(language))
    named = _language.set(language)
    try:
        yield
    finally:
        _language.reset(named)
        _current.reset(messages)


def gettext(message: str, **values: object) -> str:
    """A message of plain text, with its values: `gettext("Rank %(rank)s", rank=3)`."""
    messages = _current.get()
    said = message if messages is None else messages.one(message)
    return said % values


def ngettext(singular: str, plural: str, count: int, **values: object) -> str:
    """A message in the form its count takes; `%(num)s` is the count with its commas."""
    messages = _current.get()
    if messages is None:
        said = singular if count == 1 else plural
    else:
        said = messages.several(singular, plural, count)
    return said % {"num": f"{count:,}", **values}


def N_(message: str) -> str:  # noqa: N802  # the name that every tool of gettext knows
    """Mark a message that is said later, by `gettext`."""
    return message


def markup(message: str, **values: object) -> Markup:
    """`gettext` for templates: the message is ours and is not escaped; its values are."""
    messages = _current.get()
    said = message if messages is None else messages.one(message)
    return Markup(said) % values if values else _plain(said)  # noqa: S704  # checked catalogue


def markup_of_count(singular: str, plural: str, count: int, **values: object) -> Markup:
    """`ngettext` for templates."""
    messages = _current.get()
    if messages is None:
        said = singular if count == 1 else plural
    else:
        said = messages.several(singular, plural, count)
    return Markup(said) % {"num": f"{count:,}", **values}  # noqa: S704  # checked catalogue


def day_in_words(day: date) -> str:
    """24 November 2026, or 24 Tachwedd 2026."""
    if _current.get() is None:
        return f"{day.day} {day:%B %Y}"
    return format_date(day, "d MMMM y", locale=spoken())


@cache
def read_messages(language: str) -> Messages:
    """The catalogue of a language, read once."""
    with (LOCALES / language / "hereabouts.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    said = {_singular(one.id): _forms(one.string) for one in catalogue if one.id and one.string}
    form = c2py(catalogue.plural_expr)
    return Messages({message: forms for message, forms in said.items() if all(forms)}, form)


def _singular(message: str | tuple[str, ...]) -> str:
    return message if isinstance(message, str) else message[0]


def _forms(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


@cache
def _plain(said: str) -> Markup:
    return Markup(said % ())  # noqa: S704  # one of the messages of this site
