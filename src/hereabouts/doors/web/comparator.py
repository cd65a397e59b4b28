"""What the areas of a page are compared with: the indicator's benchmark, or a larger area."""

from dataclasses import dataclass, replace

from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.visit import Visit
from hereabouts.model.indicator import Method
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleaseManifest


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparator:
    """What is compared with, what it is called, and its page where it has one."""

    observation: Observation
    title: str
    href: str | None


def benchmark_title(manifest: ReleaseManifest, name: str) -> str:
    """What the benchmark called `name` is called on pages."""
    return next((one.title for one in manifest.benchmarks if one.name == name), name)


def comparator_of(
    visit: Visit, state: IndicatorState, *, lead: Observation | None
) -> Comparator | None:
    """What the areas of `state` are compared with, or None.

    Args:
        visit: whose release says.
        state: which indicator, period and category.
        lead: the larger area that stands for the place, for an indicator without a benchmark.
    """
    indicator = state.indicator
    if indicator.compare_to is not None:
        found = visit.reader.benchmark(
            indicator.id, period_start=state.period.start, category=state.category
        )
        if found is None:
            return None
        title = benchmark_title(visit.manifest, indicator.compare_to)
        return Comparator(
            observation=replace(found, area_name=title), title=title, href=_page(visit, found, lead)
        )
    if lead is None or lead.area_type == state.area_type.code or indicator.method is Method.COUNT:
        return None
    href = visit.links.area(lead.area_type, code=lead.area_code)
    return Comparator(observation=lead, title=lead.area_name, href=href)


def _page(visit: Visit, benchmark: Observation, lead: Observation | None) -> str | None:
    """A benchmark reaches beyond the place: it has a page only where it is an area of it too."""
    if lead is None or lead.area_code != benchmark.area_code:
        return None
    return visit.links.area(lead.area_type, code=lead.area_code)
