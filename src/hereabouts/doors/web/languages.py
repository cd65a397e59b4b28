"""The languages pages can be in, and saying a message in the language of the page being made.

Messages are written in English where they are used, and marked: `_("Rank")` in templates and
in Python. What a catalogue lacks is said in English.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache, wraps
from gettext import c2py
from pathlib import Path
from typing import ParamSpec, TypeVar

from babel.dates import format_date
from babel.messages.pofile import read_po
from markupsafe import Markup, escape

from hereabouts.model.languages import ENGLISH

P = ParamSpec("P")
T = TypeVar("T")

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
    return translated(message) % values


def ngettext(singular: str, plural: str, count: int, **values: object) -> str:
    """A message in the form its count takes; `%(num)s` is the count with its commas."""
    return _in_its_form(singular, plural, count) % {"num": f"{count:,}", **values}


def translated(words: str) -> str:
    """Words that were marked where they are written, by `N_`; data's own words as they are."""
    messages = _current.get()
    return words if messages is None else messages.one(words)


def N_(message: str) -> str:  # noqa: N802  # the name that every tool of gettext knows
    """Mark words that are said later, by `translated`: a percent sign in them is one."""
    return message


def both_forms(singular: str, plural: str) -> tuple[str, str]:
    """Mark a message with a count that is said later, by `ngettext`."""
    return singular, plural


def markup(message: str, **values: object) -> Markup:
    """`gettext` for templates: the message is ours and is not escaped; its values are."""
    said = translated(message)
    return _filled(said, values) if values else _plain(said)


def markup_of_count(singular: str, plural: str, count: int, **values: object) -> Markup:
    """`ngettext` for templates."""
    said = _in_its_form(singular, plural, count)
    return _filled(said, {"num": f"{count:,}", **values})


def _in_its_form(singular: str, plural: str, count: int) -> str:
    messages = _current.get()
    if messages is None:
        return singular if count == 1 else plural
    return messages.several(singular, plural, count)


#: From 0 to 20; from 21 they end in ain, but for the round tens.
_ENDINGS = [
    "fed",
    "af",
    "il",
    "ydd",
    "ydd",
    "ed",
    "ed",
    "fed",
    "fed",
    "fed",
    "fed",
    "eg",
    "fed",
    "eg",
    "eg",
    "fed",
    "eg",
    "eg",
    "fed",
    "eg",
    "fed",
]
_ROUND = frozenset({40, 60, 80})


def ordinal_in_welsh(rank: int) -> str:
    """1af, 2il, 3ydd, 12fed, 21ain, 100fed."""
    last = rank % 100
    ending = _ENDINGS[last] if last <= 20 else "fed" if last in _ROUND else "ain"
    return f"{rank:,}{ending}"


def cached_in_each_language(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep what a function of a release says, apart for each language it is said in."""

    def keeping(function: Callable[P, T]) -> Callable[P, T]:
        def anew(_language: str, *given: P.args, **named: P.kwargs) -> T:
            return function(*given, **named)

        kept = lru_cache(maxsize=most)(anew)

        @wraps(function)
        def asked(*given: P.args, **named: P.kwargs) -> T:
            return kept(spoken(), *given, **named)  # type: ignore[arg-type]

        return asked

    return keeping


def day_in_words(day: date) -> str:
    """24 November 2026, or 24 Tachwedd 2026."""
    if _current.get() is None:
        return f"{day.day} {day:%B %Y}"
    return format_date(day, "d MMMM y", locale=spoken())


def month_in_words(day: date) -> str:
    """November 2026, or Tachwedd 2026: the month of a day."""
    if _current.get() is None:
        return f"{day:%B %Y}"
    return format_date(day, "MMMM y", locale=spoken())


@cache
def read_messages(language: str) -> Messages:
    """The catalogue of a language, read once."""
    with (LOCALES / language / "hereabouts.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    said = {_forms(one.id)[0]: _forms(one.string) for one in catalogue if one.id and one.string}
    form = c2py(catalogue.plural_expr)
    return Messages({message: forms for message, forms in said.items() if all(forms)}, form)


def _forms(said: str | Sequence[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def _filled(said: str, values: Mapping[str, object]) -> Markup:
    """As `Markup(said) % values` would have it, in a quarter of the time."""
    escaped = {name: escape(value) for name, value in values.items()}
    return Markup(said % escaped)  # noqa: S704  # ours, with what is not ours escaped


@cache
def _plain(said: str) -> Markup:
    return Markup(said % ())  # noqa: S704  # one of the messages of this site
