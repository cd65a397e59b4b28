"""`hereabouts pack`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hereabouts.cli import main
from tests.unit.doors.small_release import build_small_release


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack") / "place"
    build_small_release(folder)
    return folder


def pack(place: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["pack", *arguments, "--folder", str(place)])


def test_it_writes_a_pdf_named_for_what_is_in_it(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = pack(place, "home", "--area", "icb22/E54000037")
    assert done.exit_code == 0
    made = tmp_path / "home-icb22-e54000037-release-1.pdf"
    assert made.read_bytes().startswith(b"%PDF-")
    assert f"wrote Stroke care in two lands: Devon to {made.name}" in done.stderr


def test_it_writes_what_the_files_ending_says(place: Path, tmp_path: Path) -> None:
    file = tmp_path / "board.pptx"
    done = pack(place, "access", "--area", "icb22/E54000037", "-o", str(file), "--release", "1")
    assert done.exit_code == 0
    assert file.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "code", "what_to_do"),
    [
        (("nothing", "--area", "icb22/E54000037"), "W310", "use one of access, workforce, home"),
        (("home", "--area", "E54000037"), "W314", "--area icb22/E54000037"),
        (("home", "--area", "icb22/E54"), "W206", "search for it by name"),
        (("workforce", "--area", "lsoa11/E01000000"), "W311", "choose another theme"),
        (("home", "--area", "icb22/E54000037", "-o", "a.doc"), "W315", "name it as in board.pdf"),
        (
            ("home", "--area", "icb22/E54000037", "-o", "a.pdf", "--format", "pptx"),
            "W315",
            "name it as in board.pptx",
        ),
        (("home", "--area", "icb22/E54000037", "--release", "7"), "R102", ""),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: str,
    what_to_do: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = pack(place, *arguments)
    assert done.exit_code != 0
    assert f"[{code}]" in done.stderr
    assert what_to_do in done.stderr
    assert list(tmp_path.iterdir()) == []
