"""`hereabouts report`: what a supplier is told of the file that it sent."""

from pathlib import Path

import click

from hereabouts.cli.output import Row, folder_option, json_option, print_rows, reports_errors, say
from hereabouts.pipeline.quarantined import refuse_unknown
from hereabouts.pipeline.supplier_report.findings import Delivery
from hereabouts.pipeline.supplier_report.make_reports import make_reports
from hereabouts.pipeline.supplier_report.said import called, outcome
from hereabouts.pipeline.supplier_report.write import Written, write_reports
from hereabouts.pipeline.workspace import open_workspace


@click.command("report")
@click.argument("product")
@folder_option
@json_option
@click.option("--supplier", help="Only this one, as source.yml names it.")
@click.option("--file", "file", help="Only this one of the product's files, by its name.")
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write into.",
)
@reports_errors
def command(
    product: str,
    folder: Path,
    supplier: str | None,
    file: str | None,
    target: Path,
    *,
    as_json: bool,
) -> None:
    """Write what each supplier of PRODUCT is told of its newest file: a page and a workbook.

    A report holds cells of the file, so it goes to whoever sent that file, and nobody else.
    """
    if supplier and file:
        raise click.UsageError("say --supplier or --file, not both")
    workspace = open_workspace(folder)
    refuse_unknown(workspace, product)
    say("judging what was sent ...")
    declared = workspace.project.products[product]
    reports = make_reports(workspace, declared, supplier=supplier, file=file)
    written = write_reports(reports, target, root=folder)
    print_rows(
        [_row(one, sent, as_json) for one in written for sent in one.report.deliveries],
        as_json=as_json,
    )


def _row(one: Written, sent: Delivery, as_json: bool) -> Row:  # noqa: FBT001  asked of each row
    """Counts and rules; never a cell."""
    row: Row = {
        "supplier": one.report.supplier,
        "file": called(sent),
        "outcome": outcome(sent),
        "rows": sent.rows,
        "passed": sent.passed,
        "at_fault": sent.at_fault,
        "page": str(one.page),
    }
    if not as_json:
        return row
    problem = sent.unread or sent.unjudged
    return row | {
        "workbook": str(one.workbook),
        "name": sent.name,
        "received_at": sent.received_at,
        "late_by_days": sent.late_by_days,
        "code": problem.code if problem else "",
        "rules": [{"rule": f.rule, "dimension": f.dimension, "rows": f.rows} for f in sent.faults],
        "unknown_words": sum(miss.rows for miss in sent.misses),
    }
