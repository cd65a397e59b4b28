"""A pack as a tagged PDF (PDF/UA-1): headings, tables, lists and pictures that say what they are.

Imported when a pack is made: typst is an extra, and pages need none of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
import typst
from typst import Fonts, TypstError

from hereabouts.doors.web.board_pack.contents import IndicatorPage, Pack, plain
from hereabouts.doors.web.files.covers import MADE_UP
from hereabouts.doors.web.pictures.letters import FOLDER
from hereabouts.doors.web.pictures.png import NEAREST

TEMPLATE = Path(__file__).with_name("pack.typ")
STANDARDS = ("ua-1",)
FONT = "Roboto"


def write(pack: Pack) -> bytes:
    """The same bytes for the same pack, wherever it is made.

    Words in letters that our font lacks take those of the machine's fonts. The file is then
    tagged all the same, but does not claim PDF/UA, which wants every letter drawn.
    """
    try:
        return _compiled(pack, standards=STANDARDS)
    except TypstError as problem:
        if "could not be displayed" not in problem.message:
            raise
        return _compiled(pack, standards=())


def _compiled(pack: Pack, *, standards: Sequence[str]) -> bytes:
    # The template can read these files, and nothing else.
    files = {"main.typ": TEMPLATE.read_bytes(), "pack.json": orjson.dumps(_said(pack))}
    for at, page in enumerate(pack.pages):
        for drawing, file in zip(page.drawings, _files(at, page), strict=True):
            files[file] = drawing.svg.translate(NEAREST).encode()
    made = typst.compile(
        files,  # type: ignore[call-overload]  # its stub has no files by name
        font_paths=_fonts(own=bool(standards)),
        pdf_standards=list(standards),
        timestamp=pack.made_at,
    )
    return bytes(made)


@lru_cache(maxsize=2)
def _fonts(*, own: bool) -> Any:
    """Ours alone, so that every machine draws the same; or the machine's beside them."""
    return Fonts(include_system_fonts=not own, font_paths=[str(FOLDER)])


def _said(pack: Pack) -> Mapping[str, Any]:
    """What the template is told."""
    said = asdict(pack)
    for at, page in enumerate(pack.pages):
        said["pages"][at]["drawings"] = [
            {"caption": one.caption, "alt": one.alt, "file": file}
            for one, file in zip(page.drawings, _files(at, page), strict=True)
        ]
    made = pack.made_at
    said |= {
        "fonts": [FONT],
        "made_up": MADE_UP,
        "author": pack.organisation or pack.place,
        "date": {"year": made.year, "month": made.month, "day": made.day},
    }
    found: Mapping[str, Any] = _plain(said)
    return found


def _plain(said: Any) -> Any:
    """The same without control letters."""
    if isinstance(said, str):
        return plain(said)
    if isinstance(said, Mapping):
        return {name: _plain(value) for name, value in said.items() if name != "made_at"}
    return [_plain(one) for one in said] if isinstance(said, list | tuple) else said


def _files(at: int, page: IndicatorPage) -> list[str]:
    """What the page's drawings are called for the template."""
    return [f"drawing-{at}-{number}.svg" for number in range(len(page.drawings))]
