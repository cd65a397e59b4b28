"""The small release with all that a catalogue has to say: people, promises, versions, parties."""

import json
from pathlib import Path
from typing import Any

from tests.unit.doors.small_release import build_small_release

SITE = "https://place.example.org"
MEMBERS, ACCESS = "care.members", "stroke.access"
GREEN = {
    "rating": "green",
    "score": 99.5,
    "dimensions": {"validity": 99.5},
    "reasons": [],
    "accepted": None,
}


def column(name: str, **said: Any) -> dict[str, Any]:
    usual = {
        "name": name,
        "title": name.capitalize(),
        "type": "string",
        "unit": "",
        "description": "",
        "sensitivity": "open",
    }
    return usual | said


def past(day: str, outcome: str, rating: str, score: float) -> dict[str, Any]:
    return {
        "at": f"2026-{day}T09:00:00+00:00",
        "outcome": outcome,
        "rating": rating,
        "score": score,
    }


def version(number: str, release: int, *changes: str) -> dict[str, Any]:
    made = f"2026-0{release}-01T00:00:00+00:00"
    return {"version": number, "release": release, "released_at": made, "changes": list(changes)}


ABOUT_ACCESS = {
    "version": "2.0.0",
    "status": "active",
    "domain": "stroke",
    "quality": GREEN,
    "team": [{"role": "data steward", "name": "Access desk"}],
    "promises": [{"name": "retention", "value": "7 y", "description": "By schedule 12."}],
    "versions": [version("2.0.0", 3, "column band is new"), version("1.0.0", 1)],
    "history": [
        past("09-01", "made", "amber", 97.0),
        past("10-01", "refused", "red", 60.5),
        past("11-01", "made", "green", 99.5),
    ],
    "columns": [
        column(
            "code",
            required=True,
            key=True,
            pattern="E[0-9]{8}",
            synonyms=["LSOA code"],
            examples=["E01000001"],
            made_from=["received.LSOA 2011 (code)"],
        ),
        column(
            "band",
            values=["near", "far"],
            values_count=2,
            made_from=["received.Band", "care.members.band"],
        ),
    ],
    "inputs": [MEMBERS],
    "layer": "silver",
}
ABOUT_MEMBERS = {
    "id": MEMBERS,
    "title": "Members <of> a service",
    "sensitivity": "personal",
    "owner": "Care team",
    "licence": "CC0-1.0",
    "attribution": "Care records, made up.",
    "domain": "care",
    "version": "1.0.0",
    "inputs": [],
    "support": ["care-desk@example.org"],
    "access": [
        {
            "role": "analyst",
            "access": "read",
            "description": "For planning care.",
            "approvers": ["Data owner", "Caldicott Guardian"],
        }
    ],
    "columns": [
        column("nhs_number", sensitivity="personal", unique=True, values_count=0),
        column("band", sensitivity="internal", values_count=4),
    ],
    "history": [past("11-01", "made", "amber", 96.0)],
    "versions": [version("1.0.0", 2)],
    "rows": 1_240,
    "rows_rounded": True,
    "next_due": None,
    "frequency": "",
}
ORGANISATIONS = [
    {
        "id": "exeter",
        "title": "Exeter City Council",
        "kind": "council",
        "code": "E07000041",
        "uri": "",
        "contact": "data@exeter.example.org",
        "domains": ["stroke"],
    },
    {
        "id": "devon_icb",
        "title": "NHS Devon ICB",
        "kind": "icb",
        "code": "QJK",
        "uri": "",
        "contact": "",
        "domains": ["care"],
    },
    {
        "id": "friends",
        "title": "Friends of the unit",
        "kind": "voluntary",
        "code": "",
        "uri": "",
        "contact": "",
        "domains": [],
    },
]
AGREEMENTS = [
    {
        "id": "care_planning",
        "title": "Planning care together",
        "providers": ["devon_icb"],
        "recipients": ["exeter", "friends"],
        "purposes": ["Planning for winter"],
        "objective": "To see who needs care this winter.",
        "lawful_basis": "6(1)(e)",
        "special_category_condition": "9(2)(h)",
        "power": "Health and Social Care Act 2012",
        "products": [MEMBERS],
        "retention": "2 y",
        "starts_on": "2026-01-01",
        "ends_on": "2027-12-31",
        "review_on": "2027-01-01",
        "revoked_on": None,
    }
]
DEFINITIONS = [
    {
        "name": "frequent_attender",
        "title": "Frequent attender",
        "term": "Frequent attender",
        "agency": "Devon ICB",
        "agreed": True,
        "rule": "At least 3 visits within 30 days.",
        "why": "They need a plan.",
        "source": "Local agreement, 2026.",
    }
]


def build_catalogued_release(root: Path, **said: Any) -> Path:
    """Write the release under `root`, with `said` of the whole of it besides."""
    folder = build_small_release(root)
    path = folder / "release.json"
    release = json.loads(path.read_text("utf-8"))
    access, staff = release["products"]
    members = {**staff, "conversion": None, **ABOUT_MEMBERS}
    release["products"] = [access | ABOUT_ACCESS, staff, members]
    release["indicators"][-1]["products"] = [staff["id"], MEMBERS]  # of two licences
    parties = {
        "organisations": ORGANISATIONS,
        "agreements": AGREEMENTS,
        "definitions": DEFINITIONS,
    }
    path.write_text(json.dumps(release | parties | said), encoding="utf-8")
    return folder
