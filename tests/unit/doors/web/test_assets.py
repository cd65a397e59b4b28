"""What the front end's build made, as pages ask for it."""

import json
from pathlib import Path

import pytest

from hereabouts.doors.web.assets import read_assets, require_bundle
from hereabouts.errors import HereaboutsError

MANIFEST = {
    "src/app.ts": {"file": "assets/app-1.js", "isEntry": True},
    "src/map.ts": {"file": "assets/map-1.js", "css": ["assets/map-1.css"], "isEntry": True},
    "src/map/detail.ts": {"file": "assets/detail-1.js"},
    "styles/style.scss": {"file": "assets/style-1.css", "isEntry": True},
}


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    (tmp_path / ".vite").mkdir()
    (tmp_path / "assets").mkdir()
    (tmp_path / ".vite" / "manifest.json").write_text(json.dumps(MANIFEST))
    for name in ("app-1.js", "map-1.js", "map-1.css", "detail-1.js", "style-1.css", "worker-1.js"):
        (tmp_path / "assets" / name).write_text(name)
    return tmp_path


def test_pages_load_the_entries_and_only_maps_load_the_maps_script(bundle: Path) -> None:
    assets = read_assets(bundle)
    assert assets.styles[0] == "/static/dist/assets/style-1.css"
    assert assets.scripts == ("/static/dist/assets/app-1.js",)
    assert assets.map_scripts == ("/static/dist/assets/map-1.js",)


def test_every_file_of_the_build_can_be_asked_for_and_its_manifest_cannot(bundle: Path) -> None:
    files = read_assets(bundle).files
    assert "/static/dist/assets/worker-1.js" in files
    assert files["/static/dist/assets/app-1.js"].kind == "text/javascript; charset=utf-8"
    assert files["/static/dist/assets/style-1.css"].kind == "text/css; charset=utf-8"
    assert not any(".vite" in address for address in files)


def test_without_a_build_pages_have_no_script_and_serving_is_refused(tmp_path: Path) -> None:
    assets = read_assets(tmp_path / "none")
    assert (assets.scripts, assets.map_scripts) == ((), ())
    with pytest.raises(HereaboutsError, match="W101"):
        require_bundle(tmp_path / "none")


def test_with_a_build_serving_may_start(bundle: Path) -> None:
    require_bundle(bundle)
