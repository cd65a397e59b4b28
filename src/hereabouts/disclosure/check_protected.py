"""A second look at what would be published, by rules of its own and without the truth.

It reads the published columns and the policy, never exact figures, and shares no code with
what protected them, so a fault there does not hide itself here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hereabouts.disclosure.treatment import Figures, Flags, Numbers, Treatment
from hereabouts.model.indicator import Method

#: Code -> the rule it breaks, as a reader is told.
RULES: dict[str, str] = {
    "D201": "a small count is shown",
    "D202": "a count is not rounded as the policy says",
    "D203": "a row marked as having no value carries a number",
    "D204": "a row has no value and does not say why",
    "D205": "a value does not follow from the counts shown beside it",
    "D206": "the sum behind a mean is shown",
    "D207": "a mean is shown to more decimals than its indicator says",
    "D208": "a value is shown without the count it is based on",
    "D209": "a row is shown that is hidden for what stands beside it",
    "D210": "a standardised value or limit is shown to more decimals than its indicator says",
    "D211": "a standardised value is shown without the counts it is based on",
}
_EMPTY = ("[c]", "[x]", "[z]", "[low]")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One broken rule at one row. It never holds the figure."""

    code: str
    row: int  # position in the columns checked, from 0

    @property
    def rule(self) -> str:
        """The broken rule in words."""
        return RULES[self.code]


def check_protected(
    figures: Figures, *, treatment: Treatment, also_hidden: Flags | None = None
) -> tuple[Finding, ...]:
    """What is wrong with `figures` as published; nothing where the audience sees exact figures.

    Args:
        figures: published columns, as `protect_observations` returns them.
        treatment: the method, policy, audience and estimator they were published under.
        also_hidden: rows of which nothing may be shown, whatever their own figures are.

    Shape:
        Findings in order of code, then row. Empty when all is well.
    """
    if not treatment.protects:
        return ()
    rules = [*_broken(figures, treatment)]
    if also_hidden is not None:
        rules.append(("D209", also_hidden & _numbered(figures)))
    return tuple(
        Finding(code, int(row))
        for code, broken in sorted(rules, key=lambda found: found[0])
        for row in np.flatnonzero(broken)
    )


def _numbered(figures: Figures) -> Flags:
    numbered: Flags = np.any([~np.isnan(numbers) for numbers in figures.numbers], axis=0)
    return numbered


def _broken(figures: Figures, treatment: Treatment) -> Iterator[tuple[str, Flags]]:
    empty = np.array([marker in _EMPTY for marker in figures.marker], dtype=np.bool_)
    yield "D203", empty & _numbered(figures)
    unsaid = np.array([marker in (None, "[e]") for marker in figures.marker], dtype=np.bool_)
    yield "D204", unsaid & np.isnan(figures.value)
    small, uneven = _counts_at_fault(figures, treatment)
    yield "D201", small
    yield "D202", uneven
    if treatment.method is Method.MEAN:
        yield "D206", ~np.isnan(figures.numerator)
        yield "D207", ~_agree(figures.value, np.round(figures.value, treatment.decimals))
        yield "D208", ~np.isnan(figures.value) & np.isnan(figures.denominator)
    elif treatment.method.by_age:
        yield from _broken_by_age(figures, treatment)
    else:
        yield "D205", ~empty & _does_not_follow(figures, treatment)


def _broken_by_age(figures: Figures, treatment: Treatment) -> Iterator[tuple[str, Flags]]:
    values = (figures.value, figures.lower, figures.upper)
    rough = [_agree(one, np.round(one, treatment.decimals)) for one in values]
    yield "D210", ~np.all(rough, axis=0)
    valued = np.any([~np.isnan(one) for one in values], axis=0)
    yield "D211", valued & (np.isnan(figures.numerator) | np.isnan(figures.denominator))


def _counts_at_fault(figures: Figures, treatment: Treatment) -> tuple[Flags, Flags]:
    policy = treatment.policy
    small = np.zeros(figures.value.shape, dtype=np.bool_)
    uneven = small.copy()
    for counts in (figures.numerator, figures.denominator):
        shown = ~np.isnan(counts)
        small |= shown & (counts > 0) & (counts <= policy.suppress_to)
        small |= shown & (counts == 0) & policy.hide_zero
        uneven |= shown & (np.mod(counts, policy.round_to) != 0)
    return small, uneven


def _does_not_follow(figures: Figures, treatment: Treatment) -> Flags:
    """A share of more than all follows from no counts, and cannot be estimated."""
    impossible: Flags = np.zeros(figures.value.shape, dtype=np.bool_)
    if treatment.method is Method.PROPORTION:
        impossible = figures.numerator > figures.denominator
    numerator = np.where(impossible, np.nan, figures.numerator)
    denominator = np.where(impossible, np.nan, figures.denominator)
    made = treatment.estimate(numerator, denominator)
    shown = (figures.value, figures.lower, figures.upper)
    differing: Flags = np.any([~_agree(a, b) for a, b in zip(made, shown, strict=True)], axis=0)
    return differing | impossible


def _agree(one: Numbers, other: Numbers) -> Flags:
    return np.isclose(one, other, rtol=1e-9, atol=1e-12, equal_nan=True)
