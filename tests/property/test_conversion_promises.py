"""What a conversion promises, whatever the lookup, the counts and the weights."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.errors import Location
from hereabouts.geography.conversion.balance import balance_sql
from hereabouts.geography.conversion.tables import PAIRS
from hereabouts.geography.vintage import Change, classify
from hereabouts.model.conversion import Conversion, LookupStep, NewWeights, Rounding
from hereabouts.pipeline.make_conversion import make_conversion

AT = Location("convert.yml", 1)
CONVERSION = Conversion(
    source="a.counts",
    area="area",
    to="new",
    by=(LookupStep(product="a.lookup", old="old", new="new", at=AT),),
    columns=("n",),
    keys=("age",),
    weights=NewWeights(product="a.weights", area="area", weight="w", match=("age",), at=AT),
    at=AT,
)
OLD, NEW, AGES = "ABCDE", "PQRST", ("young", "old")
Pairs = set[tuple[str, str]]
Counts = dict[tuple[str, str], int]
pairs = st.sets(st.tuples(st.sampled_from(OLD), st.sampled_from(NEW)), min_size=1)
counts = st.dictionaries(
    st.tuples(st.sampled_from(OLD), st.sampled_from(AGES)), st.integers(0, 1000), min_size=1
)
weights = st.dictionaries(
    st.tuples(st.sampled_from(NEW), st.sampled_from(AGES)), st.integers(0, 50)
)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("conversion")


@contextmanager
def opened(scratch: Path, lookup: Pairs, counted: Counts, weighed: Counts) -> Iterator[Session]:
    with session(scratch, threads=1) as made:
        made.connection.execute("create schema a")
        made.connection.execute("create table a.lookup (old varchar, new varchar)")
        made.connection.execute("create table a.counts (area varchar, age varchar, n bigint)")
        made.connection.execute("create table a.weights (area varchar, age varchar, w bigint)")
        for pair in sorted(lookup):
            made.connection.execute("insert into a.lookup values (?, ?)", pair)
        for table, rows in (("counts", counted), ("weights", weighed)):
            for key, number in rows.items():
                made.connection.execute(f"insert into a.{table} values (?, ?, ?)", [*key, number])
        yield made


@settings(max_examples=30)
@given(pairs, counts, weights)
def test_what_goes_in_comes_out_or_is_accounted_for(
    scratch: Path, lookup: Pairs, counted: Counts, weighed: Counts
) -> None:
    with opened(scratch, lookup, counted, weighed) as made:
        make_conversion(made, CONVERSION)
        row = made.connection.sql(balance_sql("n", CONVERSION)).fetchone()
    assert row is not None
    before, after, _, unknown, unweighted, beside_missing = row
    assert before == sum(counted.values())
    assert after + unknown + unweighted + beside_missing == pytest.approx(before)


@settings(max_examples=30)
@given(pairs, counts, weights)
def test_rounded_counts_are_whole_and_keep_the_same_total(
    scratch: Path, lookup: Pairs, counted: Counts, weighed: Counts
) -> None:
    rounded = replace(CONVERSION, round=Rounding.LARGEST_REMAINDER)
    with opened(scratch, lookup, counted, weighed) as made:
        shares = {row[:2]: row[2] for row in make_conversion(made, CONVERSION).fetchall()}
        whole = {row[:2]: row[2] for row in make_conversion(made, rounded).fetchall()}
    assert whole.keys() == shares.keys()
    for key, value in whole.items():
        share = shares[key]
        assert (value is None) == (share is None)
        if value is not None and share is not None:
            assert value == round(value)
            assert abs(value - share) < len([old for old, new in lookup if new == key[0]])
    totals = [sum(v for v in found.values() if v is not None) for found in (shares, whole)]
    if None not in shares.values():
        assert totals[0] == pytest.approx(totals[1])


@settings(max_examples=30)
@given(pairs)
def test_areas_are_shared_out_where_the_change_codes_would_say_so(
    scratch: Path, lookup: Pairs
) -> None:
    listed = sorted(lookup)
    old, new = (np.array(column) for column in zip(*listed, strict=True))
    codes = classify(old, new)
    children = {area: int((old == area).sum()) for area in old}
    said = {
        pair: code in (Change.SPLIT, Change.IRREGULAR) and children[pair[0]] > 1
        for pair, code in zip(listed, codes, strict=True)
    }
    with opened(scratch, lookup, {("A", "young"): 1}, {}) as made:
        make_conversion(made, CONVERSION)
        rows = made.connection.sql(f"select old, new, is_divided from {PAIRS}").fetchall()
    assert {(old, new): is_divided for old, new, is_divided in rows} == said
