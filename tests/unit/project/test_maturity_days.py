"""A topic of data maturity is judged once on a day."""

from collections.abc import Callable
from pathlib import Path


def test_a_topic_is_judged_once_on_a_day(place: Path, said: Callable[[], list[str]]) -> None:
    judged = "  - {assessed_on: 2026-05-01, level: 2, why: So it is., assessed_by: The board}\n"
    (place / "maturity.yml").write_text(f"ethics:\n{judged * 2}", "utf-8")
    (line,) = said()
    assert line == "maturity.yml:1 P542 'ethics' is judged twice on 2026-05-01"
