"""A record as one page that needs nothing else: no script, no server, and fit to be printed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from hereabouts.govern.records import said
from hereabouts.govern.records.stamp import stamp_of
from hereabouts.govern.records.writing import Bullets, Gap, Record, Table

HERE = Path(__file__).parent


def page(record: Record, *, made_on: date) -> str:
    """The whole page."""
    made = environment(HERE).get_template("record.html.j2")
    return made.render(record=record, made_on=made_on, stamp=str(stamp_of(record)))


def index(records: Sequence[Record], *, endings: Sequence[str], made_on: date) -> str:
    """The page that leads to every record, and says what each lacks."""
    made = environment(HERE).get_template("index.html.j2")
    return made.render(records=records, endings=endings, made_on=made_on)


def environment(folder: Path) -> Environment:
    """Templates of `folder`. Everything is escaped; a name that is not there is an error."""
    made = Environment(
        loader=FileSystemLoader([folder, HERE]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (HERE / "record.css").read_text("utf-8")
    made.globals["style"] = Markup(style)  # noqa: S704  ours, from the file beside
    made.filters |= {"day": said.day, "count": lambda number: f"{number:,}"}
    made.tests |= {
        "gap": lambda one: isinstance(one, Gap),
        "bullets": lambda one: isinstance(one, Bullets),
        "data": lambda one: isinstance(one, Table),
    }
    return made
