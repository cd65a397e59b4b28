"""From indicators/<theme>/<indicator>.yml to the indicator."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hereabouts.errors import ProjectError
from hereabouts.model.indicator import Ages, Indicator, Measure, Method, PeriodOf, Polarity, Spc
from hereabouts.project.sql_condition import read_condition
from hereabouts.project.yaml_text import Document

Said = Mapping[str, Any]


def read_indicator(
    data: Said, document: Document, *, name: tuple[str, str], problems: list[ProjectError]
) -> Indicator | None:
    """The indicator that `data`, which fits its schema, declares; None when `problems` gained why.

    Args:
        data: the file's typed content.
        document: the same file's lines.
        name: theme and indicator, from the path.
        problems: gains a condition that cannot be read, and a period that ends before it starts.
    """
    before = len(problems)
    period = _period(data["period"], document, problems)
    for part in ("numerator", "denominator"):
        if "where" in data.get(part, {}):
            at = document.at(part, "where")
            read_condition(data[part]["where"], at=at, problems=problems)
    if len(problems) > before:
        return None
    return Indicator(
        theme=name[0],
        name=name[1],
        title=data["title"],
        short_title=data.get("short_title", data["title"]),
        why=data["why"],
        method=Method(data["method"]),
        numerator=_measure(data["numerator"]),
        denominator=_measure(data["denominator"]) if "denominator" in data else None,
        area_type=data["area"]["type"],
        area_column=data["area"]["column"],
        period=period,
        breakdown=data.get("breakdown"),
        multiplier=float(data.get("multiplier", 1)),
        unit=data["unit"],
        decimals=data.get("decimals", 0),
        better=Polarity(data.get("better", "neither")),
        area_types=tuple(data["area_types"]),
        policy=data["policy"],
        missing_areas_at_most=float(data.get("missing_areas_at_most", 0)),
        confidence=float(data.get("confidence", 0.95)),
        ages=Ages(**data["ages"]) if "ages" in data else None,
        compare_to=data.get("compare_to"),
        inequality=data.get("inequality"),
        spc=_spc(data.get("spc", False)),
        hot_spots=data.get("hot_spots", False),
        also_called=tuple(data.get("also_called", ())),
        at=document.at(),
    )


def _spc(said: Any) -> Spc | None:
    if isinstance(said, bool):
        return Spc() if said else None
    days = tuple(date.fromisoformat(day) for day in said.get("rebase", []))
    return Spc(rebase=days, target=said.get("target"))


def _measure(said: Said) -> Measure:
    return Measure(
        product=said["product"],
        sum=said.get("sum"),
        where=said.get("where"),
        of_all=said.get("of_all", False),
    )


def _period(said: Said, document: Document, problems: list[ProjectError]) -> PeriodOf:
    start, end = (date.fromisoformat(said[k]) if k in said else None for k in ("start", "end"))
    if start and end and end <= start:
        problems.append(
            ProjectError(
                f"the period ends on {end} and starts on {start}",
                code="P126",
                do="`end` is the day after the last day, so it is later than `start`",
                at=document.at("period", "end"),
            )
        )
    return PeriodOf(
        label=said.get("label"),
        start=start,
        end=end,
        start_column=said.get("start_column"),
        end_column=said.get("end_column"),
    )
