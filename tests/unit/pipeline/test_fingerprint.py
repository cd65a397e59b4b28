"""The same fingerprint is the same product, wherever its lines stand."""

from dataclasses import replace
from datetime import date

import pytest

from hereabouts.errors import Location
from hereabouts.model.indicator import PeriodOf
from hereabouts.model.product import LogicalType, Model
from hereabouts.pipeline.fingerprint import fingerprint
from tests.unit.quality.small_contract import column, contract

MODEL = Model(
    language="sql",
    text="select 1",
    inputs=("a.b",),
    path="/one/model.sql",
    at=Location("products/a/c/model.sql", 1),
)


def test_it_is_a_sha256_and_the_same_each_time() -> None:
    once = fingerprint(contract(column("code")), None, ["a"])
    assert once == fingerprint(contract(column("code")), None, ["a"])
    assert len(once) == 64


def test_where_something_is_written_does_not_count() -> None:
    moved = replace(MODEL, path="/elsewhere/model.sql", at=Location("other.sql", 99))
    assert fingerprint(moved) == fingerprint(MODEL)
    here = contract(column("code", at=Location("contract.odcs.yaml", 1)))
    there = contract(column("code", at=Location("contract.odcs.yaml", 40)))
    assert fingerprint(here) == fingerprint(there)


def test_what_is_said_counts() -> None:
    one = fingerprint(contract(column("code")))
    assert fingerprint(contract(column("code", required=True))) != one
    assert fingerprint(contract(column("code", LogicalType.INTEGER))) != one
    assert fingerprint(replace(MODEL, text="select 2")) != fingerprint(MODEL)


def test_the_order_of_columns_counts_and_of_keys_does_not() -> None:
    assert fingerprint(["a", "b"]) != fingerprint(["b", "a"])
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})


def test_a_part_cannot_slip_into_the_next() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint(["a"], []) != fingerprint([], ["a"])


def test_a_day_counts() -> None:
    year = PeriodOf(label="2019", start=date(2019, 1, 1), end=date(2020, 1, 1))
    assert fingerprint(year) != fingerprint(replace(year, end=date(2020, 1, 2)))


def test_a_new_method_makes_everything_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint("a")
    monkeypatch.setattr("hereabouts.pipeline.fingerprint.METHOD_VERSION", "another")
    assert fingerprint("a") != before
