"""What writes packs: libraries that are an extra, `pip install 'hereabouts[pack]'`."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec

from hereabouts.errors import HereaboutsError


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: its media type, the library it needs, and our module that uses it."""

    kind: str
    library: str
    module: str


_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
#: By the ending of the file.
WRITERS: Mapping[str, Writer] = {
    "pdf": Writer("application/pdf", "typst", "pdf"),
    "pptx": Writer(_PPTX, "pptx", "pptx_file"),
}


def offered() -> tuple[str, ...]:
    """Endings of the files that can be made here."""
    return tuple(ending for ending, writer in WRITERS.items() if find_spec(writer.library))


def require(ending: str) -> None:
    """Refuse in words where the library that writes `ending` is absent.

    Raises:
        HereaboutsError: W313.
    """
    if find_spec(WRITERS[ending].library) is None:
        raise HereaboutsError(
            f"board packs as {ending.upper()} need a library that is not installed",
            code="W313",
            do="install hereabouts with its extra `pack`: pip install 'hereabouts[pack]'",
        )
