"""What is protected, and how: the columns of observations and one indicator's treatment."""

from collections.abc import Callable
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from hereabouts.model.indicator import Method
from hereabouts.model.policy import Audience, DisclosurePolicy, Scheme

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

#: From numerators and denominators: values, lower and upper limits.
Estimator = Callable[[Numbers, Numbers], tuple[Numbers, Numbers, Numbers]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of one indicator's observations: equally long columns, NaN where empty."""

    numerator: Numbers
    denominator: Numbers
    value: Numbers
    lower: Numbers
    upper: Numbers
    marker: NDArray[np.object_]  # str such as [c], or None

    @property
    def numbers(self) -> tuple[Numbers, ...]:
        """Every column that holds numbers."""
        return tuple(getattr(self, field.name) for field in fields(self) if field.name != "marker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """How one indicator's figures are protected for one audience."""

    method: Method
    decimals: int  # of the value of a mean; other values follow from protected counts
    policy: DisclosurePolicy
    audience: Audience
    estimate: Estimator

    @property
    def protects(self) -> bool:
        """Whether this audience is shown protected figures, rather than exact ones."""
        protected = self.audience in self.policy.audiences
        return protected and self.policy.scheme is not Scheme.NONE
