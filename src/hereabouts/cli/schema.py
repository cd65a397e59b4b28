"""`hereabouts schema export`: what suppliers are asked for, to check before they send."""

from pathlib import Path

import click

from hereabouts.cli.output import folder_option, json_option, print_rows, reports_errors, say
from hereabouts.errors import ProjectError
from hereabouts.project import load
from hereabouts.project.names import advice
from hereabouts.project.supplier_schema.asked import request
from hereabouts.project.supplier_schema.write import FORMATS, write_schemas_for


@click.group("schema")
def command() -> None:
    """Give suppliers a template and a schema that check before they send."""


@command.command("export")
@click.argument("product")
@folder_option
@json_option
@click.option("--supplier", help="One of the suppliers that source.yml names; headings are theirs.")
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write into.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    default=("xlsx", "json-schema"),
    show_default=True,
    help="What to write; may be said more than once.",
)
@reports_errors
def export(
    product: str,
    folder: Path,
    supplier: str | None,
    target: Path,
    formats: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """Write what a supplier of PRODUCT is asked for: a workbook to fill in, and a JSON Schema."""
    products = load(folder.resolve()).products
    if product not in products:
        do = advice(product, known=products)
        raise ProjectError(f"there is no product '{product}'", code="P376", do=do)
    wanted = request(products[product], supplier)
    written = write_schemas_for(wanted, target, formats=formats)
    rows = [{"format": n, "file": str(p)} for n, p in zip(formats, written, strict=True)]
    if as_json:
        print_rows(rows, as_json=True)
    else:
        click.echo("\n".join(str(path) for path in written))
    if "xlsx" in formats:
        rows_at = f"header_rows: {wanted.heading_row}"
        say(f"the workbook is read with kind: spreadsheet, sheet: {wanted.sheet}, {rows_at}")
