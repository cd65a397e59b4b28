"""What could be read of a project folder, whether or not all of it could."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hereabouts.errors import Location
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
from hereabouts.model.pre_release import PreReleaseList
from hereabouts.model.product import Product
from hereabouts.model.retention import Hold, RetentionSchedule
from hereabouts.model.term import Term
from hereabouts.project.folder import ProjectFile
from hereabouts.project.yaml_text import Document, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the rules look at.

    `unread` names what the folder has but could not be read, so that a rule does not call it
    unknown as well: each is `(kind, id)`, such as `("product", "geography.lsoa")`.
    """

    root: str
    files: tuple[ProjectFile, ...]
    documents: Mapping[str, Document]  # by path
    place: Place | None
    products: Mapping[str, Product]
    indicators: Mapping[str, Indicator]
    policies: Mapping[str, DisclosurePolicy]
    pages: Mapping[str, Page]
    terms: Mapping[str, Term] = field(default_factory=dict)
    dictionary: Dictionary = field(default_factory=Dictionary)
    notices: Notices | None = None
    definitions: Mapping[str, Definition] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    purposes: Mapping[str, str] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    schedules: Mapping[str, RetentionSchedule] = field(default_factory=dict)
    holds: Mapping[str, Hold] = field(default_factory=dict)
    pre_release: Mapping[str, PreReleaseList] = field(default_factory=dict)
    maturity: Maturity | None = None
    unread: frozenset[tuple[str, str]]

    def at(self, where: Location, *steps: Step) -> Location:
        """The line of a statement in the file that `where` is in."""
        document = self.documents.get(where.path)
        return document.at(*steps) if document else where

    def is_unread(self, kind: str, name: str) -> bool:
        """Whether the folder has it, but it could not be read."""
        return (kind, name) in self.unread
