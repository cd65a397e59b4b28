"""A site with accounts whose council has data to ask for."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import yaml

from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.accounts.conftest import KEY, migrated
from tests.unit.doors.web.accounts.django_of import django_of

from hereabouts.doors.web.account_settings import Accounts  # isort: skip

with django_of(Accounts(root=Path(), key=KEY)):
    from hereabouts.doors.web.accounts.database import file_of
    from hereabouts.doors.web.app import create_app
    from hereabouts.doors.web.site_settings import SiteSettings
    from tests.unit.doors.web.accounts.browser import Browser

__all__ = ["migrated"]

OpenBrowser = Callable[[], Browser]
APPROVER, SECOND = "anne@council.example", "bert@council.example"
ORGANISATIONS = {
    "council": {"title": "Council", "kind": "council", "domains": ["stroke", "workforce"]},
    "board": {"title": "Board", "kind": "icb"},
}


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


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Path:
    """Open release 1 and internal release 2, with the products that they are made from."""
    root = tmp_path_factory.mktemp("asked") / "place"
    build_small_release(root)
    made = build_small_release(root, number=2, audience="internal")
    said = yaml.safe_load((made / "release.json").read_text("utf-8"))
    for product in said["products"]:
        folder = root / "products" / product["id"].replace(".", "/")
        folder.mkdir(parents=True)
        approvers = {"firstLevelApprovers": APPROVER}
        if product["id"].startswith("workforce."):
            approvers["secondLevelApprovers"] = SECOND
        text = yaml.safe_dump(contract(product["id"], **approvers), sort_keys=False)
        (folder / "contract.odcs.yaml").write_text(text, encoding="utf-8")
    (root / "organisations.yml").write_text(yaml.safe_dump(ORGANISATIONS), encoding="utf-8")
    (root / "purposes.yml").write_text("beds: To have enough beds.\n", encoding="utf-8")
    shutil.copy(migrated, file_of(root))
    return root


@pytest.fixture(scope="module")
def open_browser(place: Path) -> Iterator[OpenBrowser]:
    """Opens a browser at the site of the module."""
    accounts = Accounts(root=place, key=KEY)
    with ExitStack() as stack:
        stack.enter_context(django_of(accounts))
        settings = SiteSettings(root=place, accounts=accounts, secret_key=KEY)
        app = create_app(settings=settings)
        yield lambda: stack.enter_context(Browser(app))
