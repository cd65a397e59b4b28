"""YAML as text: every scalar stays as it was written, and every statement keeps its line.

Plain YAML turns the code `00012` into 10 and `NO` into false. Here the schema decides the
type afterwards (`typing.py`), so nothing is lost on the way.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from hereabouts.errors import Location, ProjectError

Step = str | int  # a key of a mapping, or a position in a list
DEEPEST = 40
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One YAML file: text, lists and mappings, and where each was written."""

    path: str  # relative to the project folder, with forward slashes
    data: Any  # str | list | dict, nested
    lines: Mapping[tuple[Step, ...], int]

    def at(self, *steps: Step) -> Location:
        """Where the statement at `steps` stands, or the nearest one around it."""
        while steps and steps not in self.lines:
            steps = steps[:-1]
        return Location(self.path, self.lines.get(steps, 1))


class _RefusedError(Exception):
    """Something in the file stops it from being read at all."""

    def __init__(self, problem: str, *, do: str, line: int) -> None:
        super().__init__(problem)
        self.problem, self.do, self.line = problem, do, line


def read_yaml(text: str, *, path: str, problems: list[ProjectError]) -> Document | None:
    """`text` as a document, or None when it cannot be read; `problems` gains what is wrong.

    A duplicate key is reported, and the first of the two is kept, so that the rest of the
    file can still be checked.
    """
    reading = _Reading(path=path, problems=problems)
    try:
        data = reading.document(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as problem:
        problems.append(_syntax_problem(problem, path=path))
        return None
    except _RefusedError as refused:
        at = Location(path, refused.line)
        problems.append(ProjectError(refused.problem, code="P101", do=refused.do, at=at))
        return None
    return Document(path=path, data=data, lines=reading.lines)


def _syntax_problem(problem: yaml.YAMLError, *, path: str) -> ProjectError:
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    words = getattr(problem, "problem", None) or getattr(problem, "reason", None) or "not YAML"
    return ProjectError(
        f"this is not YAML: {words}",
        code="P100",
        do="look at this line and the one above: indent with spaces, write `key: value`, "
        "and quote text that holds `: ` or ` #`",
        at=Location(path, mark.line + 1 if mark else None),
    )


class _Reading:
    """One pass over the parser's events."""

    def __init__(self, *, path: str, problems: list[ProjectError]) -> None:
        self.path, self.problems = path, problems
        self.lines: dict[tuple[Step, ...], int] = {}

    def document(self, events: Iterator[yaml.Event]) -> Any:
        data, started = None, False
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and started:
                raise _RefusedError(
                    "there are two YAML documents in one file",
                    do="keep the first, and give the second a file of its own",
                    line=_line(event),
                )
            if isinstance(event, yaml.DocumentStartEvent):
                started, data = True, self.value(next(events), events, ())
        if not started or data == "":
            raise _RefusedError(
                "the file is empty", do="write what it declares, or delete it", line=1
            )
        return data

    def value(
        self, event: yaml.Event, events: Iterator[yaml.Event], steps: tuple[Step, ...]
    ) -> Any:
        _refuse_what_hides(event)
        self.lines.setdefault(steps, _line(event))
        if len(steps) > DEEPEST:
            raise _RefusedError("this is nested too deeply", do="flatten it", line=_line(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(events, steps)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, steps)
        return str(event.value) if isinstance(event, yaml.ScalarEvent) else ""

    def sequence(self, events: Iterator[yaml.Event], steps: tuple[Step, ...]) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self.value(event, events, (*steps, len(items))))
        return items

    def mapping(self, events: Iterator[yaml.Event], steps: tuple[Step, ...]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            _refuse_what_hides(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise _RefusedError(
                    "a key here is not a word", do="write `key: value`", line=_line(event)
                )
            key = str(event.value)
            if key in found:
                self.problems.append(self.duplicate(key, event, (*steps, key)))
                _Reading(path=self.path, problems=[]).value(next(events), events, steps)
                continue
            self.lines[*steps, key] = _line(event)
            found[key] = self.value(next(events), events, (*steps, key))
        return found

    def duplicate(self, key: str, event: yaml.Event, steps: tuple[Step, ...]) -> ProjectError:
        return ProjectError(
            f"{key!r} is said twice; it was first said on line {self.lines[steps]}",
            code="P102",
            do="keep one of the two",
            at=Location(self.path, _line(event)),
        )


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line if event.start_mark else 0) + 1


def _refuse_what_hides(event: yaml.Event) -> None:
    """Anchors, aliases and tags make a file that cannot be read aloud."""
    if isinstance(event, yaml.AliasEvent):
        kind = "an alias (*)"
    elif getattr(event, "anchor", None):
        kind = "an anchor (&)"
    elif getattr(event, "tag", None):
        kind = "a tag (!)"
    else:
        return
    raise _RefusedError(
        f"{kind} is not used in a project folder",
        do="write the value out, or put the text in quotes",
        line=_line(event),
    )
