"""From release.json to what it says of a product and of an agreement, typed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from hereabouts.release.json_parts import each, part
from hereabouts.release.manifest_catalogue import (
    ReleasedAccess,
    ReleasedAgreement,
    ReleasedMember,
    ReleasedNotice,
    ReleasedPast,
    ReleasedPromise,
    ReleasedReads,
    ReleasedSection,
    ReleasedShare,
    ReleasedVersion,
)
from hereabouts.release.manifest_columns import ReleasedColumn, ReleasedConversion
from hereabouts.release.manifest_model import ReleasedProduct
from hereabouts.release.manifest_quality import ReleasedAcceptance, ReleasedQuality

Json = Mapping[str, Any]


def parse_product(said: Json) -> ReleasedProduct:
    """A product; what a release of an earlier version does not say is left out."""
    return part(
        ReleasedProduct,
        {"quality": None, **said},
        quality=_quality,
        inputs=tuple,
        conversion=_conversion,
        next_due=_day,
        columns=each(_column),
        team=each(lambda value: part(ReleasedMember, value)),
        access=each(lambda value: part(ReleasedAccess, value, approvers=tuple)),
        promises=each(lambda value: part(ReleasedPromise, value)),
        support=tuple,
        versions=each(
            lambda value: part(
                ReleasedVersion, value, released_at=datetime.fromisoformat, changes=tuple
            )
        ),
        history=each(lambda value: part(ReleasedPast, value, at=datetime.fromisoformat)),
    )


def parse_agreement(said: Json) -> ReleasedAgreement:
    """An agreement."""
    return part(
        ReleasedAgreement,
        said,
        providers=tuple,
        recipients=tuple,
        purposes=tuple,
        products=tuple,
        starts_on=date.fromisoformat,
        ends_on=date.fromisoformat,
        review_on=date.fromisoformat,
        revoked_on=_day,
        shared=each(lambda value: part(ReleasedShare, value, columns=tuple)),
        reads=each(lambda value: part(ReleasedReads, value, month=date.fromisoformat)),
    )


def parse_notice(said: Json) -> ReleasedNotice:
    """A privacy notice."""
    return part(
        ReleasedNotice,
        said,
        sections=each(lambda value: part(ReleasedSection, value, blocks=each(_block))),
    )


def _block(said: str | list[str]) -> str | tuple[str, ...]:
    return said if isinstance(said, str) else tuple(said)


def _column(said: Json) -> ReleasedColumn:
    return part(ReleasedColumn, said, values=tuple, synonyms=tuple, examples=tuple, made_from=tuple)


def _quality(said: Json | None) -> ReleasedQuality | None:
    if said is None:
        return None
    return part(
        ReleasedQuality,
        said,
        reasons=tuple,
        accepted=lambda value: part(ReleasedAcceptance, value) if value else None,
    )


def _conversion(said: Json | None) -> ReleasedConversion | None:
    return part(ReleasedConversion, said, words=tuple) if said else None


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
