"""From release.json's content to the typed manifest, and no input or output."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from typing import Any, TypeVar

from hereabouts.errors import ReleaseError
from hereabouts.model.indicator import Method, Polarity
from hereabouts.model.map_colours import Classing, ColourBy, MapColours
from hereabouts.model.page import Section, SectionKind
from hereabouts.model.policy import Audience
from hereabouts.release.attacked_model import AttackedFamily, ReleasedAttack
from hereabouts.release.manifest_disclosure import DisclosureSummary, HiddenCount
from hereabouts.release.manifest_model import (
    ReleasedAreaType,
    ReleasedBenchmark,
    ReleasedColumn,
    ReleasedConversion,
    ReleasedGroup,
    ReleasedIndicator,
    ReleasedLogo,
    ReleasedNeighbourhood,
    ReleasedPage,
    ReleasedPeriod,
    ReleasedPlace,
    ReleasedPolicy,
    ReleasedProduct,
    ReleasedSimilarAreas,
    ReleasedSpc,
    ReleaseManifest,
)
from hereabouts.release.manifest_quality import ReleasedAcceptance, ReleasedQuality

Part = TypeVar("Part")
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
    return _part(
        ReleaseManifest,
        said,
        audience=Audience,
        made_at=datetime.fromisoformat,
        place=lambda value: _part(ReleasedPlace, value, logo=_logo, languages=tuple),
        area_types=_each(lambda value: _part(ReleasedAreaType, value)),
        indicators=_each(_indicator),
        products=_each(
            lambda value: _part(
                ReleasedProduct,
                {"quality": None, **value},
                quality=_quality,
                inputs=tuple,
                conversion=_conversion,
                next_due=lambda day: date.fromisoformat(day) if day else None,
                columns=_each(lambda column: _part(ReleasedColumn, column)),
            )
        ),
        pages=_each(
            lambda value: _part(ReleasedPage, value, indicators=tuple, sections=_each(_section))
        ),
        neighbourhoods=_each(_neighbourhood),
        benchmarks=_each(lambda value: _part(ReleasedBenchmark, value)),
        groups=_each(lambda value: _part(ReleasedGroup, value)),
        similar_areas=lambda value: (
            _part(ReleasedSimilarAreas, value, indicators=tuple) if value else None
        ),
        attack=_attack,
        also_called=lambda value: {term: tuple(names) for term, names in value.items()},
        disclosure=lambda value: _part(
            DisclosureSummary, value, by_indicator=_each(lambda count: _part(HiddenCount, count))
        ),
    )


def _section(said: Json) -> Section:
    return _part(
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
    return _part(MapColours, said, colour=ColourBy, classes=Classing, breaks=tuple)


def _attack(said: Json | None) -> ReleasedAttack | None:
    if not said:
        return None
    families = _each(lambda value: _part(AttackedFamily, value, indicators=tuple))
    return _part(ReleasedAttack, said, held_against=tuple, families=families)


def _quality(said: Json | None) -> ReleasedQuality | None:
    if said is None:
        return None
    return _part(
        ReleasedQuality,
        said,
        reasons=tuple,
        accepted=lambda value: _part(ReleasedAcceptance, value) if value else None,
    )


def _conversion(said: Json | None) -> ReleasedConversion | None:
    return _part(ReleasedConversion, said, words=tuple) if said else None


def _neighbourhood(said: Json) -> ReleasedNeighbourhood:
    return _part(
        ReleasedNeighbourhood,
        said,
        valid_from=lambda day: date.fromisoformat(day) if day else None,
    )


def _indicator(said: Json) -> ReleasedIndicator:
    return _part(
        ReleasedIndicator,
        said,
        method=Method,
        better=Polarity,
        area_types=tuple,
        products=tuple,
        notes=tuple,
        also_called=tuple,
        spc=lambda value: (
            _part(ReleasedSpc, value, rebase=_each(date.fromisoformat)) if value else None
        ),
        policy=lambda value: _part(ReleasedPolicy, value),
        periods=_each(
            lambda value: _part(
                ReleasedPeriod, value, start=date.fromisoformat, end=date.fromisoformat
            )
        ),
    )


def _part(kind: type[Part], said: Json, /, **readers: Callable[[Any], Any]) -> Part:
    """`kind` from its own keys of `said`; keys a later version adds are passed over."""
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]  # Part is a dataclass
    known = [name for name in names if name in said or name not in _defaults(kind)]
    return kind(**{name: readers.get(name, _as_it_is)(said[name]) for name in known})


def _defaults(kind: type[Any]) -> set[str]:
    """What a release made by an earlier version may not say."""
    return {
        field.name
        for field in fields(kind)
        if field.default is not MISSING or field.default_factory is not MISSING
    }


def _logo(value: Json | None) -> ReleasedLogo | None:
    return None if value is None else _part(ReleasedLogo, value)


def _as_it_is(value: Any) -> Any:
    return value


def _each(reader: Callable[[Any], Part]) -> Callable[[Any], tuple[Part, ...]]:
    return lambda values: tuple(reader(value) for value in values)
