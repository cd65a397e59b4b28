"""YAML with its reasons: a key, its value, and why it was guessed, on one line."""

import json
import re
from collections.abc import Iterator, Mapping

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 _/().%-]*")
_LONGEST = 70  # characters of a list on one line


def scalar(value: object) -> str:
    """A value as YAML text that reads back as itself: plain where that is safe, else in quotes."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    is_plain = _PLAIN.fullmatch(text) and not text.endswith(" ")
    return text if is_plain else quoted(text)


def quoted(text: str) -> str:
    """Text in quotes. What a YAML file may not hold as it is, is written as its number."""
    said = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in said)


def in_flow(value: object) -> str:
    """A value inside brackets, where a comma or a bracket would end it."""
    text = scalar(value)
    is_plain = text.startswith('"') or not re.search(r"[,\[\]{}]", text)
    return text if is_plain else quoted(text)


def entry(key: str, value: object, *, why: str = "", indent: int = 0) -> Iterator[str]:
    """The lines of one key. A mapping or a long list takes several, its reason on the first."""
    start = f"{' ' * indent}{scalar(key)}:"
    comment = f"  # {comment_text(why)}" if why else ""
    if isinstance(value, Mapping):
        yield start + comment
        for name, inner in value.items():
            yield from entry(str(name), inner, indent=indent + 2)
    elif isinstance(value, list | tuple):
        flow = f"[{', '.join(map(in_flow, value))}]"
        if len(flow) <= _LONGEST:
            yield f"{start} {flow}{comment}"
        else:
            yield start + comment
            yield from (f"{' ' * (indent + 2)}- {scalar(item)}" for item in value)
    else:
        yield f"{start} {scalar(value)}{comment}"


def comment_text(words: str) -> str:
    """Words that stay in their comment: one line, and nothing that ends it."""
    return "".join(c for c in " ".join(words.split()) if c.isprintable())
