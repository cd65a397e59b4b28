"""The NHS scheme, and the estimates of each method, as the tests of disclosure use them."""

from hereabouts.disclosure.treatment import Estimator, Numbers
from hereabouts.errors import Location
from hereabouts.indicators.estimate import estimate
from hereabouts.model.indicator import Method
from hereabouts.model.policy import Audience, DisclosurePolicy, Scheme

NHS = DisclosurePolicy(
    name="nhs_small_counts",
    title="Small counts",
    scheme=Scheme.SUPPRESS_AND_ROUND,
    suppress_from=1,
    suppress_to=7,
    round_to=5,
    hide_zero=False,
    audiences=(Audience.OPEN,),
    why="to protect people",
    approved_by="Information governance",
    review_on=None,
    at=Location("policies/disclosure/nhs_small_counts.yml"),
)


def made_by(method: Method) -> Estimator:
    """Value and limits by `method`: a percentage, or a plain mean."""

    def again(numerator: Numbers, denominator: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        multiplier = 1 if method is Method.MEAN else 100
        found = estimate(method, numerator, denominator, multiplier=multiplier, confidence=0.95)
        return found.value, found.lower, found.upper

    return again
