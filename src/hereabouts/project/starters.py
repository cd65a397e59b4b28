"""Write a new project folder from a starter."""

import json
import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from hereabouts.errors import ProjectError
from hereabouts.project.json_schemas import write_schemas
from hereabouts.project.names import advice

STARTERS = ("blank", "stroke")
_LEFT_OUT = re.compile(r"__pycache__|.*\.pyc|__init__\.py")


def write_new(folder: Path, *, starter: str, title: str | None = None) -> tuple[Path, ...]:
    """Write a starter's files, and schemas for editors, into an empty folder.

    Args:
        folder: made when it is not there. It may hold `.git` and nothing else.
        starter: `blank` (a small made-up place) or `stroke` (the demo).
        title: what to call the place instead of the starter's title.

    Returns:
        The starter's files as written, sorted.

    Raises:
        ProjectError: P132 the folder is not empty; P133 there is no such starter; P134 it
            cannot be written to.
    """
    if starter not in STARTERS:
        do = advice(starter, known=STARTERS)
        raise ProjectError(f"there is no starter {starter!r}", code="P133", do=do)
    try:
        _refuse_a_used_folder(folder)
        written = tuple(sorted(_copy(files("hereabouts.project") / "starter" / starter, folder)))
        if title:
            _retitle(folder / "place.yml", title)
        write_schemas(folder)
    except OSError as error:
        raise ProjectError(
            f"the folder {folder} cannot be written to: {error.strerror or 'unknown reason'}",
            code="P134",
            do="choose a folder that you may write to, on a disk with room",
        ) from error
    return written


def _refuse_a_used_folder(folder: Path) -> None:
    is_used = folder.exists() and (
        not folder.is_dir() or any(path.name != ".git" for path in folder.iterdir())
    )
    if is_used:
        raise ProjectError(
            f"the folder {folder} is not empty",
            code="P132",
            do="name a folder that is new or empty; nothing was written",
        )


def _copy(source: Traversable, target: Path) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for item in source.iterdir():
        if _LEFT_OUT.fullmatch(item.name):
            continue
        if item.is_dir():
            written += _copy(item, target / item.name)
        else:
            (target / item.name).write_bytes(item.read_bytes())
            written.append(target / item.name)
    return written


def _retitle(place: Path, title: str) -> None:
    text = place.read_text("utf-8")
    quoted = json.dumps(title, ensure_ascii=False)  # JSON text is YAML text in quotes
    place.write_text(
        re.sub(r"(?m)^title:.*$", lambda _: f"title: {quoted}", text, count=1), encoding="utf-8"
    )
