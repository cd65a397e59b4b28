"""What indicators are observed in: the place, its benchmarks and groups, and its products' ways."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hereabouts.model.indicator import Indicator
from hereabouts.model.place import WHOLE_PLACE, Benchmark, Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Everything beside the indicators themselves that observations depend on."""

    base_type: str  # the smallest area type
    benchmarks: Mapping[str, Benchmark] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    #: By product, the column that says why a value of another is absent.
    markers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    #: Products whose column `status` says which figures were apportioned.
    converted: frozenset[str] = frozenset()

    def benchmark_of(self, indicator: Indicator) -> Benchmark | None:
        """What the indicator is compared to, where that is not the whole place."""
        return self.benchmarks.get(indicator.compare_to or "")

    def levels(self, indicator: Indicator) -> tuple[str, ...]:
        """What it is observed for: the benchmark first, then its groups and area types."""
        named = [name for name in (indicator.compare_to, indicator.inequality) if name]
        return (*named, *indicator.area_types)

    def benchmark_code(self, name: str) -> str:
        """The code that a benchmark's observations have."""
        return WHOLE_PLACE if name == WHOLE_PLACE else self.benchmarks[name].code
