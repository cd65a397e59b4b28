"""P430 What custom areas are made from, and counted by, are products and columns of the folder.

Why: a set of areas, a lookup of postcodes or a count of people that is not there is found at the
end of a build; here it is found in a second.
"""

from collections.abc import Iterator

from hereabouts.errors import Location, ProjectError
from hereabouts.model.place import Place
from hereabouts.project.draft import Draft
from hereabouts.project.names import unknown_name
from hereabouts.project.yaml_text import Step

CODE = "P430"
Named = tuple[str, dict[str, str], Location, tuple[Step, ...]]  # product, key -> column, where


def check(draft: Draft) -> Iterator[ProjectError]:
    """Yield a problem for each product or column that is named in vain."""
    for name, columns, at, steps in _named(draft.place) if draft.place else ():
        product = draft.products.get(name)
        if product is None and not draft.is_unread("product", name):
            where = draft.at(at, *steps, "product")
            yield unknown_name("product", name, known=draft.products, code=CODE, at=where)
        known = [column.name for column in product.contract.columns] if product else []
        for key, column in columns.items() if product else ():
            if column not in known:
                where = draft.at(at, *steps, key)
                yield unknown_name(f"column of {name}:", column, known=known, code=CODE, at=where)


def _named(place: Place) -> Iterator[Named]:
    for area_type in place.area_types:
        if made := area_type.members_from:
            columns = {
                "code": made.code_column,
                "neighbourhood": made.neighbourhood_column,
                "name": made.name_column,
            }
            steps = ("area_types", area_type.code, "members_from")
            yield made.product, columns, area_type.at, steps
    if lookup := place.postcode_lookup:
        columns = {"postcode": lookup.postcode_column, "base": lookup.base_column}
        yield lookup.product, columns, lookup.at, ("postcode_lookup",)
    if people := place.population:
        columns = {"code": people.code_column, "column": people.column}
        yield people.product, columns, people.at, ("population",)
