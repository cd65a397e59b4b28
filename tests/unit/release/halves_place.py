"""The blank starter with who joined a library, by halves of a year and by the year."""

from pathlib import Path

from tests.unit.release.threshold_place import POLICY, THRESHOLD, code

_COLUMNS = (
    ("area_code", "string", "primaryKey: true, primaryKeyPosition: 1"),
    ("starts_on", "date", "primaryKey: true, primaryKeyPosition: 2"),
    ("ends_on", "date", ""),
    ("joined_count", "integer", "customProperties: [{property: unit, value: people}]"),
)
_INDICATOR = """title: People who joined a library, {name}
short_title: Joined, {name}
why: Made up.
method: count
numerator: {{product: library.joined, sum: joined_count}}
area: {{type: area, column: area_code}}
period: {period}
unit: people
decimals: 0
better: higher
area_types: [area, district]
policy: small_counts
"""
HALVES = (("2025-01-01", "2025-07-01"), ("2025-07-01", "2026-01-01"))


def declare(place: Path, first: tuple[int, ...], second: tuple[int, ...]) -> None:
    """So many joined in each of twelve areas in the first half of 2025, and in the second."""
    (place / POLICY).write_text(THRESHOLD, encoding="utf-8")
    lines = [
        f"{code(area)},{start},{end},{count}"
        for (start, end), counts in zip(HALVES, (first, second), strict=True)
        for area, count in enumerate(counts, 1)
    ]
    text = "\n".join(["area_code,starts_on,ends_on,joined_count", *lines])
    (place / "inbox/joined.csv").write_text(text + "\n", encoding="utf-8")
    folder = place / "products/library/joined"
    folder.mkdir(parents=True)
    (folder / "source.yml").write_text("kind: csv\npath: inbox/joined.csv\n", encoding="utf-8")
    (folder / "contract.odcs.yaml").write_text(_contract(place), encoding="utf-8")
    periods = {
        "half": "{start_column: starts_on, end_column: ends_on}",
        "year": "{label: 2025, start: 2025-01-01, end: 2026-01-01}",
    }
    for name, period in periods.items():
        path = place / f"indicators/library/joined_{name}.yml"
        path.write_text(_INDICATOR.format(name=name, period=period), encoding="utf-8")


def _contract(place: Path) -> str:
    """As that of the members, with other columns."""
    text = (place / "products/library/membership/contract.odcs.yaml").read_text("utf-8")
    head, rest = text.split("    properties:\n", 1)
    tail = rest[rest.index("slaProperties:") :]
    for old, new in (
        ("library-membership", "library-joined"),
        ("Library membership", "Who joined a library"),
        ("name: membership", "name: joined"),
        ("One row per small area, on 31 December 2025", "One row per small area and half year"),
    ):
        head = head.replace(old, new)
    columns = [
        f"      - {{name: {name}, physicalName: {name}, businessName: {name}, logicalType: {kind},"
        f" required: true{', ' if more else ''}{more}}}\n"
        for name, kind, more in _COLUMNS
    ]
    return head + "    properties:\n" + "".join(columns) + tail
