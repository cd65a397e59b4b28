"""What release.json says: the words of a release, typed, and no input or output."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from hereabouts.model.embargo import Embargo
from hereabouts.model.indicator import Method, Polarity
from hereabouts.model.page import Section
from hereabouts.model.policy import Audience
from hereabouts.release.attacked_model import ReleasedAttack
from hereabouts.release.manifest_catalogue import (
    ReleasedAccess,
    ReleasedAgreement,
    ReleasedDefinition,
    ReleasedMember,
    ReleasedNotice,
    ReleasedOrganisation,
    ReleasedPast,
    ReleasedPromise,
    ReleasedVersion,
)
from hereabouts.release.manifest_columns import ReleasedColumn, ReleasedConversion
from hereabouts.release.manifest_disclosure import DisclosureSummary
from hereabouts.release.manifest_neighbourhood import ReleasedNeighbourhood
from hereabouts.release.manifest_quality import ReleasedQuality
from hereabouts.release.manifest_words import ReleasedDictionary, ReleasedTerm


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedLogo:
    """A picture of a kind that browsers show, in base64."""

    kind: str  # image/png | image/svg+xml
    base64: str

    @property
    def file(self) -> str:
        """What its address ends with."""
        return "logo.png" if self.kind == "image/png" else "logo.svg"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedPlace:
    """The place, and how its site looks. Colours are as declared, unchecked."""

    title: str
    description: str
    organisation: str
    contact: str
    colour: str
    accent: str
    home_area_type: str
    logo: ReleasedLogo | None = None
    languages: tuple[str, ...] = ("en",)  # of the site's own words, the main one first


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedAreaType:
    """One kind of area; `artefact` names its folder of rasters and tiles, if it has one."""

    code: str
    title: str
    plural: str
    short: str
    base: bool
    count: int
    artefact: str | None
    layer: str | None = None  # lsoa
    vintage: int | None = None  # the year its areas were drawn for


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedPeriod:
    """A half-open period, and what it is called."""

    label: str
    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedPolicy:
    """The disclosure policy an indicator was protected by."""

    name: str
    title: str
    why: str
    scheme: str
    protects: bool = True  # this audience
    beside: bool = False  # whether rows were hidden beside others, for what these would tell
    suppress_to: int = 7
    shows_zero: bool = False  # so that a hidden 0 gives nothing away; not so unless said
    round_to: int = 5
    minimum_width: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedSpc:
    """How an indicator's control chart is drawn."""

    rebase: tuple[date, ...]
    target: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedBenchmark:
    """What areas are compared to. Its observations have its name as their area type."""

    name: str
    title: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedGroup:
    """Ordered groups; their observations have the group's name as their area type."""

    name: str
    title: str
    worst_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedSimilarAreas:
    """Which areas are shown beside areas like them, and by which indicators."""

    area_type: str
    count: int
    indicators: tuple[str, ...]
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedIndicator:
    """An indicator as released: its meaning, its periods and where it came from."""

    id: str
    theme: str
    name: str
    title: str
    short_title: str
    why: str
    method: Method
    unit: str
    multiplier: float
    decimals: int
    better: Polarity
    breakdown: str | None
    confidence: float
    area_types: tuple[str, ...]
    policy: ReleasedPolicy
    synthetic: bool
    periods: tuple[ReleasedPeriod, ...]  # oldest first
    products: tuple[str, ...]
    notes: tuple[str, ...]
    counts: str = ""  # the same for indicators that count the same things
    base_type: str = ""  # of the areas that its rows are about
    compare_to: str | None = None  # name of a ReleasedBenchmark
    inequality: str | None = None  # name of a ReleasedGroup
    spc: ReleasedSpc | None = None
    hot_spots: bool = False
    also_called: tuple[str, ...] = ()  # for finding it


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedProduct:
    """A product behind the release: who owns it, where it came from, how it fared."""

    id: str
    title: str
    purpose: str
    limitations: str
    usage: str
    owner: str
    licence: str
    attribution: str
    sensitivity: str
    synthetic: bool
    granularity: str
    layer: str
    inputs: tuple[str, ...]
    rows: int
    quarantined: int
    fetched_at: str | None
    origin: str | None
    sha256: str | None
    quality: ReleasedQuality | None  # None in a release made before it was measured
    columns: tuple[ReleasedColumn, ...]
    conversion: ReleasedConversion | None = None  # None where no convert.yml made it
    rows_rounded: bool = False  # whether `rows` and `quarantined` are rounded up
    frequency: str = ""  # how often it comes, as its contract says it: `1 y`
    next_due: date | None = None  # the last day on which the next of it keeps that promise
    version: str = ""  # of its contract
    status: str = ""  # proposed, draft, active, deprecated or retired, as the contract says it
    domain: str = ""
    team: tuple[ReleasedMember, ...] = ()
    access: tuple[ReleasedAccess, ...] = ()
    promises: tuple[ReleasedPromise, ...] = ()
    support: tuple[str, ...] = ()  # addresses for anyone with a question
    versions: tuple[ReleasedVersion, ...] = ()  # newest first
    history: tuple[ReleasedPast, ...] = ()  # oldest first


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedPage:
    """A page by declaration: words, the indicators it leads with, and its sections."""

    name: str
    title: str
    lede: str
    indicators: tuple[str, ...]
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseManifest:
    """Everything release.json says. Area types are smallest first."""

    number: int
    audience: Audience
    made_at: datetime
    synthetic: bool
    place: ReleasedPlace
    area_types: tuple[ReleasedAreaType, ...]
    indicators: tuple[ReleasedIndicator, ...]
    products: tuple[ReleasedProduct, ...]
    pages: tuple[ReleasedPage, ...]
    glossary: Mapping[str, str]
    tables: Mapping[str, int]
    disclosure: DisclosureSummary
    neighbourhoods: tuple[ReleasedNeighbourhood, ...] = ()
    benchmarks: tuple[ReleasedBenchmark, ...] = ()
    groups: tuple[ReleasedGroup, ...] = ()
    similar_areas: ReleasedSimilarAreas | None = None
    attack: ReleasedAttack | None = None  # None in a release made before it was attacked
    also_called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # term -> names
    terms: Mapping[str, ReleasedTerm] = field(default_factory=dict)  # what more is said of them
    dictionary: ReleasedDictionary = field(default_factory=ReleasedDictionary)
    organisations: tuple[ReleasedOrganisation, ...] = ()
    agreements: tuple[ReleasedAgreement, ...] = ()
    definitions: tuple[ReleasedDefinition, ...] = ()
    notices: tuple[ReleasedNotice, ...] = ()  # of privacy, by domain
    reads_since: date | None = None  # from when reads are known of; None where none are counted
    embargo: Embargo | None = None

    def indicator_of(self, indicator_id: str) -> ReleasedIndicator | None:
        """The indicator called `theme.name`, or None."""
        return next((i for i in self.indicators if i.id == indicator_id), None)

    def indicator(self, theme: str, *, name: str) -> ReleasedIndicator | None:
        """The indicator at `theme/name`, or None."""
        wanted = f"{theme}.{name}"
        return next((i for i in self.observed if i.id == wanted), None)

    @property
    def observed(self) -> tuple[ReleasedIndicator, ...]:
        """Indicators with at least one period: the others have nothing to show."""
        return tuple(indicator for indicator in self.indicators if indicator.periods)

    def area_type(self, code: str) -> ReleasedAreaType | None:
        """The area type called `code`, or None."""
        return next((t for t in self.area_types if t.code == code), None)

    def neighbourhood(self, area_type: str, *, code: str) -> ReleasedNeighbourhood | None:
        """How the custom area is made, or None where it is no custom area."""
        key = (area_type, code)
        return next((n for n in self.neighbourhoods if (n.area_type, n.code) == key), None)

    def product(self, product_id: str) -> ReleasedProduct | None:
        """The product called `domain.product`, or None."""
        return next((p for p in self.products if p.id == product_id), None)

    def organisation(self, name: str) -> ReleasedOrganisation | None:
        """The organisation called `name` in organisations.yml, or None."""
        return next((one for one in self.organisations if one.id == name), None)

    def agreement(self, name: str) -> ReleasedAgreement | None:
        """The agreement called `name`, or None."""
        return next((one for one in self.agreements if one.id == name), None)

    @property
    def home(self) -> ReleasedPage | None:
        """The home page as declared, or None."""
        return next((page for page in self.pages if page.name == "home"), None)
