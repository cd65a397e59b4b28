"""What indicators are observed in: the place, its benchmarks and groups, and its products' ways."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hereabouts.model.indicator import Indicator
from hereabouts.model.place import WHOLE_PLACE, Benchmark, Group
from hereabouts.model.product import Product
from hereabouts.model.project import Project

#: The column of a converted product that says how a row's figure came about.
STATUS = "status"


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
    #: Indicators whose policy hides rows beside others: see `levels`.
    hiding_beside: frozenset[str] = frozenset()

    def benchmark_of(self, indicator: Indicator) -> Benchmark | None:
        """What the indicator is compared to, where that is not the whole place."""
        return self.benchmarks.get(indicator.compare_to or "")

    def published(self, indicator: Indicator) -> tuple[str, ...]:
        """What it is published for: the benchmark first, then its groups and area types."""
        named = [name for name in (indicator.compare_to, indicator.inequality) if name]
        return tuple(dict.fromkeys([*named, *indicator.area_types]))

    def levels(self, indicator: Indicator) -> tuple[str, ...]:
        """What it is observed for: the areas its rows are about too, though not published.

        They make up every other level, so they are what overlapping levels have in common,
        those of earlier releases among them: without them nobody could say what these give away
        together. Where nothing is hidden for that, they are not observed, for there may be very
        many.
        """
        worked_with = [indicator.area_type] if indicator.id in self.hiding_beside else []
        return tuple(dict.fromkeys([*self.published(indicator), *worked_with]))

    def benchmark_code(self, name: str) -> str:
        """The code that a benchmark's observations have."""
        return WHOLE_PLACE if name == WHOLE_PLACE else self.benchmarks[name].code


def setting_of(project: Project) -> Setting:
    """What the project's indicators are observed in."""
    products = project.products.items()
    return Setting(
        base_type=project.place.base.code,
        benchmarks={benchmark.name: benchmark for benchmark in project.place.benchmarks},
        groups={group.name: group for group in project.place.groups},
        markers={name: marker_columns(product) for name, product in products},
        hiding_beside=frozenset(
            indicator.id
            for indicator in project.indicators.values()
            if project.policies[indicator.policy].hides_beside
        ),
        converted=_saying_what_is_estimated(project),
    )


def _saying_what_is_estimated(project: Project) -> frozenset[str]:
    """Products that were converted, or made from one that was, and have its column `status`."""
    products = project.products
    found = {name for name, product in products.items() if product.recipe is not None}
    while more := {n for n, p in products.items() if n not in found and found & set(p.inputs)}:
        found |= more
    return frozenset(n for n in found if products[n].contract.column(STATUS) is not None)


def marker_columns(product: Product) -> dict[str, str]:
    """For each column whose absent values are explained, the column that explains them."""
    columns = product.contract.columns
    return {column.marker_of: column.name for column in columns if column.marker_of}
