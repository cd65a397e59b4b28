"""A place with definitions of a frequent caller, and made-up calls to apply them to."""

from pathlib import Path

CALLS = """call_id,person_id,called_at,age,reason,area_code
1,ann,2025-01-01 09:00:00,40,fall,A01
2,ann,2025-01-02 09:00:00,40,fall,A01
3,ann,2025-01-03 09:00:00,40,fall,A02
4,bob,2025-01-30 09:00:00,30,chest pain,A03
5,bob,2025-01-31 09:00:00,30,chest pain,A03
6,bob,2025-02-01 09:00:00,30,chest pain,A03
7,cat,2025-03-01 09:00:00,9,fall,A04
8,cat,2025-03-02 09:00:00,9,fall,A04
9,cat,2025-03-03 09:00:00,9,fall,A04
10,dan,2025-04-01 09:00:00,50,transfer,A01
11,dan,2025-04-02 09:00:00,50,fall,A01
12,dan,2025-04-03 09:00:00,50,fall,A01
13,,2025-04-03 09:00:00,50,fall,A01
14,eve,,50,fall,A01
15,eve,2025-04-03 09:00:00,,fall,A01
"""
NATIONAL = """title: Frequent caller (made up)
agency: Ambulance service
agreed: yes
term: frequent caller
why: So that everybody speaks of the same people.
source: Made up for tests
events: {product: ambulance.calls, time: called_at, where: reason <> 'transfer'}
entity: {kind: person, column: person_id}
minimum_age: {column: age, years: 18}
same_episode_within: 60 minutes
any_of:
  - {count: 3, within: 30 days}
"""
LOCAL = """title: Frequent caller (local, made up)
agency: Council
agreed: no
term: frequent caller
why: It was counted like this before.
source: Made up for tests
events: {product: ambulance.calls, time: called_at}
entity: {kind: person, column: person_id}
any_of:
  - {count: 3, within: calendar month}
"""
APPLY = "definitions: [national, local]\nkeep: [area_code]\n"
FOLDER = "products/ambulance/frequent_callers"
_CONTRACT = """apiVersion: v3.2.0
kind: DataContract
id: ambulance-{name}
name: {name}
version: 1.0.0
status: active
domain: ambulance
description: {{purpose: To be counted.}}
team: {{name: Test, members: [{{username: data@example.org, role: owner}}]}}
schema:
  - name: {name}
    logicalType: object
    dataGranularityDescription: One row
    properties:
{columns}
customProperties:
  - {{property: sensitivity, value: personal}}
  - {{property: licence, value: CC0-1.0}}
  - {{property: attribution, value: Made up}}
  - {{property: synthetic, value: true}}
"""
_CALLS = {
    "call_id": "string, required: true, primaryKey: true",
    "person_id": "string",
    "called_at": "timestamp",
    "age": "integer",
    "reason": "string",
    "area_code": "string",
}
_APPLIED = {
    "definition": "string, required: true, primaryKey: true",
    "entity": "string, required: true, primaryKey: true",
    "first_met_at": "timestamp, required: true, primaryKey: true",
    "met_until": "timestamp, required: true",
    "events": "integer",
    "episodes": "integer",
    "area_code": "string",
}


def contract(name: str, columns: dict[str, str]) -> str:
    """A contract of the columns, each a type and what else is said of it."""
    listed = "\n".join(f"      - {{name: {c}, logicalType: {said}}}" for c, said in columns.items())
    return _CONTRACT.format(name=name, columns=listed)


def add_definitions(place: Path, *, calls: str = CALLS) -> None:
    """Write the calls, two definitions and the product that applies them into a place."""
    _write(place / "products/ambulance/calls/contract.odcs.yaml", contract("calls", _CALLS))
    _write(place / "products/ambulance/calls/source.yml", "kind: csv\npath: inbox/calls.csv\n")
    _write(place / "inbox/calls.csv", calls)
    _write(place / "definitions/national.yml", NATIONAL)
    _write(place / "definitions/local.yml", LOCAL)
    _write(place / FOLDER / "contract.odcs.yaml", contract("frequent_callers", _APPLIED))
    _write(place / FOLDER / "apply.yml", APPLY)
    glossary = place / "glossary.yml"
    glossary.write_text(f"{glossary.read_text()}Frequent caller: Somebody who calls often.\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
