"""Making indicators and observations by hand, for tests of what is drawn from them."""

from dataclasses import replace
from datetime import date
from typing import Any

from hereabouts.model.indicator import Method, Polarity
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedPeriod, ReleasedPolicy


def month(at: int) -> ReleasedPeriod:
    """The month so many after January 2020."""
    start = date(2020 + at // 12, at % 12 + 1, 1)
    after = at + 1
    return ReleasedPeriod(
        label=f"{start:%b %Y}", start=start, end=date(2020 + after // 12, after % 12 + 1, 1)
    )


INDICATOR = ReleasedIndicator(
    id="waits.seen",
    theme="waits",
    name="seen",
    title="Seen within four hours",
    short_title="Seen",
    why="Waiting harms.",
    method=Method.PROPORTION,
    unit="percent",
    multiplier=100.0,
    decimals=1,
    better=Polarity.HIGHER,
    breakdown=None,
    confidence=0.95,
    area_types=("district",),
    policy=ReleasedPolicy(name="none", title="None", why="Open.", scheme="none"),
    synthetic=False,
    periods=tuple(month(at) for at in range(24)),
    products=(),
    notes=(),
)


def indicator(**chosen: Any) -> ReleasedIndicator:
    return replace(INDICATOR, **chosen)


def seen(value: float | None, at: int = 0, **chosen: Any) -> Observation:
    """One value, two either side, in the month `at`."""
    period = month(at)
    usual: dict[str, Any] = {
        "indicator": "waits.seen",
        "area_type": "district",
        "area_code": "E07000001",
        "area_name": "Exeter",
        "period_start": period.start,
        "period_end": period.end,
        "breakdown": "all",
        "category": "all",
        "numerator": None,
        "denominator": None,
        "value": value,
        "lower": None if value is None else value - 2,
        "upper": None if value is None else value + 2,
        "marker": None,
    }
    return Observation(**(usual | chosen))


def area(code: str, numerator: float, denominator: float, **chosen: Any) -> Observation:
    """One area with a count and a size, per cent."""
    numbers: dict[str, Any] = {"numerator": numerator, "denominator": denominator}
    value = 100 * numerator / denominator
    return seen(value, area_code=code, area_name=f"Area {code}", **numbers, **chosen)


def series(*values: float | None) -> tuple[Observation, ...]:
    return tuple(seen(value, at) for at, value in enumerate(values))
