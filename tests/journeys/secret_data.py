"""What the secret place receives, twice: between the two, only what is hidden changes."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

AREAS = [f"E01999{number:03d}" for number in range(1, 37)]
YEARS = (2024, 2025)
SERVICES = ("clinic", "home", "street")


def write_data(root: Path, change: int) -> str:
    """Fill the inbox; gives the records of people."""
    inbox = root / "inbox"
    (inbox / "Umberslade.csv").write_text(tallies(change), "utf-8")
    (inbox / "payments.csv").write_text(payments(change), "utf-8")
    rows = [f"{code},{40 if at in (8, 9) else 9000},{1 + at // 12}" for at, code in each()]
    (inbox / "there.csv").write_text("\n".join(["area_code,people,third", *rows]), "utf-8")
    months = [f"2025-{month:02d}-01" for month in range(1, 8)]
    rows = [
        f"{code},{start},{end},{2000011 + 13711 * at + 1103 * (at * number % 13)}"
        for at, code in each()
        for number, (start, end) in enumerate(pairwise(months))
    ]
    (inbox / "calls.csv").write_text("\n".join(["area_code,starts,ends,calls", *rows]), "utf-8")
    return people(change)


def each() -> Iterator[tuple[int, str]]:
    yield from enumerate(AREAS)


def tallies(change: int) -> str:
    """Areas 7 and 8 have few members and loans, and 20 and 21 few who are not members."""
    rows = ["area_code,starts,ends,residents,members,loans,minutes,seen"]
    for at, code in each():
        for year in YEARS:
            residents = 61001 + 1373 * at + 17 * year
            members = residents // 3 + 991 * (at % 5)
            loans, minutes, seen = 10007 + 313 * at, 613211 + 7919 * at, 9103 + 211 * at
            if at in (6, 7):  # they change places
                members, loans = (3, 2) if (at == 6) == (change == 0) else (5, 4)
            if at in (19, 20):
                members = residents - ((2, 6) if at == 19 else (6, 2))[change]
            if at in (8, 9):
                minutes += 73519 + (1301 if (at == 8) == (change == 0) else 0)
            if year == YEARS[-1] and at == 30:
                residents, members = 73522, 73519
            counts = (residents, members, loans, minutes, seen)
            rows.append(f"{code},{year}-01-01,{year + 1}-01-01,{','.join(map(str, counts))}")
    return "\n".join(rows)


def payments(change: int) -> str:
    """In areas 5 and 6 nearly all is paid to one provider."""
    rows = ["area_code,provider,starts,ends,pounds"]
    for at, code in each():
        for number in range(3):
            pounds = 40009 + 1009 * at + 313 * number
            if at in (4, 5):
                pounds = 391847 + (1009 * at + 4001 * ((at == 4) == (change == 0)))
                pounds = pounds if number == 0 else 7
            rows.append(f"{code},Brackendale Holdings {number},2025-01-01,2026-01-01,{pounds}")
    return "\n".join(rows)


def people(change: int) -> str:
    """One row a person. Three or five of areas 7 and 8 went to the clinic; nobody else did."""
    name = ("Zebediah Quornwick", "Perpetua Vantongeren")[change]
    lines = ["person,area_code,service,starts,ends"]
    for at, code in each():
        for service in SERVICES:
            count = 9 + at % 7 + len(service)
            if at in (6, 7):
                count = 3 if (at == 6) == (change == 0) else 5
                count *= service == "clinic"
            for _ in range(count):
                said = "Clinick" if len(lines) % 50 == 1 and service == "clinic" else service
                lines.append(f"{name} {len(lines)},{code},{said},2025-01-01,2026-01-01")
    lines += [f"Quarantina Oxblood {n},nowhere,home,2025-01-01,2026-01-01" for n in range(3)]
    return "\n".join(lines)
