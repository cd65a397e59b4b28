"""Whom the changes of a contract break: suppliers, models, products, indicators and pages."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hereabouts.errors import Location
from hereabouts.model.product import Contract, Product
from hereabouts.model.project import Project
from hereabouts.pipeline.column_readers import Found, Schema, Touched, find_readers
from hereabouts.project.contract_diff.change import Change, Side

#: Whom to name first: those who have to act.
KINDS = ("supplier", "model", "product", "area type", "indicator", "page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """One that a change breaks, and how."""

    kind: str  # one of KINDS
    name: str
    change: str
    how: str
    is_certain: bool  # False where the parser cannot see whether it reads the column
    at: Location


def find_broken(
    project: Project, product: Product, changes: Sequence[Change], *, old: Contract
) -> tuple[Broken, ...]:
    """Everyone in `project` that one of `changes` breaks, by kind and name.

    Args:
        project: the folder as it is, which may already have been mended for some of them.
        product: whose contract changed.
        changes: from `old` to the contract that the product has.
        old: the contract as it was.
    """
    schema = _schema(project, product, old)
    found = [
        broken for change in changes for broken in _of_change(project, product, change, schema)
    ]
    each = {(b.kind, b.name, b.change, b.how): b for b in found}
    return tuple(sorted(each.values(), key=lambda b: (KINDS.index(b.kind), b.name)))


def _of_change(
    project: Project, product: Product, change: Change, schema: Schema
) -> Iterator[Broken]:
    if Side.MAKERS in change.breaks:
        yield from _makers(product, change)
    if Side.READERS in change.breaks:
        touched = Touched(product=product.id, column=change.column, gone=change.gone, schema=schema)
        for found, through in _followed(project, touched):
            yield _broken(found, change, through)
            yield from _pages(project, found, change)


def _followed(project: Project, touched: Touched) -> Iterator[tuple[Found, tuple[str, ...]]]:
    """Readers, readers of what they make, and so on, each once for each column."""
    waiting, seen = deque([touched]), {(touched.product, touched.column)}
    while waiting:
        now = waiting.popleft()
        for found in find_readers(project, now):
            yield found, now.through
            for column in found.onward:
                if (found.name, column) not in seen:
                    seen.add((found.name, column))
                    through = (*now.through, found.name)
                    waiting.append(replace(now, product=found.name, column=column, through=through))


def _makers(product: Product, change: Change) -> Iterator[Broken]:
    if product.model or product.recipe:
        how = "what it makes must keep the contract"
        yield _maker("model", product.id, change, how, product.made_at)
    elif product.source:
        for part in product.source.parts:
            name = part.supplier or part.name or f"whoever sends {product.id}"
            yield _maker("supplier", name, change, "what they send must keep it", part.at)


def _maker(kind: str, name: str, change: Change, how: str, at: Location) -> Broken:
    return Broken(kind=kind, name=name, change=change.what, how=how, is_certain=True, at=at)


def _broken(found: Found, change: Change, through: tuple[str, ...]) -> Broken:
    way = f", through {' and '.join(through)}" if through else ""
    return Broken(
        kind=found.kind,
        name=found.name,
        change=change.what,
        how=found.how + way,
        is_certain=found.is_certain,
        at=found.at,
    )


def _pages(project: Project, found: Found, change: Change) -> Iterator[Broken]:
    if found.kind != "indicator":
        return
    for page in project.pages.values():
        if found.name in page.all_indicators:
            yield Broken(
                kind="page",
                name=page.name,
                change=change.what,
                how=f"it shows {found.name}",
                is_certain=found.is_certain,
                at=page.at,
            )


def _schema(project: Project, product: Product, old: Contract) -> Schema:
    """Every product's columns; of the one that changed, those of both versions."""
    schema = {
        name: {column.name: "varchar" for column in one.contract.columns}
        for name, one in project.products.items()
    }
    before = {column.name: "varchar" for column in old.columns}
    schema[product.id] = {**before, **schema.get(product.id, {})}
    return schema
