"""A report as one page that needs nothing else: no script, no style sheet, no server."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from hereabouts.pipeline.supplier_report import said
from hereabouts.pipeline.supplier_report.findings import Delivery, Report

HERE = Path(__file__).parent
MOST_ON_A_PAGE = 500  # cells of one file; the workbook lists more


def page(report: Report, *, workbook: str = "") -> str:
    """The whole page.

    Args:
        report: what is said.
        workbook: what the workbook beside it is called, if there is one.
    """
    style = (HERE / "report.css").read_text("utf-8")
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            heading=heading(report),
            style=Markup(style),  # noqa: S704  ours, from the file beside
            most=MOST_ON_A_PAGE,
            workbook=workbook,
        )
    )


def heading(report: Report) -> str:
    """The title of the report."""
    return f"{report.title}: what {report.supplier or 'you'} sent"


def environment() -> Environment:
    """Everything is escaped; a name that is not there is an error."""
    made = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "called": said.called,
        "count": lambda number: f"{number:,}",
        "day": said.day,
        "facts": said.facts,
        "first_line": lambda words: words.split("\n", 1)[0].rstrip(".: "),
        "held": said.held,
        "listed": said.listed,
        "other_lines": lambda words: words.partition("\n")[2],
        "outcome": said.outcome,
    }
    return made


def delivery_part(one: Delivery) -> Markup:
    """What a page says of one delivery, for a page that has its own surroundings."""
    made = environment().get_template("delivery.html.j2")
    return Markup(made.render(one=one, n=1, most=MOST_ON_A_PAGE, workbook=""))  # noqa: S704
