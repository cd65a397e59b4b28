"""The search that proves a deletion finds what is there, however it is written."""

from pathlib import Path

import duckdb

from hereabouts.govern.retention.search import BLOCK, search

NUMBER = "9990000018"


def test_a_value_is_found_in_any_file_and_any_encoding(tmp_path: Path) -> None:
    (tmp_path / "log.json").write_text(f'{{"min": "{NUMBER}"}}', "utf-8")
    (tmp_path / "wide.csv").write_text(f"a;{NUMBER}", "utf-16-le")
    (tmp_path / "clean.csv").write_text("a;b", "utf-8")
    found = search(tmp_path, [NUMBER])
    assert found.found_in == ("log.json", "wide.csv")
    assert found.files == 3


def test_a_value_across_two_blocks_is_found(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * (BLOCK - 4) + NUMBER.encode() + b"x")
    assert search(tmp_path, [NUMBER]).found_in == ("large",)


def test_a_compressed_cell_is_found_as_text_or_number(tmp_path: Path) -> None:
    """A column of one value is a dictionary; its bytes may be compressed away."""
    rows = f"select '999 000 0018' as t, {NUMBER} as n, 'abc' as short from range(10)"
    duckdb.sql(rows).write_parquet(str(tmp_path / "t.parquet"), compression="zstd")
    assert search(tmp_path, [NUMBER]).found_in == ("t.parquet",)
    assert search(tmp_path, ["ABC"]).found_in == ("t.parquet",)
    nothing = search(tmp_path, ["9990000026", "ab"])
    assert (nothing.found_in, nothing.cells_of) == ((), 1)


def test_a_folder_can_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/keys.csv").write_text(NUMBER, "utf-8")
    assert search(tmp_path, [NUMBER], leave_out=[tmp_path / "out"]).found_in == ()
    assert search(tmp_path, [""]).found_in == ()
