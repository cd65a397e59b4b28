"""Writing SVG: nothing that is put in gets out of its place."""

from markupsafe import Markup

from hereabouts.doors.web.charts.svg import element, path


def test_text_and_attributes_are_escaped() -> None:
    made = element("text", '<script>alert("1")</script>', class_='"><script>', x=1.25)
    assert made == (
        '<text class="&#34;&gt;&lt;script&gt;" x="1.2">'
        "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;</text>"
    )


def test_elements_inside_are_kept_as_they_are_and_none_is_left_out() -> None:
    inside = element("title", "A & B")
    assert element("svg", inside, viewBox="0 0 1 1", aria_hidden="true", fill=None) == Markup(
        '<svg viewBox="0 0 1 1" aria-hidden="true"><title>A &amp; B</title></svg>'
    )


def test_braces_in_text_are_only_braces() -> None:
    assert element("text", "{0} {name}", id="{x}") == '<text id="{x}">{0} {name}</text>'


def test_paths_are_written_to_a_tenth() -> None:
    assert path(("M", 0.0, 1.04), ("L", 10.06, -3.0)) == "M0 1L10.1 -3"
