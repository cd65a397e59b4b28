"""The house rules a linter cannot say."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import hereabouts

Function = ast.FunctionDef | ast.AsyncFunctionDef
SRC = Path(hereabouts.__file__).parent
FILES = sorted(path for path in SRC.rglob("*.py") if "starter" not in path.parts)
MAX_LINES = 300
MAX_FUNCTION = 40
VAGUE = re.compile(r"utils?|help\w+|misc|common|shared|tools|core|base|manager|v\d")


def functions() -> Iterator[tuple[Path, Function]]:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, Function):
                yield path, node


def code_lines(node: Function) -> int:
    """Lines of a function, less its docstring, which is free."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    doc = node.body[0] if ast.get_docstring(node) else None
    return lines - ((doc.end_lineno or 0) - doc.lineno + 1 if doc else 0)


def test_modules_fit_on_a_few_screens() -> None:
    long = [p for p in FILES if len(p.read_text("utf-8").splitlines()) > MAX_LINES]
    assert long == []


def test_functions_fit_on_one_screen() -> None:
    long = [
        f"{p.relative_to(SRC)}:{f.name}" for p, f in functions() if code_lines(f) > MAX_FUNCTION
    ]
    assert long == []


def test_no_module_is_named_for_having_no_subject() -> None:
    vague = [p for p in FILES if VAGUE.fullmatch(p.stem) or VAGUE.fullmatch(p.parent.name)]
    assert vague == []


def test_names_do_not_lie_about_returning() -> None:
    """`is_` and `has_` return bool."""
    wrong = [
        f"{p.name}:{f.name}"
        for p, f in functions()
        if re.match(r"_?(is|has)_", f.name)
        and ast.unparse(f.returns or ast.Constant(None)) not in {"bool", "Flags"}
    ]
    assert wrong == []


def test_shipped_code_never_asserts() -> None:
    """`python -O` removes asserts, and a disclosure check must not be removable."""
    asserting = [
        p
        for p in FILES
        if any(isinstance(n, ast.Assert) for n in ast.walk(ast.parse(p.read_text("utf-8"))))
    ]
    assert asserting == []


def test_each_code_means_one_thing() -> None:
    """A code may be raised in several places of one module or package, never in two subjects."""
    used: dict[str, set[str]] = {}
    for path in FILES:
        for code in re.findall(r'(?:code=|CODE = )"([A-Z]\d{3})"', path.read_text("utf-8")):
            used.setdefault(code, set()).add(path.relative_to(SRC).parts[0])
    assert {code: where for code, where in used.items() if len(where) > 1} == {}


def test_methods_name_their_source() -> None:
    """A statistic nobody can trace is an opinion."""
    unsourced = [
        f"{p.name}:{f.name}"
        for p, f in functions()
        if "statistics" in p.relative_to(SRC).parts
        and not f.name.startswith("_")
        and "Source:" not in (ast.get_docstring(f) or "")
    ]
    assert unsourced == []


def test_no_private_name_crosses_a_file() -> None:
    crossing = [
        f"{path.relative_to(SRC)}: {name.name}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("hereabouts")
        for name in node.names
        if name.name.startswith("_") and not name.name.startswith("__")
    ]
    assert crossing == []


def test_package_files_hold_a_docstring_and_at_most_a_list() -> None:
    allowed = (ast.Expr, ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign)
    full = [
        path
        for path in FILES
        if path.name == "__init__.py" and path.parent.name != "cli"
        for node in ast.parse(path.read_text("utf-8")).body
        if not isinstance(node, allowed)
    ]
    assert full == []
