"""The columns that a supplier is asked for, under the headings that are its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hereabouts.errors import ProjectError
from hereabouts.model.product import Column, Product, Source, SourceFile
from hereabouts.project.names import advice


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One column of the file that is to be sent."""

    column: Column
    heading: str
    values: tuple[str, ...]  # that may be sent: the contract's, or the supplier's own for them
    markers: tuple[str, ...]  # that may stand in place of a value


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """All that one supplier is asked for."""

    product: Product
    supplier: str  # empty for anybody
    columns: tuple[Asked, ...]
    sheet: str
    heading_row: int  # as the spreadsheet numbers it

    @property
    def name(self) -> str:
        """What its files are called, without their ending."""
        kept = "".join(c if c.isalnum() else "_" for c in self.supplier.lower()).strip("_")
        return f"{self.product.id}.{kept}" if kept else self.product.id


def request(product: Product, supplier: str | None) -> Request:
    """What `supplier` is asked for; any supplier when it is None.

    Raises:
        ProjectError: P373 the product has no such supplier; P374 it is made by a
            model, or its file has another shape, so that nobody could fill in a template.
    """
    way = _way(product, supplier)
    if product.source is None or product.model or (way and way.reshape.unpivot):
        raise ProjectError(
            f"{product.id} is not received row for row as its contract says",
            code="P374",
            do="export what is asked for of a source product that has no model and no `unpivot`",
            at=way.at if way else product.at,
        )
    options: Mapping[str, str] = way.options if way and way.kind == "spreadsheet" else {}
    rows = options.get("header_rows", "1").replace("–", "-")
    last = rows.rpartition("-")[2].strip()
    return Request(
        product=product,
        supplier=supplier or "",
        columns=tuple(_asked(product, way)),
        sheet=options.get("sheet", "Data")[:31],
        heading_row=int(last) if last.isdigit() else 1,
    )


def _way(product: Product, supplier: str | None) -> Source | None:
    """How the supplier's file is read; of several layouts, the newest."""
    if supplier is None:
        return product.source
    parts = product.source.files if product.source else ()
    for part in parts:
        if supplier.lower() in {part.supplier.lower(), part.name.lower()}:
            return part.ways[0]
    known = [_called(part) for part in parts]
    raise ProjectError(
        f"{product.id} has no supplier '{supplier}'",
        code="P373",
        do=advice(supplier, known=known) if known else "leave out --supplier: it has one file",
        at=product.source.at if product.source else product.at,
    )


def _called(part: SourceFile) -> str:
    return part.supplier or part.name


def _asked(product: Product, way: Source | None) -> Iterator[Asked]:
    own = {ours: theirs for theirs, ours in way.reshape.columns.items()} if way else {}
    given = set(way.reshape.constants) if way else set()
    markers = dict(way.markers) if way else {}
    marked = {c.marker_of for c in product.contract.columns if c.marker_of}
    for column in product.contract.columns:
        made_here = column.source_name in given or (column.marker_of and markers)
        if not made_here:
            yield Asked(
                column=column,
                heading=own.get(column.source_name, column.source_name),
                values=_values(column, way),
                markers=tuple(markers) if column.name in marked else (),
            )


def _values(column: Column, way: Source | None) -> tuple[str, ...]:
    """A supplier's own words for a value stand beside it."""
    if not column.values or way is None:
        return column.values
    mapped = way.values.get(column.source_name, {})
    own = [theirs for theirs, ours in mapped.items() if ours in column.values]
    return tuple(dict.fromkeys((*column.values, *own)))
