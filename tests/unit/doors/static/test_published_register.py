"""A site of files says who receives data too, and has the register for programs."""

import json
from pathlib import Path

from tests.journeys.serving import need_front_end
from tests.unit.doors.catalogued_release import ORGANISATIONS
from tests.unit.doors.static.conftest import BASE, build_tiny_release, publish_to
from tests.unit.doors.web.transparency.conftest import NOTICE, PLANNING


def published(tmp_path: Path, **wanted: object) -> Path:
    need_front_end()
    build_tiny_release(tmp_path / "place")
    (told,) = (tmp_path / "place").rglob("release.json")
    shared = {"organisations": ORGANISATIONS, "agreements": [PLANNING], "notices": [NOTICE]}
    told.write_text(json.dumps(json.loads(told.read_text("utf-8")) | shared), "utf-8")
    publish_to(tmp_path / "place", tmp_path / "site", area_types=("country",), **wanted)
    return tmp_path / "site"


def test_agreements_notices_and_the_register_are_files(tmp_path: Path) -> None:
    site = published(tmp_path, base=BASE)
    home = (site / "index.html").read_text("utf-8")
    assert 'href="transparency/index.html"' in home or 'href="transparency/"' in home
    page = (site / "transparency/care_planning/index.html").read_text("utf-8")
    assert "Planning care together" in page
    assert "Write to &lt;us&gt;." in (site / "privacy/care/index.html").read_text("utf-8")
    register = json.loads((site / "agreements.json").read_text("utf-8"))
    (agreement,) = register["agreements"]
    assert agreement["url"] == f"{BASE}/transparency/care_planning/"


def test_without_a_public_address_the_register_names_no_page(tmp_path: Path) -> None:
    site = published(tmp_path)
    register = json.loads((site / "agreements.json").read_text("utf-8"))
    assert register["agreements"][0]["url"] is None
    assert "localhost" not in (site / "agreements.json").read_text("utf-8")
