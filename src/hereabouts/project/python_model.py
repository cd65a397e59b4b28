"""Read a Python model without running it: its INPUTS, and that it has a function `model`."""

import ast
import re

from hereabouts.errors import Location, ProjectError
from hereabouts.project.sql_model import Read

_PRODUCT = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*|received")


def read_python(text: str, *, path: str, problems: list[ProjectError]) -> tuple[Read, ...]:
    """The tables that `INPUTS` names, in its order, with their lines."""
    try:
        module = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        reason = getattr(error, "msg", None) or "it holds a null byte"
        problems.append(_fault(f"this is not Python: {reason}", path=path, line=line))
        return ()
    if not any(isinstance(n, ast.FunctionDef) and n.name == "model" for n in module.body):
        problems.append(_fault("there is no function `model`", path=path, line=1))
    inputs = _inputs(module)
    if inputs is None:
        problems.append(_fault("there is no INPUTS of plain product names", path=path, line=1))
        return ()
    for read in inputs:
        if not _PRODUCT.fullmatch(read.table):
            problem = f"the input {read.table!r} is not written as domain.product"
            problems.append(_fault(problem, path=path, line=read.line))
    return inputs


def _inputs(module: ast.Module) -> tuple[Read, ...] | None:
    """What stands in `INPUTS = (...)` at the top of the module; None when it is not that."""
    for statement in module.body:
        if isinstance(statement, ast.Assign):
            targets, value = statement.targets, statement.value
        elif isinstance(statement, ast.AnnAssign) and statement.value:
            targets, value = [statement.target], statement.value
        else:
            continue
        if any(isinstance(t, ast.Name) and t.id == "INPUTS" for t in targets):
            return _texts(value)
    return None


def _texts(value: ast.expr) -> tuple[Read, ...] | None:
    if not isinstance(value, ast.Tuple | ast.List):
        return None
    reads = []
    for element in value.elts:
        if not isinstance(element, ast.Constant) or not isinstance(element.value, str):
            return None
        reads.append(Read(table=element.value, line=element.lineno))
    return tuple(reads)


def _fault(problem: str, *, path: str, line: int) -> ProjectError:
    return ProjectError(
        problem,
        code="P114",
        do='write `INPUTS = ("domain.product",)` and `def model(tables):` at the top level',
        at=Location(path, line),
    )
