"""What was told and what is yet to be sent, kept between runs in `.hereabouts/notices.json`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hereabouts.model.notices import Event
from hereabouts.pipeline.notices.notice import Notice, kept_notice
from hereabouts.pipeline.notices.standing import Standing

NAME = "notices.json"
MOST_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """A notice that has not reached one of those it is for."""

    notice: Notice
    channel: str
    runs: int  # in which it was tried


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last run left."""

    standing: Standing
    waiting: tuple[Waiting, ...]


def read_memory(home: Path) -> Memory:
    """What the last run left; nothing where there was none, or it cannot be read."""
    try:
        said = json.loads((home / NAME).read_text("utf-8"))
        standing = {
            str(product): frozenset(Event(event) for event in events)
            for product, events in said["standing"].items()
        }
        waiting = tuple(
            Waiting(kept_notice(one["notice"]), str(one["channel"]), int(one["runs"]))
            for one in said["waiting"]
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Memory({}, ())
    return Memory(standing, waiting)


def write_memory(home: Path, memory: Memory) -> None:
    """Keep it for the next run, whole or not at all; the oldest of too many are let go."""
    said = {
        "standing": _standing(memory.standing),
        "waiting": [
            {"notice": one.notice.kept, "channel": one.channel, "runs": one.runs}
            for one in memory.waiting[-MOST_KEPT:]
        ],
    }
    write_json(home / NAME, said)


def write_json(path: Path, said: Mapping[str, Any]) -> None:
    """Write a small file of JSON, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    unfinished.replace(path)


def _standing(standing: Standing) -> dict[str, list[str]]:
    return {product: sorted(events) for product, events in standing.items() if events}
