from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np
import pytest

from hereabouts.geography.vintage import classify

PAIRS = [
    ("u", "u", "U"),
    ("s", "s1", "S"),
    ("s", "s2", "S"),
    ("m1", "m", "M"),
    ("m2", "m", "M"),
    ("x1", "xa", "X"),
    ("x1", "xb", "X"),
    ("x2", "xb", "X"),
]


def test_pairs_of_codes_say_how_areas_changed() -> None:
    old, new, change = (np.array(column) for column in zip(*PAIRS, strict=True))
    assert classify(old, new).tolist() == change.tolist()


def test_a_new_code_for_the_same_area_is_no_change() -> None:
    assert classify(np.array(["E08000020"]), np.array(["E08000037"])).tolist() == ["U"]


@pytest.fixture
def real(shared_data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    path = shared_data / "geography" / "lookup_lsoa11_lsoa21_ltla22.csv"
    with duckdb.connect() as made:
        made.execute("create table real as from read_csv(?, all_varchar = true)", [str(path)])
        yield made


@pytest.mark.real
def test_the_published_lookup_has_the_changes_it_is_known_for(
    real: duckdb.DuckDBPyConnection,
) -> None:
    rows = real.sql(
        "select change_code, count(distinct lsoa11_code), count(distinct lsoa21_code), count(*)"
        " from real group by 1 order by 1"
    ).fetchall()
    assert rows == [
        ("M", 239, 119, 239),
        ("S", 861, 1900, 1900),
        ("U", 33647, 33647, 33647),
        ("X", 6, 6, 9),
    ]
    table = real.sql("select lsoa11_code, lsoa21_code, change_code from real").fetchnumpy()
    made = classify(table["lsoa11_code"].astype(str), table["lsoa21_code"].astype(str))
    assert len(made) == 35_795
    assert made.tolist() == table["change_code"].tolist()
