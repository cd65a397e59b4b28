"""What is remembered so that it does not come back: marks of people and of files, never values."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hereabouts.govern.retention.marks import OURS_ALONE, existing_key, mark, secret_key

SUPPRESSED, DESTROYED = "suppressed.jsonl", "destroyed.jsonl"
FILE = "file"  # the kind of mark that a received file has


@dataclass(frozen=True, slots=True)
class Suppressed:
    """Marks of the people who were erased, by the shared field that they are known by."""

    key: bytes
    marks: Mapping[str, frozenset[str]]


def suppressed(home: Path) -> Suppressed | None:
    """Everybody who was erased; None when nobody was.

    Raises:
        GoverningError: G130 the key is not there.
    """
    listed = _read(home / SUPPRESSED)
    if not listed:
        return None
    marks: dict[str, set[str]] = {}
    for one in listed:
        marks.setdefault(one["field"], set()).add(one["mark"])
    return Suppressed(existing_key(home), {field: frozenset(said) for field, said in marks.items()})


def remember_suppressed(home: Path, field: str, normal_values: Iterable[str]) -> None:
    """Remember people by marks of their values, which are in their normal form."""
    key = secret_key(home)
    known = {(one["field"], one["mark"]) for one in _read(home / SUPPRESSED)}
    marks = sorted({mark(key, field, value) for value in normal_values})
    _append(
        home / SUPPRESSED, [{"field": field, "mark": m} for m in marks if (field, m) not in known]
    )


def remember_destroyed(home: Path, objects: Mapping[str, str]) -> None:
    """Remember received files, SHA-256 -> when they came, by marks."""
    key = secret_key(home)
    known = {one["mark"] for one in _read(home / DESTROYED)}
    said = [{"mark": mark(key, FILE, sha), "received_at": at} for sha, at in objects.items()]
    _append(home / DESTROYED, [one for one in said if one["mark"] not in known])


def destroyed_at(home: Path, sha256: str) -> str | None:
    """When a file that was destroyed had come; None when it was not destroyed."""
    listed = _read(home / DESTROYED)
    if not listed:
        return None
    key = existing_key(home)
    looked_for = mark(key, FILE, sha256)
    return next((one["received_at"] for one in listed if one["mark"] == looked_for), None)


def _read(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    whole, _, _ = path.read_text("utf-8").rpartition("\n")  # the end may be cut off by a crash
    return [json.loads(line) for line in whole.splitlines() if line]


def _append(path: Path, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    text = path.read_text("utf-8") if path.exists() else ""
    whole = text[: text.rfind("\n") + 1]
    unfinished = path.with_suffix(".part")
    handle = os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, OURS_ALONE)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(whole + "".join(json.dumps(row) + "\n" for row in rows))
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
