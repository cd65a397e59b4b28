"""A place with a release that is shown, and one that is under embargo."""

import json
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

KNOWN, COMING = "Stroke care in two lands", "What is coming"


def copy_with_embargo(small_place: Path, root: Path, *, until: datetime) -> Path:
    """A copy of the small place, and its release again as number 2, under embargo."""
    shutil.copytree(small_place, root, dirs_exist_ok=True)
    releases = root / ".hereabouts" / "releases"
    shutil.copytree(releases / "0001-open", releases / "0002-open")
    hold_back(root, until.isoformat())
    return root


def hold_back(root: Path, until: Any) -> None:
    """Have release 2 say another end of its embargo."""
    path = root / ".hereabouts" / "releases" / "0002-open" / "release.json"
    said = json.loads(path.read_text("utf-8"))
    said |= {"number": 2, "embargo": {"until": until, "why": ""}}
    said["place"]["title"] = COMING
    path.write_text(json.dumps(said), "utf-8")
