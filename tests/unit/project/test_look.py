"""The place's own logo and colour: what may be shown, and what is said of the rest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.project import load

Said = Callable[[], list[str]]

DRAWS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def _inside(words: str) -> bytes:
    return DRAWS.replace("<path", words + "<path").encode()


def _look(place: Path, *lines: str) -> None:
    told = place / "place.yml"
    text = told.read_text("utf-8").split("\nlook:", 1)[0].rstrip()
    told.write_text(text + "\nlook:\n" + "".join(f"  {line}\n" for line in lines), "utf-8")


def _problems(said: list[str]) -> list[str]:
    return [one.split(" ", 1)[1] for one in said]


def test_a_logo_is_read_with_what_it_is(place: Path, said: Said) -> None:
    (place / "logo.svg").write_text(DRAWS)
    _look(place, "logo: logo.svg")
    assert said() == []
    logo = load(place).place.look.logo
    assert logo is not None
    assert (logo.kind, logo.content) == ("image/svg+xml", DRAWS.encode())


def test_a_place_needs_no_logo(place: Path) -> None:
    assert load(place).place.look.logo is None


@pytest.mark.parametrize(
    "content",
    [
        _inside("<script>alert(1)</script>"),
        _inside('<x:script xmlns:x="http://www.w3.org/2000/svg"/>'),
        _inside('<g onload="alert(1)"/>'),
        _inside('<image href="https://elsewhere.example/x.png"/>'),
        _inside('<a xmlns:l="http://www.w3.org/1999/xlink" l:href="javascript:alert(1)"/>'),
        _inside("<style>@import 'https://elsewhere.example/x.css';</style>"),
        _inside("<style>g{fill:url(https://elsewhere.example)}</style>"),
        _inside("<foreignObject/>"),
        _inside('<set attributeName="href"/>'),
    ],
)
def test_a_picture_that_acts_is_refused(place: Path, said: Said, content: bytes) -> None:
    (place / "logo.svg").write_bytes(content)
    _look(place, "logo: logo.svg")
    assert _problems(said()) == ["P484 logo.svg holds a script or fetches something"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("logo.svg", b"<!DOCTYPE svg><svg/>", "has a document type"),
        ("logo.svg", b"<html/>", "is not an SVG picture"),
        ("logo.svg", b"<svg", "is not an SVG picture"),
        ("logo.svg", b"\xff\xfe\0", "is not an SVG picture"),
        ("logo.svg", DRAWS.encode() + b" " * 50_000, "is larger than 50,000 bytes"),
        ("logo.png", DRAWS.encode(), "is not a PNG picture"),
        ("logo.png", PNG, "is not a PNG picture"),
        ("logo.png", PNG + b"\0\0\xff\xff" + b"\0\0\0\x09", "is larger than 2,000 pixels"),
    ],
)
def test_what_is_no_small_picture_is_refused(
    place: Path, said: Said, name: str, content: bytes, problem: str
) -> None:
    (place / name).write_bytes(content)
    _look(place, f"logo: {name}")
    assert _problems(said()) == [f"P484 {name} {problem}"]


def test_a_logo_that_is_not_there_is_said_by_its_line(place: Path, said: Said) -> None:
    _look(place, "logo: logo.svg")
    lines = (place / "place.yml").read_text("utf-8").splitlines()
    assert said() == [f"place.yml:{len(lines)} P484 there is no logo.svg"]


def test_a_logo_is_not_fetched_from_outside_the_folder(place: Path, said: Said) -> None:
    outside = place.parent / "outside.svg"
    outside.write_text(DRAWS)
    (place / "logo.svg").symlink_to(outside)
    _look(place, "logo: logo.svg")
    assert _problems(said()) == ["P484 there is no logo.svg"]


@pytest.mark.parametrize("colour", ["#ffff00", "#ffffff", "#9acd32"])
def test_a_colour_that_can_hardly_be_seen_is_refused(place: Path, said: Said, colour: str) -> None:
    _look(place, f'colour: "{colour}"')
    (problem,) = said()
    assert f"P485 the colour {colour} can hardly be seen on white" in problem


@pytest.mark.parametrize("colour", ["#12436D", "#000000", "#c75300"])
def test_a_colour_that_is_seen_is_kept(place: Path, said: Said, colour: str) -> None:
    _look(place, f'colour: "{colour}"')
    assert said() == []
