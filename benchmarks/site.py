"""Our site beside Superset, Streamlit and Dash, all showing 1,000 areas, and beside nginx.

    python benchmarks/site.py --rivals FOLDER [--rounds 3] [--seconds 4] [--only NAME ...]

In one run: bytes and requests of a cold visit, time until map and table are there with a processor
four times slower, bytes and time to change the indicator, cached pages a second, and memory. The
case is made up, from a seed (`site_case.py`). Every rival gets an environment of its own in FOLDER,
which is best outside the repository; one that cannot be installed or started is said to be missing.

Each server has one worker on one core, over loopback, one at a time but for memory; the load comes
from the other core. "Page" for the load is what a browser asks for first: ours holds the data, the
rivals' are shells that fetch it later, which favours them.

Needs nginx, wrk, taskset (Debian: nginx-light, wrk, util-linux) and chromium.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright

from benchmarks.serving import fetch, load, memory_of, running
from benchmarks.site_browser import ARGUMENTS, Visited, visit
from benchmarks.site_case import make_place, write_for_rivals
from benchmarks.site_rivals import ACCEPT, OURS, Contender, MissingError, nginx, ours, rivals

Found = dict[str, list[float]]

PAGE_GOAL, CHANGE_BYTES_GOAL, CHANGE_MS_GOAL = 150_000, 15_000, 100.0
NGINX_SHARE_GOAL, SUPERSET_TIMES_GOAL = 0.5, 20.0
ALTERNATIONS = 5  # of load on ours and on nginx


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rivals", type=Path, required=True, help="where they are installed")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--port", type=int, default=34820, help="the first of five")
    parser.add_argument("--only", nargs="*", choices=list(rivals()), default=list(rivals()))
    said = parser.parse_args()
    for tool in ("nginx", "wrk", "taskset", "chromium"):
        if shutil.which(tool) is None:
            raise SystemExit(f"this benchmark needs {tool}")
    with tempfile.TemporaryDirectory() as scratch:
        Path(scratch).chmod(0o755)
        run(said, Path(scratch))


def run(said: argparse.Namespace, scratch: Path) -> None:
    print(f"load of the machine before: {os.getloadavg()[0]:.1f}", flush=True)
    make_place(scratch / "place")
    write_for_rivals(scratch)
    us = ours(scratch, said.port)
    found: dict[str, Found] = {us.name: {}}
    body = measure(us, said, found[us.name])
    same = nginx(scratch, said.port + 1, body)
    found[same.name] = {}
    alternate((us, same), said, found)
    for name in said.only:
        try:
            rival = rivals()[name](said.rivals, scratch, said.port)
            mine: Found = {}
            measure(rival, said, mine)
            found[rival.name] = mine
        except MissingError as fault:
            print(f"{name} is not in this run: {fault}", flush=True)
    print(f"our page: {len(body):,} bytes by Brotli; {said.rounds} rounds")
    report(found)
    judge(found, us.name, same.name)


def measure(contender: Contender, said: argparse.Namespace, found: Found) -> bytes:
    """All figures of one contender, as lists of one figure a round; and its page as sent."""
    with running(
        contender.command,
        contender.url,
        wait=120,
        environment={**os.environ, **contender.environment},
    ) as process:
        body = fetch(contender.url, ACCEPT)
        for _ in range(said.rounds):
            if contender.ready:
                look(contender, found)
            if contender.name != OURS:
                _add(found, _loaded(contender, said))
        found["memory, MB"] = [memory_of(process.pid) / 1e6]
    print(f"{contender.name}: measured", flush=True)
    return body


def alternate(
    pair: tuple[Contender, Contender], said: argparse.Namespace, found: dict[str, Found]
) -> None:
    """Pages a second of ours and of nginx in turn, so that both meet the same machine."""
    us, same = pair
    environment = dict(os.environ)
    with (
        running(us.command, us.url, wait=120, environment=environment),
        running(same.command, same.url, environment=environment) as process,
    ):
        for _ in range(ALTERNATIONS):
            for contender in pair:
                _add(found[contender.name], _loaded(contender, said))
        found[same.name]["memory, MB"] = [memory_of(process.pid) / 1e6]


def _loaded(contender: Contender, said: argparse.Namespace) -> dict[str, float]:
    rate, p99 = load(contender.url, said.seconds, ACCEPT)
    return {"pages a second": rate, "p99 of a page, ms": p99}


def look(contender: Contender, found: Found) -> None:
    """One cold visit with a slow processor, and a change of indicator with one that is not."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        slow = visit(browser, contender, slower=4)
        plain = visit(browser, contender, slower=1)
        browser.close()
    _add(found, _cold(slow))
    _add(found, {"ready, not slowed, ms": plain.ready_ms})
    _add(found, {"change, bytes": plain.change_bytes, "change, ms": plain.change_ms})


def _cold(visited: Visited) -> dict[str, float]:
    return {
        "cold, bytes": visited.cold_bytes,
        "cold, requests": visited.requests,
        "ready, 4 times slower, ms": visited.ready_ms,
    }


def _add(found: Found, figures: dict[str, float]) -> None:
    for name, figure in figures.items():
        found.setdefault(name, []).append(figure)


def report(found: dict[str, Found]) -> None:
    """A row for each figure, a column for each contender."""
    names = list(dict.fromkeys(name for one in found.values() for name in one))
    print(f"| | {' | '.join(found)} |")
    print("|---" * (len(found) + 1) + "|")
    for name in names:
        cells = [_cell(one.get(name, [])) for one in found.values()]
        print(f"| {name} | {' | '.join(cells)} |")


def _cell(figures: list[float]) -> str:
    if not figures:
        return ""
    digits = 1 if max(figures) < 100 else 0
    middle = f"{statistics.median(figures):,.{digits}f}"
    if len(figures) == 1:
        return middle
    return f"{middle} ({min(figures):,.{digits}f} to {max(figures):,.{digits}f})"


def judge(found: dict[str, Found], us: str, same: str) -> None:
    """The goals of the design, and whether this run met them."""
    middle = {
        contender: {name: statistics.median(figures) for name, figures in one.items()}
        for contender, one in found.items()
    }
    mine = middle[us]
    rate = mine["pages a second"]
    ratios = [
        a / b
        for a, b in zip(found[us]["pages a second"], found[same]["pages a second"], strict=True)
    ]
    checks = [
        (mine["cold, bytes"], PAGE_GOAL, "bytes of a cold page", False),
        (mine["change, bytes"], CHANGE_BYTES_GOAL, "bytes to change the indicator", False),
        (mine["change, ms"], CHANGE_MS_GOAL, "ms to change the indicator", False),
        (statistics.median(ratios), NGINX_SHARE_GOAL, "of nginx's pages", True),
    ]
    if "Superset" in middle:
        times = rate / middle["Superset"]["pages a second"]
        checks.append((times, SUPERSET_TIMES_GOAL, "times Superset's pages", True))
    for figure, goal, words, least in checks:
        met = figure >= goal if least else figure <= goal
        bound = "at least" if least else "at most"
        said = "met" if met else "not met"
        print(f"goal: {bound} {goal:,g} {words}: {said}, {figure:,.2f}")


if __name__ == "__main__":
    main()
