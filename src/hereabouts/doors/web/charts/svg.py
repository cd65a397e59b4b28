"""Writing SVG: every attribute and text is escaped here and nowhere else."""

from functools import lru_cache

from markupsafe import Markup, escape

Attribute = str | float | int | None


def element(tag: str, *content: Markup | str, **attributes: Attribute) -> Markup:
    """`<tag attributes>content</tag>`.

    Args:
        tag: the element's name.
        content: elements, or text to escape.
        attributes: `class_` for class, `stroke_width` for stroke-width; None leaves one out.
            Numbers are written to a tenth: no screen shows less.
    """
    # Joined as text, each part escaped: a page has hundreds, and formatting costs most of it.
    written = "".join(
        f' {_name(name)}="{escape(_value(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    inside = "".join(map(escape, content))
    return Markup(f"<{tag}{written}>{inside}</{tag}>")  # noqa: S704  # escaped above


def path(*commands: tuple[str, float, float]) -> str:
    """Path data from (letter, x, y)."""
    return "".join(f"{letter}{_value(x)} {_value(y)}" for letter, x, y in commands)


@lru_cache(maxsize=256)
def _name(name: str) -> str:
    """Python's spelling of an attribute as SVG's."""
    if name == "viewBox":
        return name
    return name.rstrip("_").replace("_", "-")


def _value(value: Attribute) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(value)
