"""From release.json's content to the typed manifest, and no input or output."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from hereabouts.errors import ReleaseError
from hereabouts.model.indicator import Method, Polarity
from hereabouts.model.map_colours import Classing, ColourBy, MapColours
from hereabouts.model.page import Section, SectionKind
from hereabouts.model.policy import Audience
from hereabouts.release.attacked_model import AttackedFamily, ReleasedAttack
from hereabouts.release.embargo import parse_embargo
from hereabouts.release.json_parts import each, part
from hereabouts.release.manifest_catalogue import ReleasedDefinition, ReleasedOrganisation
from hereabouts.release.manifest_disclosure import DisclosureSummary, HiddenCount
from hereabouts.release.manifest_model import (
    ReleasedAreaType,
    ReleasedBenchmark,
    ReleasedGroup,
    ReleasedIndicator,
    ReleasedLogo,
    ReleasedPage,
    ReleasedPeriod,
    ReleasedPlace,
    ReleasedPolicy,
    ReleasedSimilarAreas,
    ReleasedSpc,
    ReleaseManifest,
)
from hereabouts.release.manifest_neighbourhood import ReleasedNeighbourhood
from hereabouts.release.product_parsing import parse_agreement, parse_notice, parse_product
from hereabouts.release.words_parsing import parse_dictionary, parse_terms

Json = Mapping[str, Any]


def parse_manifest(said: Json) -> ReleaseManifest:
    """Build the manifest from release.json's content.

    Raises:
        ReleaseError: R103, a part is missing or of the wrong kind.
    """
    try:
        return _manifest(said)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise ReleaseError(
            f"release.json is not as this version writes it ({type(fault).__name__}: {fault})",
            code="R103",
            do="delete this release's folder, then run hereabouts release",
        ) from fault


def _manifest(said: Json) -> ReleaseManifest:
    return part(
        ReleaseManifest,
        said,
        audience=Audience,
        made_at=datetime.fromisoformat,
        place=lambda value: part(ReleasedPlace, value, logo=_logo, languages=tuple),
        area_types=each(lambda value: part(ReleasedAreaType, value)),
        indicators=each(_indicator),
        products=each(parse_product),
        organisations=each(lambda value: part(ReleasedOrganisation, value, domains=tuple)),
        agreements=each(parse_agreement),
        notices=each(parse_notice),
        reads_since=lambda value: date.fromisoformat(value) if value else None,
        definitions=each(lambda value: part(ReleasedDefinition, value)),
        embargo=parse_embargo,
        pages=each(
            lambda value: part(ReleasedPage, value, indicators=tuple, sections=each(_section))
        ),
        neighbourhoods=each(_neighbourhood),
        benchmarks=each(lambda value: part(ReleasedBenchmark, value)),
        groups=each(lambda value: part(ReleasedGroup, value)),
        similar_areas=lambda value: (
            part(ReleasedSimilarAreas, value, indicators=tuple) if value else None
        ),
        attack=_attack,
        also_called=lambda value: {term: tuple(names) for term, names in value.items()},
        terms=parse_terms,
        dictionary=parse_dictionary,
        disclosure=lambda value: part(
            DisclosureSummary, value, by_indicator=each(lambda count: part(HiddenCount, count))
        ),
    )


def _section(said: Json) -> Section:
    return part(
        Section,
        said,
        kind=SectionKind,
        words=tuple,
        indicators=tuple,
        area_types=tuple,
        colours=_colours,
    )


def _colours(said: Json | None) -> MapColours | None:
    if not said:
        return None
    return part(MapColours, said, colour=ColourBy, classes=Classing, breaks=tuple)


def _attack(said: Json | None) -> ReleasedAttack | None:
    if not said:
        return None
    families = each(lambda value: part(AttackedFamily, value, indicators=tuple))
    return part(ReleasedAttack, said, held_against=tuple, families=families)


def _neighbourhood(said: Json) -> ReleasedNeighbourhood:
    return part(
        ReleasedNeighbourhood,
        said,
        valid_from=lambda day: date.fromisoformat(day) if day else None,
    )


def _indicator(said: Json) -> ReleasedIndicator:
    return part(
        ReleasedIndicator,
        said,
        method=Method,
        better=Polarity,
        area_types=tuple,
        products=tuple,
        notes=tuple,
        also_called=tuple,
        spc=lambda value: (
            part(ReleasedSpc, value, rebase=each(date.fromisoformat)) if value else None
        ),
        policy=lambda value: part(ReleasedPolicy, value),
        periods=each(
            lambda value: part(
                ReleasedPeriod, value, start=date.fromisoformat, end=date.fromisoformat
            )
        ),
    )


def _logo(value: Json | None) -> ReleasedLogo | None:
    return None if value is None else part(ReleasedLogo, value)
