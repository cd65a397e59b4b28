"""150 requests a second over 500 different pages for 5 minutes, with a release in the middle.

    python benchmarks/release_moment.py PROJECT_FOLDER [--rate 150] [--seconds 300] [--port 34820]

The project is copied, served by `hereabouts serve`, and released again by `hereabouts release`
while readers ask. Addresses are the site's own: areas, indicators, pages of rankings, the API,
and pieces of tile files. Each is asked once before the clock starts, as by the readers of
yesterday. Requests leave at a constant rate whatever comes back, and a time is from the moment a
request was to leave: what waits behind a slow answer is not left out. Nothing in an answer may be
an error: any status but 200 or 206, or an answer cut short, counts.
"""

import argparse
import asyncio
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.release_addresses import Address, find_addresses
from benchmarks.serving import answered, cli, memory_of, running

GOAL_MS = 200.0
SLOWEST = 60.0  # seconds until an answer counts as never come
#: A connection that nobody used for so many seconds is left: servers close one after five.
IDLE = 3.0


@dataclass(frozen=True, slots=True)
class Answered:
    """One request: when it was to leave and how long until its last byte, in seconds."""

    left: float
    took: float
    wrong: str  # empty where the answer was right
    kind: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("--rate", type=int, default=150)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--port", type=int, default=34820)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "place"
        shutil.copytree(said.project, place, symlinks=True)
        site = f"http://127.0.0.1:{said.port}"
        serve = cli("serve", "-C", str(place), "--port", str(said.port))
        with running(serve, f"{site}/health", wait=60) as process:
            addresses = find_addresses(site)
            print(_described(addresses), flush=True)
            print(f"load of the machine before: {os.getloadavg()[0]:.1f}", flush=True)
            moment = Moment(said, place, addresses)
            asyncio.run(moment.run())
            memory = memory_of(process.pid)
        moment.report()
        print(f"memory of the site at the end: {memory / 1e6:,.0f} MB (PSS)")


def _described(addresses: list[Address]) -> str:
    kinds = sorted({address.kind for address in addresses})
    counts = (f"{sum(a.kind == kind for a in addresses)} {kind}" for kind in kinds)
    return f"{len(addresses)} addresses: {', '.join(counts)}"


Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Moment:
    """The load, and the release in the middle of it."""

    def __init__(self, said: argparse.Namespace, place: Path, addresses: list[Address]) -> None:
        self._said, self._place, self._addresses = said, place, addresses
        self._free: list[tuple[float, Connection]] = []
        self.answers: list[Answered] = []
        self._began = self._ended = 0.0
        self._from = 0.0

    async def run(self) -> None:
        """Ask on, for as long as was said."""
        chosen = random.Random(20261128)  # noqa: S311  the same order each time
        self._from = time.monotonic() + 1.0
        releasing = asyncio.create_task(self._release(self._said.seconds / 3))
        asking = []
        for number in range(self._said.rate * self._said.seconds):
            leaves = self._from + number / self._said.rate
            await asyncio.sleep(max(0.0, leaves - time.monotonic()))
            asking.append(asyncio.create_task(self._ask(chosen.choice(self._addresses), leaves)))
        await asyncio.gather(*asking)
        await releasing

    async def _release(self, after: float) -> None:
        await asyncio.sleep(after + 1.0)
        self._began = time.monotonic()
        made = await asyncio.create_subprocess_exec(
            *cli("release", "-C", str(self._place)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        _out, words = await made.communicate()
        self._ended = time.monotonic()
        if made.returncode != 0:
            raise SystemExit(f"the release failed: {words.decode()}")

    async def _ask(self, address: Address, leaves: float) -> None:
        try:
            async with asyncio.timeout(SLOWEST):
                status = await self._talk(address)
            wrong = "" if status in (200, 206) else f"status {status}"
        except (OSError, EOFError, TimeoutError, ValueError) as fault:
            wrong = type(fault).__name__
        took = time.monotonic() - leaves
        self.answers.append(Answered(leaves, took, wrong, address.kind))

    async def _talk(self, address: Address) -> int:
        """One request, on a connection that is kept; its status."""
        reader, writer = self._kept() or await self._connect()
        try:
            writer.write(address.request)
            status = await answered(reader)
        except BaseException:
            writer.close()
            raise
        self._free.append((time.monotonic(), (reader, writer)))
        return status

    def _kept(self) -> Connection | None:
        """The connection that was used last, if it is not too long ago."""
        if not self._free:
            return None
        used, connection = self._free.pop()
        if time.monotonic() - used < IDLE:
            return connection
        for _used, (_reader, writer) in [*self._free, (used, connection)]:
            writer.close()
        self._free.clear()
        return None

    async def _connect(self) -> Connection:
        return await asyncio.open_connection("127.0.0.1", self._said.port, limit=2**24)

    def report(self) -> None:
        """Before, while it was made, and after; and the goal beside all of it."""
        print(f"release made in {self._ended - self._began:.0f} s")
        print("| when | requests | p50, ms | p95, ms | p99, ms | most, ms | errors |")
        print("|---|---|---|---|---|---|---|")
        spans = {
            "before the release": (0.0, self._began),
            "while it is made": (self._began, self._ended),
            "the minute after": (self._ended, self._ended + 60),
            "later": (self._ended + 60, float("inf")),
            "all": (0.0, float("inf")),
        }
        for name, (first, last) in spans.items():
            self._row(name, [one for one in self.answers if first <= one.left < last])
        for kind in sorted({one.kind for one in self.answers}):
            self._row(f"all, {kind}", [one for one in self.answers if one.kind == kind])
        p95 = percentile([one.took for one in self.answers], 95)
        wrong = sorted({one.wrong for one in self.answers if one.wrong})
        met = "met" if p95 < GOAL_MS and not wrong else "not met"
        print(f"goal: p95 under {GOAL_MS:.0f} ms and no error: {met} {', '.join(wrong)}")

    def _row(self, name: str, answers: list[Answered]) -> None:
        if not answers:
            return
        took = [one.took for one in answers]
        figures = " | ".join(f"{percentile(took, share):,.1f}" for share in (50, 95, 99, 100))
        errors = sum(bool(one.wrong) for one in answers)
        print(f"| {name} | {len(answers):,} | {figures} | {errors} |")


def percentile(took: list[float], share: int) -> float:
    """In milliseconds: the least time that so many percent of requests did not exceed."""
    ordered = sorted(took)
    return ordered[min(len(ordered) - 1, max(0, -(-len(ordered) * share // 100) - 1))] * 1000


if __name__ == "__main__":
    main()
