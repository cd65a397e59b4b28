"""Pandas from a large CSV to a checked table; prints how many rows broke each rule.

python benchmarks/rivals/acquire_pandas.py PLACE MEMORY
"""

import json
import sys
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

PATTERN = "^[EW][0-9]{8}$"
SETTINGS = ["clinic", "home", "hospital", "online"]
BLOCK = 500_000  # rows


def main() -> None:
    print(json.dumps(checked(Path(sys.argv[1]), sys.argv[2])))


def checked(place: Path, memory: str) -> dict[str, int]:
    """Blocks of text, each typed, checked and written; the key by the hashes of all its values."""
    areas = set(pd.read_csv(place / "inbox" / "area.csv")["area_code"])
    counts: dict[str, int] = {}
    keys: list[np.ndarray] = []
    parts: list[Path] = []
    (place / "out").mkdir()
    with duckdb.connect(config={"threads": 2, "memory_limit": memory}) as connection:
        blocks = pd.read_csv(place / "inbox" / "visits.csv", dtype=str, chunksize=BLOCK)
        for number, text in enumerate(blocks):
            typed, faults = check_block(text, areas)
            bad = np.zeros(len(text), dtype=bool)
            for rule, broken in faults.items():
                counts[rule] = counts.get(rule, 0) + int(broken.sum())
                bad |= broken.to_numpy(dtype=bool)
            hashes = pd.util.hash_pandas_object(typed[["area_code", "day"]], index=False)
            typed["key"] = hashes.to_numpy()
            keys.append(typed["key"].to_numpy()[typed["day"].notna()])
            parts.append(place / "out" / f"{number}.parquet")
            save(connection, typed[~bad], parts[-1])
        kept = take_out_repeated(connection, parts, pd.Series(np.concatenate(keys)), counts)
    return counts | {"kept": kept}


def check_block(text: pd.DataFrame, areas: set[str]) -> tuple[pd.DataFrame, dict[str, pd.Series]]:
    typed = text.copy()
    typed["day"] = pd.to_datetime(text["day"], format="%Y-%m-%d", errors="coerce")
    for name in ("patients", "staff", "mean_wait"):
        typed[name] = pd.to_numeric(text[name], errors="coerce")
    whole = text["setting"].notna()  # pandas fills up a line that is too short
    return typed, {
        "unreadable": ~whole,
        "day": typed["day"].isna() & text["day"].notna(),
        "patients type": typed["patients"].isna() & text["patients"].notna(),
        "patients filled": text["patients"].isna(),
        "patients range": (typed["patients"] < 0) | (typed["patients"] > 5000),
        "mean_wait": typed["mean_wait"].isna() & text["mean_wait"].notna(),
        "setting": whole & ~text["setting"].isin(SETTINGS),
        "pattern": ~text["area_code"].str.match(PATTERN),
        "reference": ~text["area_code"].isin(areas),
    }


def save(connection: duckdb.DuckDBPyConnection, good: pd.DataFrame, file: Path) -> None:
    connection.register("good", good)
    connection.execute(f"copy (from good) to '{file}' (format parquet, compression zstd)")
    connection.unregister("good")


def take_out_repeated(
    connection: duckdb.DuckDBPyConnection,
    parts: list[Path],
    keys: pd.Series,
    counts: dict[str, int],
) -> int:
    """Write again the parts that hold a key which is not the only one; the rows that are left."""
    repeated = keys[keys.duplicated(keep=False)]
    counts["key"] = len(repeated)
    listed = ", ".join(map(str, repeated.unique())) or "null"
    kept = 0
    for part in parts:
        rows = f"read_parquet('{part}') where key in ({listed})"
        if connection.execute(f"select count(*) from {rows}").fetchall()[0][0]:
            good = f"select * from read_parquet('{part}') where key not in ({listed})"
            connection.execute(f"copy ({good}) to '{part}.new' (format parquet, compression zstd)")
            Path(f"{part}.new").replace(part)
        counted = connection.execute(f"select count(*) from read_parquet('{part}')")
        kept += int(counted.fetchall()[0][0])
    return kept


if __name__ == "__main__":
    main()
