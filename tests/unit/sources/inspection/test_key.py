from hypothesis import given
from hypothesis import strategies as st

from hereabouts.sources.inspection.key import smallest_key


def test_one_column_is_enough_where_it_is() -> None:
    assert smallest_key([["a", "b"], ["x", "y"]], preferred=[1, 0]) == (1,)


def test_nothing_tells_repeated_rows_apart() -> None:
    assert smallest_key([["a", "a"], ["x", "x"]], preferred=[0, 0]) == ()


def test_there_is_no_key_without_columns() -> None:
    assert smallest_key([], preferred=[]) == ()


@given(st.lists(st.tuples(*[st.sampled_from("ab")] * 4), min_size=1, max_size=12))
def test_a_key_is_unique_and_no_smaller_set_is(rows: list[tuple[str, ...]]) -> None:
    columns = [list(column) for column in zip(*rows, strict=True)]
    key = smallest_key(columns, preferred=[0] * 4)
    unique = len(set(rows)) == len(rows)
    assert bool(key) == unique
    if key:
        assert len({tuple(row[place] for place in key) for row in rows}) == len(rows)
        for left in key if len(key) > 1 else ():
            fewer = [place for place in key if place != left]
            assert len({tuple(row[place] for place in fewer) for row in rows}) < len(rows)
