"""What in a project reads a column of a product: products, areas and indicators.

Each finder takes the project and what was touched, and yields who reads it. One for agreements
belongs in `FINDERS` as soon as a project folder holds agreements.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hereabouts.engine.lineage import column_lineage
from hereabouts.errors import Location
from hereabouts.model.indicator import Indicator, Measure
from hereabouts.model.place import AreaType
from hereabouts.model.product import LogicalType, Product
from hereabouts.model.project import Project
from hereabouts.project.columns_read import columns_read
from hereabouts.project.sql_condition import read_condition

Schema = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """A column of a product, or the whole of it, that is not what it was."""

    product: str
    column: str | None  # None is the whole table
    gone: bool
    schema: Schema  # every product's columns, with those that are gone
    through: tuple[str, ...] = ()  # products on the way to it from the one that changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Somebody who reads what was touched, and what of theirs is touched by it."""

    kind: str  # product | area type | indicator
    name: str
    how: str
    is_certain: bool = True
    onward: tuple[str | None, ...] = ()  # columns of this product; None is all of it
    at: Location


def find_readers(project: Project, touched: Touched) -> Iterator[Found]:
    """Everyone in the folder who reads what was touched, themselves and not through others."""
    for finder in FINDERS:
        yield from finder(project, touched)


def _models(project: Project, touched: Touched) -> Iterator[Found]:
    for product in project.products.values():
        if product.model and touched.product in product.model.inputs:
            if product.model.language == "sql":
                yield from _sql_model(product, touched)
            else:
                yield _found(product, "its model.py may read it", onward=(None,), is_certain=False)


def _sql_model(product: Product, touched: Touched) -> Iterator[Found]:
    text = product.model.text if product.model else ""
    read = columns_read(text, schema=touched.schema)
    if read is None:
        yield _found(product, "its model.sql may read it", onward=(None,), is_certain=False)
    elif touched.column is None:
        yield _found(product, "its model.sql reads it", onward=(None,))
    elif touched.column.lower() in read.get(touched.product, ()):
        onward: tuple[str | None, ...] = (None,)
        if not touched.gone:
            onward = _made_from(product, text, touched) or (None,)  # it filters or joins
        yield _found(product, "its model.sql reads it", onward=onward)


def _made_from(product: Product, text: str, touched: Touched) -> tuple[str | None, ...]:
    names = tuple(column.name for column in product.contract.columns)
    wanted = f"{touched.product}.{touched.column}".lower()
    traced = column_lineage(text, names, schema=touched.schema)
    return tuple(name for name, sources in traced.items() if wanted in {s.lower() for s in sources})


def _found(
    product: Product, how: str, *, onward: tuple[str | None, ...], is_certain: bool = True
) -> Found:
    at = product.made_at
    return Found(
        kind="product", name=product.id, how=how, is_certain=is_certain, onward=onward, at=at
    )


def _recipes(project: Project, touched: Touched) -> Iterator[Found]:
    for product in project.products.values():
        recipe = product.recipe
        read = recipe.reads.get(touched.product) if recipe else None
        if recipe and read is not None and (touched.column is None or touched.column in read):
            wanted = f"{touched.product}.{touched.column}"
            made = [c.name for c in product.contract.columns if wanted in recipe.sources_of(c.name)]
            how = f"its {recipe.at.path.rpartition('/')[2]} reads it"
            yield _found(product, how, onward=(None,) if touched.gone else (*made,) or (None,))


def _references(project: Project, touched: Touched) -> Iterator[Found]:
    for product in project.products.values():
        for column in product.contract.columns:
            to = column.reference
            if to and to.product == touched.product and touched.column in {to.column, None}:
                how = f"its '{column.name}' must occur there"
                yield Found(kind="product", name=product.id, how=how, at=column.at)


def _area_types(project: Project, touched: Touched) -> Iterator[Found]:
    for area_type in project.place.area_types:
        if _is_read(_columns_of_areas(project, area_type, touched.product), touched):
            how = "its areas are listed by it"
            yield Found(kind="area type", name=area_type.code, how=how, at=area_type.at)


def _columns_of_areas(project: Project, area_type: AreaType, product: str) -> set[str]:
    columns: set[str] = set()
    if area_type.product == product:
        columns |= {area_type.code_column, area_type.name_column, *area_type.parents.values()}
    if area_type.boundaries == product:
        shapes = project.products[product].contract.columns if product in project.products else ()
        columns |= {c.name for c in shapes if c.type is LogicalType.GEOMETRY}
        columns.add(area_type.code_column)
    return columns


def _indicators(project: Project, touched: Touched) -> Iterator[Found]:
    for indicator in project.indicators.values():
        for part, measure in (("numerator", indicator.numerator), *_denominator(indicator)):
            if measure.product != touched.product:
                continue
            for how, columns in _uses(indicator, measure):
                if _is_read(columns, touched):
                    said = f"its {part}: {how}" if touched.column else f"its {part} reads it"
                    yield Found(kind="indicator", name=indicator.id, how=said, at=indicator.at)
                    break


def _denominator(indicator: Indicator) -> tuple[tuple[str, Measure], ...]:
    return (("denominator", indicator.denominator),) if indicator.denominator else ()


def _uses(indicator: Indicator, measure: Measure) -> Iterator[tuple[str, set[str]]]:
    """What a measure does with columns of its product, and with which."""
    period = {indicator.period.start_column, indicator.period.end_column} - {None}
    yield "it adds it up", {measure.sum} if measure.sum else set()
    yield "its condition looks at it", _condition(measure.where, indicator.at)
    yield "its areas are told by it", {indicator.area_column}
    yield "its period is told by it", {column for column in period if column}
    if indicator.breakdown and not measure.of_all:
        yield "it is broken down by it", {indicator.breakdown}


def _condition(where: str | None, at: Location) -> set[str]:
    return set(read_condition(where, at=at, problems=[]) or ()) if where else set()


def _is_read(columns: set[str], touched: Touched) -> bool:
    if touched.column is None:
        return bool(columns)
    return touched.column.lower() in {column.lower() for column in columns}


FINDERS: tuple[Callable[[Project, Touched], Iterator[Found]], ...] = (
    _models,
    _recipes,
    _references,
    _area_types,
    _indicators,
)
