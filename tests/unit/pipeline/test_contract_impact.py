"""Whom a change breaks: found by reading the folder, not by a list that somebody keeps."""

from pathlib import Path

import pytest

from hereabouts.errors import ProjectError
from hereabouts.pipeline.contract_versions import ContractChanges, changes_between

MEMBERSHIP = "products/library/membership/contract.odcs.yaml"
AREA = "products/geography/area/contract.odcs.yaml"

CHAIN = """apiVersion: v3.2.0
kind: DataContract
id: {name}
name: {name}
version: 1.0.0
status: active
description: {{purpose: A step of a test}}
team: {{name: A team}}
schema:
  - name: {name}
    logicalType: object
    properties:
      - {{name: code, logicalType: string, primaryKey: true}}
      - {{name: amount, logicalType: integer}}
customProperties:
  - {{property: sensitivity, value: internal}}
"""


def add(place: Path, name: str, model: str, *, file: str = "model.sql") -> None:
    folder = place / "products" / "library" / name
    folder.mkdir()
    (folder / "contract.odcs.yaml").write_text(CHAIN.format(name=name), encoding="utf-8")
    (folder / file).write_text(model, encoding="utf-8")


def changed(place: Path, path: str, *edits: tuple[str, str]) -> ContractChanges:
    """What changes of the contract in `path` break."""
    old = place.parent / "old.yaml"
    text = (place / path).read_text("utf-8")
    old.write_text(text, encoding="utf-8")
    for before, after in edits:
        assert before in text
        text = text.replace(before, after)
    (place / path).write_text(text, encoding="utf-8")
    domain, name = path.split("/")[1:3]
    return changes_between(place, f"{domain}.{name}", old=old, new=None)


def said(found: ContractChanges) -> list[tuple[str, str, str]]:
    return [(b.kind, b.name, b.how) for b in found.broken]


def test_an_indicator_and_the_pages_that_show_it_break_with_a_column(new: Path) -> None:
    found = changed(new, MEMBERSHIP, ("name: members_count", "name: joined_count"))
    assert found.is_breaking
    assert said(found) == [
        ("indicator", "library.members", "its numerator: it adds it up"),
        ("page", "home", "it shows library.members"),
    ]
    assert found.broken[0].at.path == "indicators/library/members.yml"


def test_those_who_read_what_is_made_from_it_break_too_and_others_do_not(new: Path) -> None:
    add(new, "middle", "select area_code as code, members_count as amount from library.membership")
    add(new, "last", "select code, amount + 1 as amount from library.middle")
    add(
        new, "beside", "select area_code as code, residents_count as amount from library.membership"
    )
    found = changed(new, MEMBERSHIP, ("unit, value: people", "unit, value: thousands"))
    members = [b for b in found.broken if "'members_count'" in b.change and b.kind == "product"]
    assert [(b.name, b.how) for b in members] == [
        ("library.last", "its model.sql reads it, through library.middle"),
        ("library.middle", "its model.sql reads it"),
    ]


def test_a_column_that_only_filters_touches_every_column_made(new: Path) -> None:
    add(
        new,
        "middle",
        "select area_code as code, residents_count as amount"
        " from library.membership where members_count > 3",
    )
    add(new, "last", "select code, 1 as amount from library.middle")
    found = changed(new, MEMBERSHIP, ("unit, value: people", "unit, value: thousands"))
    members = {b.name for b in found.broken if "'members_count'" in b.change}
    assert {"library.middle", "library.last"} <= members


def test_a_reader_that_was_mended_is_not_broken(new: Path) -> None:
    add(new, "middle", "select area_code as code, joined_count as amount from library.membership")
    found = changed(new, MEMBERSHIP, ("name: members_count", "name: joined_count"))
    assert "library.middle" not in {b.name for b in found.broken}


def test_a_python_model_may_read_any_column(new: Path) -> None:
    model = 'INPUTS = ("library.membership",)\n\n\ndef model(tables):\n    return None\n'
    add(new, "middle", model, file="model.py")
    found = changed(new, MEMBERSHIP, ("name: members_count", "name: joined_count"))
    python = next(b for b in found.broken if b.name == "library.middle")
    assert (python.how, python.is_certain) == ("its model.py may read it", False)


def test_areas_references_and_breakdowns_read_columns(new: Path) -> None:
    found = changed(new, AREA, ("name: area_code", "name: code"))
    assert {(kind, name) for kind, name, _ in said(found)} >= {
        ("area type", "area"),
        ("product", "library.membership"),
    }


def test_those_who_send_it_are_asked_by_name(new: Path) -> None:
    found = changed(new, MEMBERSHIP, ("{minimum: 0}", "{minimum: 1}"))
    assert said(found)[0] == (
        "supplier",
        "whoever sends library.membership",
        "what they send must keep it",
    )


def test_a_column_that_nobody_reads_breaks_nobody_here(new: Path) -> None:
    (new / "pages/home.yml").unlink()
    (new / "indicators/library/members.yml").unlink()
    found = changed(new, MEMBERSHIP, ("name: members_count", "name: joined_count"))
    assert found.is_breaking
    assert said(found) == []


def test_words_break_nobody(new: Path) -> None:
    found = changed(new, MEMBERSHIP, ("businessName: Members", "businessName: People who joined"))
    assert (found.is_breaking, found.broken, found.step.suggested) == (False, (), "1.0.1")


def test_a_product_that_is_not_there_is_not_compared(new: Path) -> None:
    with pytest.raises(ProjectError, match=r"did you mean 'library.membership'") as refused:
        changes_between(new, "library.membershp", old=new / MEMBERSHIP, new=None)
    assert refused.value.code == "P372"
