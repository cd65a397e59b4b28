"""How many areas are better, similar or worse than their benchmark, and those of one kind."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hereabouts.doors.web.comparison import Comparison, compared_as
from hereabouts.doors.web.languages import gettext, translated
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator

#: In the order they are said. A release uses better and worse, or higher and lower.
KINDS = ("better", "higher", "similar", "lower", "worse")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedCount:
    """Areas of one kind."""

    kind: str
    count: int
    example: Comparison  # its mark and colour
    href: str  # the ranking of these alone
    selected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSummary:
    """In words (`Compared with England: 12 better, 25 similar, 5 worse.`) and as links."""

    words: str
    counts: tuple[ComparedCount, ...]
    not_compared: int
    everything: str | None  # where all areas are, when only some are shown


def kind_of(released: str | None) -> str | None:
    """`better` of `better_998`; None where nothing is compared."""
    return released.partition("_")[0] if released else None


def compared_summary(
    areas: Iterable[Observation],
    *,
    indicator: ReleasedIndicator,
    benchmark: str,
    addresses: Mapping[str | None, str],
    selected: str | None,
) -> ComparedSummary | None:
    """Count the comparisons a release made.

    Args:
        areas: every area of one type in one period.
        indicator: whose areas they are.
        benchmark: what they are compared with, as it is called.
        addresses: where the ranking of each kind is, and under None of all.
        selected: the kind that is shown, or None for all.

    Returns:
        None where no area is compared.
    """
    found: Counter[str | None] = Counter(kind_of(one.compared) for one in areas)
    not_compared = found.pop(None, 0)
    if not found:
        return None
    counts = []
    for kind in KINDS:
        example = compared_as(kind if kind == "similar" else f"{kind}_95", indicator=indicator)
        if example and (found[kind] or kind in _expected(found)):
            counts.append(
                ComparedCount(
                    kind=kind,
                    count=found[kind],
                    example=example,
                    href=addresses[kind],
                    selected=kind == selected,
                )
            )
    said = ", ".join(f"{one.count:,} {translated(one.kind)}" for one in counts)
    return ComparedSummary(
        words=gettext("Compared with %(benchmark)s: %(said)s.", benchmark=benchmark, said=said),
        counts=tuple(counts),
        not_compared=not_compared,
        everything=addresses[None] if selected else None,
    )


def _expected(found: Counter[str | None]) -> tuple[str, ...]:
    """Kinds said even where there are none: 0 worse is news."""
    by_height = found["higher"] + found["lower"] > 0
    by_worth = found["better"] + found["worse"] > 0
    return (
        *(("higher", "lower") if by_height else ()),
        *(("better", "worse") if by_worth else ()),
        "similar",
    )
