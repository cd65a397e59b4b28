"""Which files a project folder holds, and what each is for.

The file's path is its name: `indicators/stroke/within_30.yml` is the indicator
`stroke.within_30`. Hidden files and folders, `inbox/` and `docs/` are the partnership's own.
"""

import os
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hereabouts.errors import Location, ProjectError

NAME = re.compile(r"[a-z][a-z0-9_]*")
OWN_FOLDERS = frozenset({"inbox", "docs", "__pycache__"})
OWN_FILES = re.compile(r"\..*|[^/]*\.md|LICEN[CS]E[^/]*|NOTICE")
IN_A_PRODUCT = (
    "contract.odcs.yaml",
    "source.yml",
    "model.sql",
    "model.py",
    "convert.yml",
    "apply.yml",
    "examples.yml",
    "corrections.yml",
    "quality.yml",
    "product.lock.yml",
)
#: What each path is: kind, and a pattern whose groups are the name.
_PLACES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("place", re.compile(r"place\.yml")),
    ("glossary", re.compile(r"glossary\.yml")),
    ("dictionary", re.compile(r"dictionary\.yml")),
    ("notices", re.compile(r"notices\.yml")),
    ("organisations", re.compile(r"organisations\.yml")),
    ("purposes", re.compile(r"purposes\.yml")),
    ("maturity", re.compile(r"maturity\.yml")),
    ("agreement", re.compile(r"agreements/([^/]+)\.yml")),
    (
        "product",
        re.compile(r"products/([^/]+)/([^/]+)/(?:" + "|".join(map(re.escape, IN_A_PRODUCT)) + ")"),
    ),
    ("definition", re.compile(r"definitions/([^/]+)\.yml")),
    ("indicator", re.compile(r"indicators/([^/]+)/([^/]+)\.yml")),
    ("disclosure_policy", re.compile(r"policies/disclosure/([^/]+)\.yml")),
    ("retention_schedule", re.compile(r"policies/retention/([^/]+)\.yml")),
    ("hold", re.compile(r"policies/holds/([^/]+)\.yml")),
    ("pre_release", re.compile(r"policies/pre_release/([^/]+)\.yml")),
    ("access_policy", re.compile(r"policies/access/([^/]+)\.cedar")),
    ("access_test", re.compile(r"policies/access/([^/]+)_test\.yml")),
    ("page", re.compile(r"pages/([^/]+)\.yml")),
    ("neighbourhood_list", re.compile(r"neighbourhoods/[^/]+\.csv")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFile:
    """One file of the folder and what its path says it is."""

    path: str  # relative to the root, with forward slashes
    kind: str  # place, glossary, product, indicator, ...; stray when it is none
    name: tuple[str, ...]  # the parts of the path that name it

    @property
    def id(self) -> str:
        """`domain.product`, `theme.indicator`, or the one name."""
        return ".".join(self.name)


def list_files(root: Path) -> tuple[ProjectFile, ...]:
    """Every file that is not the partnership's own, sorted by path."""
    found = []
    for folder, folders, names in os.walk(root):
        inside = Path(folder).relative_to(root).as_posix()
        prefix = "" if inside == "." else f"{inside}/"
        folders[:] = [f for f in folders if not f.startswith(".") and f not in OWN_FOLDERS]
        found += [prefix + name for name in names if not _is_own(prefix, name)]
    return tuple(_recognised(path) for path in sorted(found))


def _is_own(prefix: str, name: str) -> bool:
    """Beside place.yml only YAML is judged: an export or a Makefile there misleads nobody."""
    at_the_root = not prefix and not name.endswith((".yml", ".yaml"))
    return at_the_root or OWN_FILES.fullmatch(name) is not None


@lru_cache(maxsize=100_000)
def _recognised(path: str) -> ProjectFile:
    for kind, pattern in _PLACES:
        if match := pattern.fullmatch(path):
            return ProjectFile(path=path, kind=kind, name=match.groups())
    return ProjectFile(path=path, kind="stray", name=())


def name_problems(file: ProjectFile) -> list[ProjectError]:
    """A problem for each part of the file's name that SQL could not use as it stands."""
    return [
        ProjectError(
            f"{part!r} cannot be a name",
            code="P116",
            do="rename it: small letters, digits and underscores, beginning with a letter",
            at=Location(file.path),
        )
        for part in file.name
        if not NAME.fullmatch(part)
    ]


def read_text(root: Path, path: str, *, problems: list[ProjectError]) -> str | None:
    """The text of a file, or None when it is not UTF-8 text; `problems` gains why."""
    try:
        return (root / path).read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        do, at = "save the file as UTF-8", Location(path, line)
        problems.append(ProjectError("this is not UTF-8 text", code="P117", do=do, at=at))
    except OSError as error:
        do, at = "check that the file is there and may be read", Location(path)
        reason = error.strerror or "unknown reason"
        problems.append(ProjectError(f"this cannot be read: {reason}", code="P118", do=do, at=at))
    return None
