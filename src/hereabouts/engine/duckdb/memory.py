"""How much memory DuckDB may use before it spills to disk."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from hereabouts.errors import ProjectError

SHARE = 0.5  # the rest is for Python, for what writes tables, and for the page cache
LEAST = 256 << 20
#: Where Linux says what a container may use, by the two versions of control groups.
CONTROL_GROUPS = (
    Path("/sys/fs/cgroup/memory.max"),
    Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
)
_SIZE = re.compile(r"\d+(\.\d+)? ?([KMGT]i?B)")


def memory_limit(environ: Mapping[str, str] = os.environ) -> str | None:
    """The most memory that DuckDB uses of this machine before it works from disk.

    Said by HEREABOUTS_MEMORY_LIMIT, such as `3GB` or `1500MiB`; when not said, half of what the
    machine or its container has. Everything else that runs in the process needs up to 1 GB more.
    A build then takes longer, and needs room for its working in `.hereabouts`.

    Raises:
        ProjectError: P195 the setting is no size.
    """
    said = environ.get("HEREABOUTS_MEMORY_LIMIT", "").strip()
    if said and not _SIZE.fullmatch(said):
        raise ProjectError(
            "HEREABOUTS_MEMORY_LIMIT is not a size", code="P195", do="write it as in `3GB`"
        )
    return said or _share_of(available())


def available(control_groups: tuple[Path, ...] = CONTROL_GROUPS) -> int | None:
    """Bytes that the machine, or the container within it, has; None where nothing says so."""
    found = [size for size in (_machine(), *map(_control_group, control_groups)) if size]
    return min(found, default=None)


def _share_of(size: int | None) -> str | None:
    return f"{max(LEAST, int(size * SHARE)) >> 20}MiB" if size else None


def _machine() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return None


def _control_group(file: Path) -> int | None:
    try:
        said = file.read_text().strip()
    except OSError:
        return None
    return int(said) if said.isdigit() else None  # else `max`, which is no limit
