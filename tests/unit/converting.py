"""A conversion to put into a made-up place: people of old areas, a lookup and new areas."""

from pathlib import Path

PEOPLE = """area,age,year,count
U,young,2020,5
U,old,2020,7
S,young,2020,8
S,old,2020,3
M1,young,2020,2
M2,young,2020,4
"""
LOOKUP = "was,is,change\nU,U,U\nS,S1,S\nS,S2,S\nM1,M,M\nM2,M,M\n"
NEW_PEOPLE = """area,age,year,count
U,young,2020,6
U,old,2020,7
S1,young,2020,3
S1,old,2020,3
S2,young,2020,5
M,young,2020,6
"""
TABLES = {"people": PEOPLE, "lookup": LOOKUP, "new_people": NEW_PEOPLE}
CONVERT = """from: carry.people
area: area
to: area
by:
  - {product: carry.lookup, old: was, new: is, change: change}
columns: [count]
keys: [age, year]
weights: {product: carry.new_people, area: area, weight: count, match: [age]}
hold_out: {product: carry.new_people, column: count}
error_at_most: 0.25
"""
FOLDER = "products/carry/carried"
_CONTRACT = """apiVersion: v3.2.0
kind: DataContract
id: carry-{name}
name: {name}
version: 1.0.0
status: active
domain: carry
description: {{purpose: To be carried.}}
team: {{name: Test, members: [{{username: data@example.org, role: owner}}]}}
schema:
  - name: {name}
    logicalType: object
    dataGranularityDescription: One row
    properties:
{columns}
customProperties:
  - {{property: sensitivity, value: open}}
  - {{property: licence, value: CC0-1.0}}
  - {{property: attribution, value: Made up}}
  - {{property: synthetic, value: true}}
"""
_NUMBERS, _NOT_KEYS = {"count"}, {"count", "status", "change"}


def contract(name: str, columns: list[str], *, count: str = "number") -> str:
    """A contract of text columns, but for counts."""
    listed = "\n".join(
        f"      - {{name: {c}, logicalType: {count if c in _NUMBERS else 'string'}"
        f"{'' if c in _NOT_KEYS else ', required: true, primaryKey: true'}}}"
        for c in columns
    )
    return _CONTRACT.format(name=name, columns=listed)


def add_received(place: Path, name: str, text: str) -> None:
    """A product of the domain `carry` with the columns of a CSV."""
    folder = place / "products/carry" / name
    folder.mkdir(parents=True)
    (folder / "contract.odcs.yaml").write_text(contract(name, text.partition("\n")[0].split(",")))
    (folder / "source.yml").write_text(f"kind: csv\npath: inbox/{name}.csv\n")
    (place / f"inbox/{name}.csv").write_text(text)


def add_conversion(place: Path, *, convert: str = CONVERT, count: str = "number") -> None:
    """Write the products of the conversion, and what they receive, into a place."""
    for name, text in TABLES.items():
        add_received(place, name, text)
    folder = place / FOLDER
    folder.mkdir(parents=True)
    columns = ["area", "age", "year", "count", "status"]
    (folder / "contract.odcs.yaml").write_text(contract("carried", columns, count=count))
    (folder / "convert.yml").write_text(convert)
