"""Pages taken apart into text and tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.static.tags import Tag, pieces

PIECES = (
    "<p>",
    "</p>",
    '<a href="/x?a=1&amp;b=2">',
    "<br>",
    "a < b",
    "é &amp; b",
    "<!-- <p> -->",
    "<",
)
MORE = ("<!DOCTYPE html>", '<i t="a > b">', "<script>if (a<b) '</p>'</script>", "\n", '"')


@given(st.lists(st.sampled_from([*PIECES, *MORE])))
def test_joined_again_they_are_the_page(parts: list[str]) -> None:
    text = "".join(parts)
    assert "".join(one if isinstance(one, str) else one.raw for one in pieces(text)) == text


@pytest.mark.parametrize(
    ("written", "attributes"),
    [
        ('<a href="/x?a=1&amp;b=2" download>', [("href", "/x?a=1&b=2"), ("download", None)]),
        ("<IMG SRC=/a/b.png alt=''>", [("src", "/a/b.png"), ("alt", "")]),
        ('<i title="a > b">', [("title", "a > b")]),
        ('<path d="M0 0"/>', [("d", "M0 0")]),
        ("<hr>", []),
    ],
)
def test_attributes_are_read_without_their_escapes(
    written: str, attributes: list[tuple[str, str | None]]
) -> None:
    (tag,) = pieces(written)
    assert isinstance(tag, Tag)
    assert tag.attributes == attributes
    assert tag.empty == written.endswith("/>")


def test_a_script_is_text_to_its_end() -> None:
    found = [one if isinstance(one, str) else one.name for one in pieces("<script>a<b</script><p>")]
    assert found == ["script", "a<b", "script", "p"]
