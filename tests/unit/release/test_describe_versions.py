"""Versions of contracts: said by each release in full, so that none has to be kept for them."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hereabouts.model.policy import Audience
from hereabouts.release.describe_versions import products_before, with_versions

MADE = "2026-11-29T00:00:00+00:00"


def product(version: str, *columns: str, **more: Any) -> dict[str, Any]:
    """`name:type` for each column."""
    split = [dict(zip(("name", "type"), one.split(":"), strict=True)) for one in columns]
    return {"id": "a.b", "version": version, "sensitivity": "open", "columns": split} | more


def released(after: dict[str, Any], before: Any, *, number: int) -> Any:
    known = {"a.b": before} if before else {}
    (said,) = with_versions([after], known, number=number, made_at=MADE)
    return said


def test_the_first_release_of_a_product_is_its_first_version() -> None:
    said = released(product("1.0.0", "x:string"), None, number=4)
    assert said["versions"] == [
        {"version": "1.0.0", "release": 4, "released_at": MADE, "changes": []}
    ]


def test_what_changed_is_said_of_the_version_that_changed_it() -> None:
    first = released(product("1.0.0", "x:string", "y:date"), None, number=1)
    again = released(product("1.0.0", "x:string", "y:date"), first, number=2)
    assert again["versions"] == first["versions"], "nothing changed"
    after = product("2.0.0", "x:integer", "z:date", sensitivity="internal")
    said = released(after, again, number=3)
    assert [one["version"] for one in said["versions"]] == ["2.0.0", "1.0.0"]
    assert said["versions"][0]["changes"] == [
        "column z is new",
        "column y is gone",
        "type of x: string before, integer now",
        "sensitivity: open before, internal now",
    ]


def test_columns_that_change_under_one_version_are_said_too() -> None:
    first = released(product("1.0.0", "x:string"), None, number=1)
    said = released(product("1.0.0", "x:string", "y:date"), first, number=2)
    assert [one["release"] for one in said["versions"]] == [2, 1]


def test_what_an_earlier_release_did_not_say_is_no_change() -> None:
    first = released(product("1.0.0", "x:string"), None, number=1)
    column = {"name": "x", "type": "string", "required": True}
    said = released(product("1.0.0") | {"columns": [column]}, first, number=2)
    assert len(said["versions"]) == 1


@given(st.lists(st.sampled_from(["1.0.0", "1.1.0", "2.0.0"]), min_size=1, max_size=80))
def test_the_newest_version_is_the_one_released_and_they_are_few(versions: list[str]) -> None:
    said: Any = None
    for number, version in enumerate(versions, start=1):
        said = released(product(version, "x:string"), said, number=number)
    assert said["versions"][0]["version"] == versions[-1]
    numbers = [one["release"] for one in said["versions"]]
    assert numbers == sorted(set(numbers), reverse=True)
    assert len(numbers) <= 50


def test_the_release_before_is_the_newest_of_the_same_audience(tmp_path: Path) -> None:
    for name in ("0001-open", "0002-internal", "0003-open", "0005-open"):
        (tmp_path / name).mkdir()
        said = {"products": [{"id": "a.b", "of": name}]}
        (tmp_path / name / "release.json").write_text(json.dumps(said), encoding="utf-8")
    (tmp_path / "0004-open").mkdir()
    before = products_before(tmp_path, audience=Audience.OPEN, number=5)
    assert before["a.b"]["of"] == "0003-open"
    assert products_before(tmp_path, audience=Audience.OPEN, number=1) == {}
