"""A project's open site published as files: first, again unchanged, and after another release.

    python benchmarks/publish.py PROJECT_FOLDER [--area-types all] [--jobs 2] [--rounds 1]

The project is copied, and `hereabouts publish` is run on the copy as anybody would run it: into a
new folder, into the same folder again, and once more after `hereabouts release` of the same data.
Every link is checked by the command. Seconds are by the clock; seconds of processor are of the
command and its processes. The limits are six minutes for the first and half a minute for the
second.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.serving import cli

LIMITS = {"first": 360.0, "again": 30.0}


@dataclass(frozen=True, slots=True)
class Published:
    """One run of the command, and what it said that it had made."""

    seconds: float
    processor: float
    said: dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("--area-types", default="")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=1)
    said = parser.parse_args()
    print(f"load of the machine before: {os.getloadavg()[0]:.1f}", flush=True)
    print("| publication | s | processor, s | files | MB | written | of the limit |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for _round in range(said.rounds):
        with tempfile.TemporaryDirectory() as scratch:
            measure(Path(scratch), said)


def measure(scratch: Path, said: argparse.Namespace) -> None:
    """One round."""
    place = shutil.copytree(said.project, scratch / "place", symlinks=True)
    chosen = ["--area-types", said.area_types] if said.area_types else []
    chosen += ["--jobs", str(said.jobs), "--json"]
    command = cli("publish", str(scratch / "site"), "-C", str(place), *chosen)
    tell("first", run(command))
    tell("again", run(command))
    run(cli("release", "-C", str(place)))
    tell("another release", run(command))


def run(command: list[str]) -> Published:
    """Run a command to its end."""
    before, begun = _processor(), time.monotonic()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds = time.monotonic() - begun
    out = done.stdout.strip()
    return Published(seconds, _processor() - before, json.loads(out) if out[:1] == "{" else {})


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def tell(name: str, made: Published) -> None:
    """A row of the table."""
    limit = LIMITS.get(name)
    share = f"{made.seconds / limit:.2f}" if limit else ""
    print(
        f"| {name} | {made.seconds:.1f} | {made.processor:.1f} | {made.said['files']:,} |"
        f" {made.said['bytes'] / 1e6:,.0f} | {made.said['written']:,} | {share} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
