"""The quick validator gives the answer that jsonschema gives."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft201909Validator

import hereabouts.project
from hereabouts.project.json_schemas import json_schema
from hereabouts.project.quick_schema import validator
from hereabouts.project.scalars import typed
from hereabouts.project.yaml_text import read_yaml

BLANK = Path(hereabouts.project.__file__).parent / "starter/blank"
CONTRACTS = sorted(BLANK.rglob("contract.odcs.yaml"))
VALUES: st.SearchStrategy[Any] = st.sampled_from(
    ["x", "", 3, -1, 1.5, True, None, [], {}, [{}], {"name": "x"}, "date"]
)
KEYS = st.sampled_from(
    ["name", "logicalType", "metric", "mustBe", "to", "from", "type", "odd", "id"]
)


def contract(text: str) -> Any:
    document = read_yaml(text, path="a.yaml", problems=[])
    assert document is not None
    schema = json_schema("contract")
    return typed(document.data, schema=schema, root=schema)


def containers(piece: Any) -> Iterator[Any]:
    if isinstance(piece, dict | list):
        yield piece
        for inner in piece.values() if isinstance(piece, dict) else piece:
            yield from containers(inner)


@st.composite
def mangled(draw: st.DrawFn) -> Any:
    """A contract with up to three things taken out, changed or put in."""
    path = draw(st.sampled_from(CONTRACTS))
    found = copy.deepcopy(contract(path.read_text("utf-8")))
    for _ in range(draw(st.integers(1, 3))):
        container = draw(st.sampled_from(list(containers(found))))
        steps = list(container) if isinstance(container, dict) else list(range(len(container)))
        if draw(st.booleans()) and steps:
            step = draw(st.sampled_from(steps))
            container[step] = copy.deepcopy(draw(VALUES))
        elif isinstance(container, dict):
            container[draw(KEYS)] = copy.deepcopy(draw(VALUES))
        elif steps:
            del container[draw(st.sampled_from(steps))]
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mangled())
def test_it_agrees_with_jsonschema_about_any_contract(data: Any) -> None:
    standard = Draft201909Validator(json_schema("contract"))
    assert validator("contract").is_valid(data) == standard.is_valid(data)


@pytest.mark.real
def test_the_standards_own_examples_are_valid(shared_data: Path) -> None:
    folder = shared_data / "standards/odcs/docs/examples"
    paths = sorted(folder.rglob("*.odcs.yaml"))
    assert len(paths) >= 15
    for path in paths:
        faults = list(validator("contract").iter_errors(contract(path.read_text("utf-8"))))
        assert [fault.message for fault in faults] == [], path.name
