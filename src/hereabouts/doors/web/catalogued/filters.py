"""What of the catalogue is asked for: each list of choices, and the entries that fit them all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hereabouts.doors.web.address import choose
from hereabouts.doors.web.catalogued.column_words import SENSITIVITIES
from hereabouts.doors.web.catalogued.entries import IN_TIME, LATE, UNPROMISED, Entry
from hereabouts.doors.web.languages import N_, gettext, translated
from hereabouts.release.folding import fold, words_of

KINDS = {
    "product": N_("Products"),
    "indicator": N_("Indicators"),
    "page": N_("Pages"),
    "definition": N_("Definitions"),
    "agreement": N_("Agreements"),
}
#: The same of one entry.
KIND = {
    "product": N_("Product"),
    "indicator": N_("Indicator"),
    "page": N_("Page"),
    "definition": N_("Definition"),
    "agreement": N_("Agreement"),
}
FRESHNESS = {
    LATE: N_("overdue when this was released"),
    IN_TIME: N_("in time"),
    UNPROMISED: N_("no promise of time"),
}
#: In the order of the form.
LISTS = ("kind", "domain", "sensitivity", "owner", "freshness")
TITLES = {
    "kind": N_("Kind"),
    "domain": N_("Domain"),
    "sensitivity": N_("Sensitivity"),
    "owner": N_("Owner"),
    "freshness": N_("Freshness"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of a list."""

    value: str
    text: str
    selected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOfChoices:
    """A list of the form, with a first choice that leaves nothing out."""

    name: str
    title: str
    choices: tuple[Choice, ...]


def filtered(entries: Iterable[Entry], asked: Mapping[str, str]) -> list[Entry]:
    """The entries that fit everything asked for, in their order.

    Raises:
        AddressError: W202, no entry has what is asked for.
    """
    entries = list(entries)
    for name in LISTS:
        known = _values(entries, name)
        choose(asked.get(name), among=known, otherwise="", what=name)
    words = words_of(fold(asked.get("q", "")))
    return [one for one in entries if _fits(one, asked) and all(w in one.words for w in words)]


def lists(entries: Iterable[Entry], asked: Mapping[str, str]) -> list[ListOfChoices]:
    """Each list with more than one thing to choose."""
    entries = list(entries)
    made = [_list(name, _values(entries, name), asked.get(name, "")) for name in LISTS]
    return [one for one in made if len(one.choices) > 2]


def _list(name: str, values: list[str], chosen: str) -> ListOfChoices:
    anything = Choice(value="", text=gettext("Any"), selected=not chosen)
    choices = (
        Choice(value=value, text=_text(name, value), selected=value == chosen) for value in values
    )
    title = translated(TITLES[name])
    return ListOfChoices(name=name, title=title, choices=(anything, *choices))


def _text(name: str, value: str) -> str:
    said = {"kind": KINDS, "sensitivity": SENSITIVITIES, "freshness": FRESHNESS}.get(name, {})
    return translated(said.get(value, value))


def _values(entries: list[Entry], name: str) -> list[str]:
    """What entries have, each once: kinds as they are listed, the rest by letters."""
    found = dict.fromkeys(value for one in entries for value in _of(one, name) if value)
    return list(found) if name == "kind" else sorted(found, key=str.casefold)


def _fits(entry: Entry, asked: Mapping[str, str]) -> bool:
    return all(asked[name] in _of(entry, name) for name in LISTS if name in asked)


def _of(entry: Entry, name: str) -> tuple[str, ...]:
    if name == "domain":
        return entry.domains
    said: str = getattr(entry, name)
    return (said,)
