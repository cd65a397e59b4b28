"""Check that each catalogue of the site says every message that pages mark, and no other.

    python tools/check_messages.py          names what is wrong; 1 if anything is
    python tools/check_messages.py --list   lists the messages, for who makes a catalogue

Messages are the first words of `_`, `gettext`, `ngettext`, `both_forms` and `N_`: in templates as
Jinja's i18n extension finds them, in Python as its syntax tree has them.
"""

import ast
import re
import sys
from collections.abc import Iterator

from babel.messages.pofile import read_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

from hereabouts.doors.web.languages import LOCALES
from hereabouts.doors.web.templating import TEMPLATES
from hereabouts.model.observation import Marker

WEB = TEMPLATES.parent
MARKS = ("_", "gettext", "ngettext", "both_forms", "N_")
PLURALS = ("ngettext", "both_forms")
_PLACE = re.compile(r"%\((\w+)\)s")
#: A lone percent sign, or markup that the page would take for its own.
_BROKEN = re.compile(r"[<>\"]")

Message = tuple[str, ...]  # one form, or the singular and the plural


def messages() -> dict[Message, str]:
    """Every message that pages mark, and where first."""
    found: dict[Message, str] = {}
    for message, where in (*_of_templates(), *_of_python()):
        found.setdefault(message, where)
    for marker in Marker:
        found.setdefault((marker.words,), "model/observation.py")
    return found


def faults(language: str) -> list[str]:
    """What is wrong with one catalogue: lacking, left over, or with other places for values."""
    marked = messages()
    with (LOCALES / language / "hereabouts.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    said = {_forms(one.id): _forms(one.string) for one in catalogue if one.id}
    lacking = [f"{w}: no words for {m[0]!r}" for m, w in marked.items() if not all(said.get(m, ()))]
    lacking += [f"{w}: no words for {m[0]!r}" for m, w in marked.items() if m not in said]
    over = [f"no page says {m[0]!r}" for m in said if m not in marked]
    return lacking + over + [fault for pair in said.items() for fault in _unlike(*pair)]


def _unlike(message: Message, said: Message) -> Iterator[str]:
    places = set(_PLACE.findall(message[-1]))
    for form in filter(None, said):
        # A form for 1 or 2 may say the number as a word.
        other = set(_PLACE.findall(form)) ^ places
        if other - ({"num"} if len(said) > 1 else set()):
            yield f"{message[0]!r} has other places for values: {form!r}"
        if _BROKEN.search(form) and not _BROKEN.search(message[0]):
            yield f"{message[0]!r} has markup: {form!r}"


def _forms(said: object) -> Message:
    return (said,) if isinstance(said, str) else tuple(said)  # type: ignore[arg-type]


def _of_templates() -> Iterator[tuple[Message, str]]:
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    for path in sorted(TEMPLATES.rglob("*.html")):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        for line, name, words in extract_from_ast(tree, MARKS):
            forms = (words,) if isinstance(words, str) else words or ()
            wanted = tuple(filter(None, forms[: 2 if name in PLURALS else 1]))
            if wanted:
                yield wanted, f"{path.relative_to(WEB)}:{line}"


def _of_python() -> Iterator[tuple[Message, str]]:
    for path in sorted(WEB.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                name = node.func.id
                wanted = node.args[: 2 if name in PLURALS else 1] if name in MARKS else []
                words = [one.value for one in wanted if isinstance(one, ast.Constant)]
                if words and len(words) == len(wanted):
                    yield tuple(map(str, words)), f"{path.relative_to(WEB)}:{node.lineno}"


def main(arguments: list[str]) -> int:
    """List the messages, or name what is wrong."""
    if "--list" in arguments:
        print("\n".join(f"{where}\t{' | '.join(message)}" for message, where in messages().items()))
        return 0
    wrong = [fault for path in sorted(LOCALES.iterdir()) for fault in faults(path.name)]
    print("\n".join(wrong) or "every message has words")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
