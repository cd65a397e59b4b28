"""A whole project folder, read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hereabouts.model.agreement import Agreement
from hereabouts.model.definition import Definition
from hereabouts.model.dictionary import Dictionary
from hereabouts.model.indicator import Indicator
from hereabouts.model.maturity import Maturity
from hereabouts.model.notices import Notices
from hereabouts.model.organisation import Organisation
from hereabouts.model.page import Page
from hereabouts.model.place import Place
from hereabouts.model.policy import DisclosurePolicy
from hereabouts.model.product import Product
from hereabouts.model.retention import Hold, RetentionSchedule
from hereabouts.model.term import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Everything the folder says. Mappings are by id, in the folder's order."""

    root: str  # absolute
    place: Place
    products: Mapping[str, Product]
    indicators: Mapping[str, Indicator]
    policies: Mapping[str, DisclosurePolicy]
    pages: Mapping[str, Page]
    terms: Mapping[str, Term] = field(default_factory=dict)  # of the glossary, by name
    dictionary: Dictionary = field(default_factory=Dictionary)
    notices: Notices | None = None
    definitions: Mapping[str, Definition] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    purposes: Mapping[str, str] = field(default_factory=dict)  # name -> what it is
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    schedules: Mapping[str, RetentionSchedule] = field(default_factory=dict)  # of retention
    holds: Mapping[str, Hold] = field(default_factory=dict)
    maturity: Maturity | None = None  # None where nobody has judged it

    @property
    def glossary(self) -> Mapping[str, str]:
        """Term -> meaning, in the order of the file."""
        return {name: term.means for name, term in self.terms.items()}

    @property
    def also_called(self) -> Mapping[str, tuple[str, ...]]:
        """Term -> its other names, of those that have some."""
        return {name: term.also_called for name, term in self.terms.items() if term.also_called}
