"""`.hereabouts/run.json`: the last run, the next, and when each source was asked.

A monitor reads it: `outcome` of the last run, and `next_run`, which is in the past by more than
one interval only when nothing runs any more.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hereabouts.pipeline.keep_fresh.schedule import Asked
from hereabouts.pipeline.notices.waiting import write_json

NAME = "run.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFile:
    """What one run leaves for the next."""

    asked: Mapping[str, Asked] = field(default_factory=dict)
    failing: Mapping[str, str] = field(default_factory=dict)  # product -> code of its error
    failures: int = 0  # runs in a row that could not be made at all


def read_run_file(home: Path) -> RunFile:
    """What the last run left; nothing where there was none, or it cannot be read."""
    try:
        said = json.loads((home / NAME).read_text("utf-8"))
        return RunFile(
            asked={str(product): _asked(one) for product, one in said["asked"].items()},
            failing={str(product): str(code) for product, code in said["failing"].items()},
            failures=int(said["failures"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return RunFile()


def write_run_file(home: Path, kept: RunFile, *, report: Mapping[str, Any]) -> None:
    """Leave `kept` for the next run and `report`, whose keys stand first, for monitors."""
    said = {
        **report,
        "failures": kept.failures,
        "failing": dict(kept.failing),
        "asked": {
            product: {
                "at": one.at.isoformat(),
                "source": one.source,
                "failures": one.failures,
                "code": one.code,
            }
            for product, one in kept.asked.items()
        },
    }
    write_json(home / NAME, said)


def _asked(said: Mapping[str, Any]) -> Asked:
    return Asked(
        at=datetime.fromisoformat(said["at"]).astimezone(UTC),
        source=str(said["source"]),
        failures=int(said["failures"]),
        code=str(said.get("code", "")),
    )
