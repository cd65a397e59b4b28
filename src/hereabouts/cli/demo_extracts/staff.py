"""Made-up stroke staff, before any trust has written them down in its own way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

SNAPSHOT = date(2026, 3, 31)
_FIRST_START = date(2001, 1, 1)

#: Staff group, in the words of the Electronic Staff Record -> roles, each with its band or grade.
ROLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Nursing and Midwifery Registered": (
        ("Staff Nurse", "5"),
        ("Senior Staff Nurse", "6"),
        ("Stroke Nurse Specialist", "7"),
        ("Ward Manager", "7"),
    ),
    "Additional Clinical Services": (
        ("Healthcare Support Worker", "2"),
        ("Senior Healthcare Support Worker", "3"),
        ("Therapy Assistant", "4"),
    ),
    "Allied Health Professionals": (
        ("Physiotherapist", "6"),
        ("Occupational Therapist", "6"),
        ("Speech and Language Therapist", "7"),
        ("Dietitian", "6"),
    ),
    "Medical and Dental": (
        ("Consultant Stroke Physician", "Consultant"),
        ("Specialty Doctor", "Specialty doctor"),
        ("Foundation Doctor", "Foundation"),
    ),
    "Administrative and Clerical": (("Ward Clerk", "2"), ("Medical Secretary", "4")),
}
NURSING, SUPPORT, THERAPY, MEDICAL, CLERICAL = ROLES

_SHARES = {NURSING: 42, SUPPORT: 26, THERAPY: 18, MEDICAL: 9, CLERICAL: 5}
_CONTRACTS = {1.0: 52, 0.92: 8, 0.8: 16, 0.6: 14, 0.5: 7, 0.4: 3}
_TEAMS = ("Acute Stroke Unit", "Stroke Rehabilitation", "Early Supported Discharge", "TIA Clinic")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One post of one made-up person, who has no name."""

    number: int
    group: str
    role: str
    band: str
    fte: float  # 1 is full time
    started: date
    team: str


def made_up_staff(random: Random, *, count: int) -> tuple[Assignment, ...]:
    """`count` assignments with numbers that differ, in order of number."""
    numbers = sorted(random.sample(range(1_000, 10_000), count))
    return tuple(_assignment(random, number) for number in numbers)


def _assignment(random: Random, number: int) -> Assignment:
    group = random.choices(tuple(_SHARES), weights=tuple(_SHARES.values()))[0]
    role, band = random.choice(ROLES[group])
    return Assignment(
        number=number,
        group=group,
        role=role,
        band=band,
        fte=random.choices(tuple(_CONTRACTS), weights=tuple(_CONTRACTS.values()))[0],
        started=_FIRST_START + timedelta(days=random.randrange((SNAPSHOT - _FIRST_START).days)),
        team=random.choice(_TEAMS),
    )
