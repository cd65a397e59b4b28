"""One trust that sends text, and the list of care homes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from hereabouts.cli.demo_extracts.cells import MARK
from hereabouts.cli.demo_extracts.staff import (
    CLERICAL,
    MEDICAL,
    NURSING,
    SUPPORT,
    THERAPY,
    Assignment,
)

DUNMERE_GROUPS: Mapping[str, str] = {
    NURSING: "Nurses & midwives",
    SUPPORT: "Healthcare assistants",
    THERAPY: "Therapists",
    MEDICAL: "Doctors",
    CLERICAL: "Clerical",
}
_HOMES_IN_AN_AREA = {0: 68, 1: 24, 2: 6, 3: 2}  # homes -> weight


def write_dunmere(path: Path, staff: Sequence[Assignment]) -> None:
    """Semicolons, decimal commas and the dashes of Windows, below a line of title.

    Wrong on purpose: somebody with four contracts' worth of hours, and a malformed number.
    """
    lines = [
        MARK,
        "Pers. No.;Occupation;Post;Band;FTE;In post since;Ward or team",
        *(
            f"D{a.number:05d};{DUNMERE_GROUPS[a.group]};{a.role};{a.band};"
            f"{f'{a.fte:.2f}'.replace('.', ',')};{a.started:%d.%m.%Y};Stroke – {a.team}"
            for a in staff
        ),
        "D99998;Doctors;Specialty Doctor;Specialty doctor;4,00;01.05.2019;Stroke – TIA Clinic",
        "9999;Therapists;Dietitian;6;1,00;01.05.2019;Stroke – TIA Clinic",
    ]
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode("cp1252"))


def write_care_homes(path: Path, random: Random, *, lsoa_codes: Sequence[str]) -> None:
    """Care homes in about a third of the areas, tab by tab.

    Wrong on purpose: three homes in areas that are not there, one without beds, and one listed
    twice.
    """
    rows: list[tuple[str, str, str, int]] = []
    for code in lsoa_codes:
        for _ in range(_homes(random)):
            rows.append((f"1-{100_000_000 + len(rows)}", code, *_home(random)))
    rows += [(f"1-9999999{n}0", "E01999999", "Nursing", 40) for n in range(3)]
    rows += [("1-999999980", lsoa_codes[0], "Residential", 0), rows[0]]
    lines = [
        MARK,
        "Location ID\tLSOA (2011)\tCare type\tRegistered beds",
        *("\t".join(map(str, row)) for row in rows),
    ]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")


def _homes(random: Random) -> int:
    found: int = random.choices(tuple(_HOMES_IN_AN_AREA), tuple(_HOMES_IN_AN_AREA.values()))[0]
    return found


def _home(random: Random) -> tuple[str, int]:
    if random.random() < 0.3:
        return "Nursing", round(random.triangular(20, 120, 45))
    return "Residential", round(random.triangular(4, 60, 20))
