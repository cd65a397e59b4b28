"""Terms: the words of glossary.yml, who looks after each, and how they belong together."""

import re
import unicodedata
from dataclasses import dataclass

from hereabouts.errors import Location

BRACKETED = re.compile(r"^(.*\S)\s*\(([^()]+)\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word of the glossary. Other terms are named as the glossary spells them."""

    name: str
    means: str
    also_called: tuple[str, ...] = ()
    owner: str = ""  # who decides what it means
    broader: str = ""  # the term of which it is a kind or a part
    related: tuple[str, ...] = ()
    source: str = ""  # the address of where the meaning comes from
    at: Location

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called, its own name first."""
        return tuple(dict.fromkeys((self.name, *names_of(self.name), *self.also_called)))


def names_of(name: str) -> tuple[str, ...]:
    """Both names of `Full-time equivalent (FTE)`, the one of any other."""
    found = BRACKETED.match(name)
    return (found.group(1), found.group(2)) if found else (name,)


def slug_of(name: str) -> str:
    """What stands for a term in an address: small letters and digits, without accents.

    `Full-time equivalent (FTE)` is `full-time-equivalent-fte`. Empty where a name has neither
    letters nor digits.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return re.sub(r"[\W_]+", "-", letters).strip("-")
