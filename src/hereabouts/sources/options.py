"""Reading the options of a source: text in, typed values out."""

from hereabouts.errors import SourceError
from hereabouts.model.product import Source


def whole_number(source: Source, name: str, *, default: int) -> int:
    """An option that is a whole number, 0 or more.

    Raises:
        SourceError: S120 it is not.
    """
    text = source.options.get(name, "").strip()
    if not text:
        return default
    if not (text.isascii() and text.isdigit()):
        raise option_error(source, name, f"{name}: {default}", "is not a whole number")
    return int(text)


def nulls(source: Source) -> tuple[str, ...]:
    """What stands for nothing: the empty cell, and each line of the option `null`."""
    said = source.options.get("null", "").split("\n")
    return tuple(dict.fromkeys(["", *(text.strip() for text in said)]))


def option_error(source: Source, name: str, example: str, wrong: str) -> SourceError:
    """The refusal of an option, with an example of a good one."""
    return SourceError(
        f"`{name}` {wrong}", code="S120", do=f"write it as `{example}`", at=source.at
    )
