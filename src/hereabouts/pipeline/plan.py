"""What a build would do, and why, before it does it."""

from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from hereabouts.errors import HereaboutsError
from hereabouts.indicators.setting import setting_of
from hereabouts.lake.layout import corrected
from hereabouts.model.place import Place
from hereabouts.model.product import Product
from hereabouts.model.project import Project
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.acquisition import Acquired
from hereabouts.pipeline.fingerprint import fingerprint
from hereabouts.pipeline.last_runs import NOT_HAD
from hereabouts.pipeline.suppression import everybody_left_out, revision
from hereabouts.pipeline.workspace import Workspace

AREAS = "place.areas"
BOUNDARIES = "place.boundaries"
OBSERVATIONS = "observations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to make, or to leave alone."""

    id: str
    kind: str  # product | areas | boundaries | observations
    runs: bool
    reason: str
    fingerprint: str
    inputs: tuple[str, ...]
    error: HereaboutsError | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in the order they run."""

    steps: tuple[Step, ...]

    @property
    def running(self) -> tuple[Step, ...]:
        """Only the steps that do something."""
        return tuple(step for step in self.steps if step.runs)


def plan(workspace: Workspace, acquired: Acquired) -> Plan:
    """Compare what the folder says and what was received with what the lake holds."""
    project = workspace.project
    steps: dict[str, Step] = {}
    everybody = everybody_left_out(workspace)
    for product_id in order(project.products):
        product = project.products[product_id]
        left_out = revision(workspace, product, everybody)
        steps[product_id] = _product_step(workspace, product, acquired, steps, left_out)
    for kind, step_id, inputs, said in _built_in(project):
        print_ = fingerprint(said, [steps[i].fingerprint for i in inputs if i in steps])
        held = workspace.lake.latest(step_id.replace(".", "/"))
        steps[step_id] = _step(step_id, kind, print_, inputs, held, steps)
    return Plan(tuple(steps.values()))


def order(products: Mapping[str, Product]) -> tuple[str, ...]:
    """Every product after those it reads; the folder has been checked for cycles."""
    graph = {
        product_id: [name for name in product.inputs if name in products]
        for product_id, product in products.items()
    }
    return tuple(TopologicalSorter(graph).static_order())


def area_inputs(project: Project) -> tuple[str, ...]:
    """The products that list areas, say what custom ones are made of, and count people."""
    place = project.place
    named = [kind.product for kind in place.area_types]
    named += [kind.members_from.product for kind in place.area_types if kind.members_from]
    named += [one.product for one in (place.postcode_lookup, place.population) if one]
    return tuple(dict.fromkeys(name for name in named if name))


def boundary_inputs(project: Project) -> tuple[str, ...]:
    """What boundaries are made from: the areas, and the products that hold shapes."""
    shapes = (t.boundaries for t in project.place.area_types if t.boundaries)
    return (AREAS, *dict.fromkeys(shapes))


def indicator_inputs(project: Project) -> tuple[str, ...]:
    """The areas, and every product that some indicator or its groups are made from."""
    indicators = project.indicators.values()
    read = [name for indicator in indicators for name in indicator.products]
    used = {indicator.inequality for indicator in indicators}
    grouped = [group.product for group in project.place.groups if group.name in used]
    return (AREAS, *dict.fromkeys(read + grouped))


def _built_in(project: Project) -> tuple[tuple[str, str, tuple[str, ...], object], ...]:
    place = project.place
    return (
        ("areas", AREAS, area_inputs(project), _areas_said(place)),
        ("boundaries", BOUNDARIES, boundary_inputs(project), [place.area_types, "neighbours"]),
        (
            "observations",
            OBSERVATIONS,
            indicator_inputs(project),
            [
                list(project.indicators.values()),
                *([project.place.benchmarks] if project.place.benchmarks else []),
                *([project.place.groups] if project.place.groups else []),
                *sorted(setting_of(project).hiding_beside),
            ],
        ),
    )


def _areas_said(place: Place) -> list[object]:
    others = [one for one in (place.postcode_lookup, place.population) if one]
    return [place.area_types, place.neighbourhoods, *others]


def _product_step(
    workspace: Workspace,
    product: Product,
    acquired: Acquired,
    steps: Mapping[str, Step],
    left_out: int,
) -> Step:
    held = acquired.held.get(product.id)
    print_ = fingerprint(
        product.contract,
        product.source,
        product.model,
        held.sha256 if held else None,
        *([product.recipe] if product.recipe else []),
        [steps[name].fingerprint for name in product.inputs if name in steps],
        *([table.version] if (table := workspace.lake.latest(corrected(product.id))) else []),
        *([left_out] if left_out else []),
    )
    error = acquired.failed.get(product.id)
    latest = workspace.latest(product.id)
    if error is None:
        return _step(product.id, "product", print_, product.inputs, latest, steps)
    # The last good version stands, so what reads it has no reason to change.
    stands = latest.facts["fingerprint"] if latest else print_
    return Step(
        id=product.id,
        kind="product",
        runs=True,
        reason=NOT_HAD,
        fingerprint=stands,
        inputs=product.inputs,
        error=error,
    )


def _step(
    step_id: str,
    kind: str,
    print_: str,
    inputs: tuple[str, ...],
    held: TableVersion | None,
    steps: Mapping[str, Step],
) -> Step:
    changed = [n for n in inputs if n in steps and steps[n].runs and steps[n].error is None]
    if held is None:
        runs, reason = True, "never made"
    elif held.facts.get("fingerprint") == print_:
        runs, reason = False, f"unchanged since version {held.version}"
    elif changed:
        runs, reason = True, f"{', '.join(changed)} will change"
    else:
        runs, reason = True, "its files or what was received changed"
    return Step(id=step_id, kind=kind, runs=runs, reason=reason, fingerprint=print_, inputs=inputs)
