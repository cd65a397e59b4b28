"""Run the golden tests of statistics, and print what they compared with published figures.

Run: python -m tools.prove_statistics. It also writes the table into the page
docs/explanation/statistics-proved.md, between the two lines that say so.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "explanation" / "statistics-proved.md"
TESTS = sorted(str(path) for path in (ROOT / "tests" / "golden").glob("test_published_*.py"))
START, END = "<!-- counted by tools/prove_statistics.py -->", "<!-- to here -->"
HEAD = (
    "| file | what | cases | figures | labels | within | furthest off | of | test |\n"
    "|---|---|---:|---:|---:|---:|---:|---|---|"
)


class Account:
    """What each test said it had compared, in the order of the tests."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, dict[str, Any]]] = []
        self.skipped = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what a finished test has said."""
        self.skipped += report.skipped
        file = Path(report.nodeid.split("::")[0]).stem.removeprefix("test_published_")
        for name, said in report.user_properties:
            if report.when == "teardown" and name == "compared" and isinstance(said, dict):
                self.lines.append((file, said))


def main() -> int:
    """Run, print and write; 1 if a test failed or was skipped."""
    account = Account()
    failed = pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:randomly", *TESTS], [account])
    if failed or account.skipped:
        print(f"{account.skipped} tests were skipped; nothing was written")
        return 1
    table = "\n".join(rows(account.lines))
    print(table)
    before, _, rest = PAGE.read_text("utf-8").partition(START)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{START}\n{table}\n{END}{after}", encoding="utf-8")
    return 0


def rows(lines: list[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    """The table: one row for each thing of each file, and a total."""
    yield HEAD
    for test, said in lines:
        figures, labels = (
            f"{said[name]:,}" if said[name] else "" for name in ("figures", "labels")
        )
        near = f"{said['within']:.0e} | {said['furthest']:.0e} | {said['of']}" if figures else "| |"
        counted = f"{said['cases']:,} | {figures} | {labels}"
        yield f"| `{said['source']}` | {said['what']} | {counted} | {near} | {test} |"
    figures, labels = (sum(said[name] for _, said in lines) for name in ("figures", "labels"))
    yield f"| **all** | | | **{figures:,}** | **{labels:,}** | | | | |"


if __name__ == "__main__":
    sys.exit(main())
