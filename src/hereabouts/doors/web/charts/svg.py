"""Writing SVG: every attribute and text is escaped here and nowhere else."""

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
    written = Markup("").join(
        Markup(' {}="{}"').format(_name(name), _value(value))
        for name, value in attributes.items()
        if value is not None
    )
    inside = Markup("").join(escape(part) for part in content)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(tag), written, inside)  # noqa: S704  # ours


def path(*commands: tuple[str, float, float]) -> str:
    """Path data from (letter, x, y)."""
    return "".join(f"{letter}{_value(x)} {_value(y)}" for letter, x, y in commands)


def _name(name: str) -> str:
    """Python's spelling of an attribute as SVG's."""
    if name == "viewBox":
        return name
    return name.rstrip("_").replace("_", "-")


def _value(value: Attribute) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(value)
