"""The libraries that packs need, which are an extra: `pip install hereabouts[pack]`."""

from importlib.util import find_spec

from hereabouts.errors import HereaboutsError

#: Ending of the file -> the library that writes it.
WRITTEN_BY = {"pdf": "typst", "pptx": "pptx"}


def offered() -> tuple[str, ...]:
    """Endings of the files that can be made here."""
    return tuple(ending for ending, library in WRITTEN_BY.items() if find_spec(library))


def require(ending: str) -> None:
    """Refuse in words where the library that writes `ending` is absent.

    Raises:
        HereaboutsError: W313.
    """
    if find_spec(WRITTEN_BY[ending]) is None:
        raise HereaboutsError(
            f"board packs as {ending.upper()} need a library that is not installed",
            code="W313",
            do="install hereabouts with its extra `pack`: pip install 'hereabouts[pack]'",
        )
