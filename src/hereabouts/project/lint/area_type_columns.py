"""P307 The products of an area type have the columns that place.yml names.

Why: codes, names, parents and boundaries are joined by these columns, on every page.
"""

from collections.abc import Iterator

from hereabouts.errors import ProjectError
from hereabouts.model.place import AreaType
from hereabouts.model.product import LogicalType
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name
from hereabouts.project.yaml_text import Step

CODE = "P307"
GEOMETRY = "geometry"


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each column that an area type's product does not have."""
    for area_type in draft.place.area_types if draft.place else ():
        for product_id, name, steps in _named(area_type):
            product = draft.products.get(product_id)
            if product and not product.contract.column(name):
                yield unknown_name(
                    f"column of {product_id}:",
                    name,
                    known=[column.name for column in product.contract.columns],
                    code=CODE,
                    at=draft.at(area_type.at, "area_types", area_type.code, *steps),
                )
        yield from _check_geometry(draft, area_type)


def _named(area_type: AreaType) -> Iterator[tuple[str, str, tuple[Step, ...]]]:
    if area_type.product:
        yield area_type.product, area_type.code_column, ("code",)
        yield area_type.product, area_type.name_column, ("name",)
        for parent, column in area_type.parents.items():
            yield area_type.product, column, ("parents", parent)
    if area_type.boundaries:
        yield area_type.boundaries, area_type.code_column, ("boundaries",)
        yield area_type.boundaries, GEOMETRY, ("boundaries",)


def _check_geometry(draft: Draft, area_type: AreaType) -> Iterator[ProjectError]:
    product = draft.products.get(area_type.boundaries or "")
    column = product.contract.column(GEOMETRY) if product else None
    if column and column.type is not LogicalType.GEOMETRY:
        yield ProjectError(
            f"column 'geometry' of {area_type.boundaries} is a {column.type}",
            code=CODE,
            do="give it `logicalType: object` and `physicalType: geometry`",
            at=column.at,
        )
