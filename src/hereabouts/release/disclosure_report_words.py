"""The disclosure report as people read and sign it, and as it is kept."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from hereabouts.release.disclosure_report import REASONS, reasons_of, total_of
from hereabouts.release.naming import bundle_name

Json = dict[str, Any]
WHY = {
    "by_its_publisher": "came hidden from its publisher",
    "few_people": "too few people live in the area",
    "dominance": "one contributor is most of it",
    "small_count": "a small count",
    "complement": "few are without the characteristic",
    "beside_others": "beside others, which it would give away",
}


def write_report(report: Json, folder: Path) -> None:
    """Write the report as JSON and Markdown into a folder that no door reads."""
    folder.mkdir(parents=True, exist_ok=True)
    name = bundle_name(report["release"], report["audience"])
    text = json.dumps(report, indent=2) + "\n"
    (folder / f"{name}.disclosure.json").write_text(text, encoding="utf-8")
    (folder / f"{name}.disclosure.md").write_text(report_in_words(report), encoding="utf-8")


def report_in_words(report: Json) -> str:
    """The report as Markdown."""
    parts = (_heading, _hidden, _lost, _policies, _attack, _signature)
    return "\n\n".join("\n".join(part(report)) for part in parts) + "\n"


def _heading(report: Json) -> Iterator[str]:
    yield f"# Disclosure report: {report['audience']} release {report['release']}"
    yield ""
    yield f"{report['place']}, made at {report['made_at']}. For internal use: it says where an"
    yield "attack came close. Do not publish it; what may be public is on the site."


def _hidden(report: Json) -> Iterator[str]:
    rows, hidden = total_of(report, "rows"), total_of(report, "hidden")
    yield "## What was hidden, and why"
    yield ""
    yield f"{hidden:,} of {rows:,} protected rows are hidden ({_percent(hidden, rows)})."
    yield ""
    counted = reasons_of(report)
    yield from _table(("because", "rows"), ((WHY[name], counted[name]) for name in REASONS))


def _lost(report: Json) -> Iterator[str]:
    yield "## By indicator and area type"
    yield ""
    heads = ("indicator", "area type", "rows", "hidden", "of rows", "of the total")
    reasons = [name.replace("_", " ") for name in REASONS]
    yield from _table(
        (*heads, "mean change by rounding", *reasons),
        (
            (
                row["indicator"],
                row["area_type"],
                row["rows"],
                row["hidden"],
                _percent(row["hidden"], row["rows"]),
                _share(row["share_of_total_hidden"]),
                _number(row["mean_change_by_rounding"]),
                *(row["why"][name] for name in REASONS),
            )
            for row in report["hidden"]
        ),
    )


def _policies(report: Json) -> Iterator[str]:
    yield "## Policies"
    yield ""
    yield from _table(
        ("policy", "scheme", "protects this audience", "approved by", "on", "to be reviewed"),
        (
            (
                one["title"],
                one["scheme"],
                "yes" if one["protects"] else "no",
                one["approved_by"],
                one["approved_on"] or "not said",
                f"{one['review_on'] or 'not said'}{' (overdue)' if one['overdue'] else ''}",
            )
            for one in report["policies"]
        ),
    )


def _attack(report: Json) -> Iterator[str]:
    said = report["attack"]
    before = ", ".join(map(str, said["held_against"])) or "none before it"
    yield "## Attack"
    yield ""
    yield f"Every hidden row was attacked from the published files, held against: {before}."
    yield f"Of {said['cells_hidden']:,} hidden rows {said['recovered_exactly']:,} can be worked out"
    yield f"exactly, and {said['narrower_than_policy']:,} more closely than their policy allows."
    yield ""
    yield from _table(
        ("indicators", "hidden", "exactly", "too closely"),
        (
            (
                ", ".join(one["indicators"]),
                one["cells_hidden"],
                one["recovered_exactly"],
                one["narrower_than_policy"],
            )
            for one in said["families"]
        ),
    )
    found = [at for one in said["families"] for at in one["addresses"]]
    if found:
        yield ""
        yield "Where (the first of each family):"
        yield ""
        yield from _table(tuple(found[0]), (tuple(at.values()) for at in found))


def _signature(report: Json) -> Iterator[str]:  # noqa: ARG001  every part is given the report
    yield "## Signed"
    yield ""
    yield "I have read this report, and this release may be shown to its audience."
    yield ""
    yield from _table(("name", "role", "date", "signature"), [("", "", "", "")])


def _table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield _line(heads)
    yield _line(["---"] * len(heads))
    yield from (_line(row) for row in rows)


def _line(cells: Sequence[Any]) -> str:
    said = (f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in cells)
    return f"| {' | '.join(cell.replace('|', '/').replace(chr(10), ' ') for cell in said)} |"


def _percent(part: int, whole: int) -> str:
    return _share(part / whole if whole else None)


def _share(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}%"


def _number(number: float | None) -> str:
    return "" if number is None else f"{number:.2f}"
