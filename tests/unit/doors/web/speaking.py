"""A small release of a place that speaks the languages a test wants."""

import json
from pathlib import Path

from tests.unit.doors.small_release import build_small_release


def speak(root: Path, *languages: str) -> Path:
    """A project folder with a release of a place that speaks `languages`."""
    told = build_small_release(root) / "release.json"
    said = json.loads(told.read_text(encoding="utf-8"))
    said["place"]["languages"] = languages
    told.write_text(json.dumps(said), encoding="utf-8")
    return root
