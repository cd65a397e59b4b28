"""A whole project folder, read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hereabouts.model.agreement import Agreement
from hereabouts.model.definition import Definition
from hereabouts.model.indicator import Indicator
from hereabouts.model.notices import Notices
from hereabouts.model.organisation import Organisation
from hereabouts.model.page import Page
from hereabouts.model.place import Place
from hereabouts.model.policy import DisclosurePolicy
from hereabouts.model.product import Product


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Everything the folder says. Mappings are by id, in the folder's order."""

    root: str  # absolute
    place: Place
    products: Mapping[str, Product]
    indicators: Mapping[str, Indicator]
    policies: Mapping[str, DisclosurePolicy]
    pages: Mapping[str, Page]
    glossary: Mapping[str, str]  # term -> meaning
    also_called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # term -> names
    notices: Notices | None = None
    definitions: Mapping[str, Definition] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    purposes: Mapping[str, str] = field(default_factory=dict)  # name -> what it is
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
