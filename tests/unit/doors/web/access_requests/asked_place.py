"""A place whose council has data to ask for: open release 1, internal release 2, and contracts."""

from pathlib import Path

import yaml

from tests.unit.doors.small_release import build_small_release

APPROVER, SECOND = "anne@council.example", "bert@council.example"
ORGANISATIONS = {
    "council": {"title": "Council", "kind": "council", "domains": ["stroke", "workforce"]},
    "health_board": {"title": "Health board", "kind": "health_board"},
    "board": {"title": "Board", "kind": "icb"},
}


def make_asked_place(root: Path, *, approver: str = APPROVER) -> Path:
    """Write the place: what is made of `workforce` is approved twice."""
    build_small_release(root)
    made = build_small_release(root, number=2, audience="internal")
    said = yaml.safe_load((made / "release.json").read_text("utf-8"))
    for product in said["products"]:
        folder = root / "products" / product["id"].replace(".", "/")
        folder.mkdir(parents=True)
        approvers = {"firstLevelApprovers": approver}
        if product["id"].startswith("workforce."):
            approvers["secondLevelApprovers"] = SECOND
        text = yaml.safe_dump(contract(product["id"], **approvers), sort_keys=False)
        (folder / "contract.odcs.yaml").write_text(text, encoding="utf-8")
    (root / "organisations.yml").write_text(yaml.safe_dump(ORGANISATIONS), encoding="utf-8")
    (root / "purposes.yml").write_text("beds: To have enough beds.\n", encoding="utf-8")
    return root


def contract(product: str, **said: object) -> dict[str, object]:
    """A contract that can be asked for, of a product that is not open."""
    domain, _, name = product.partition(".")
    more = {"sensitivity": "internal", "licence": "CC0-1.0", "attribution": "Made up"}
    more |= {"badRowsAtMost": "0.0"}
    column = {"name": "code", "logicalType": "string", "required": True, "primaryKey": True}
    return {
        "apiVersion": "v3.2.0",
        "kind": "DataContract",
        "id": name,
        "name": f"Figures of {name}",
        "version": "1.0.0",
        "status": "active",
        "domain": domain,
        "description": {"purpose": "A test.", "limitations": "None.", "usage": "None."},
        "team": {"name": "Us", "members": [{"username": APPROVER, "role": "owner"}]},
        "schema": [{"name": name, "logicalType": "object", "properties": [column]}],
        "customProperties": [{"property": key, "value": value} for key, value in more.items()],
        "roles": [{"role": "reader", "access": "read", **said}],
    }
