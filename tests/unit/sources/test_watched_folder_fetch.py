"""A folder that people put files in, on a real disk."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.errors import Location, SourceError
from hereabouts.model.product import Source
from hereabouts.sources import Received, acquire

Take = Callable[..., Received]


@pytest.fixture
def take(tmp_path: Path) -> Take:
    (tmp_path / "inbox" / "returns").mkdir(parents=True)

    def take_from(match: str = "trust_a_*.xlsx", **said: str) -> Received:
        location = {"folder": "inbox/returns", "match": match, **said}
        source = Source(
            kind="spreadsheet", location=location, options={}, at=Location("source.yml", 1)
        )
        return acquire(source, root=tmp_path, scratch=tmp_path / "scratch", previous=None)

    return take_from


@pytest.fixture
def put(tmp_path: Path, take: Take) -> Callable[..., Path]:
    def put_there(name: str, content: bytes = b"x", *, minutes_ago: int = 60) -> Path:
        path = tmp_path / "inbox" / "returns" / name
        path.write_bytes(content)
        when = time.time() - minutes_ago * 60
        os.utime(path, (when, when))
        return path

    return put_there


def refused(take: Take, *arguments: str, **said: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        take(*arguments, **said)
    return caught.value


def test_the_newest_file_is_taken_and_the_others_are_named(
    take: Take, put: Callable[..., Path]
) -> None:
    put("trust_a_9.xlsx", b"nine", minutes_ago=5)
    newest_name = put("Trust_A_10.XLSX", b"ten", minutes_ago=50)
    put("trust_a_9b.xlsx", minutes_ago=90)
    put("trust_b_11.xlsx", minutes_ago=1)
    by_time = take()
    assert (by_time.path.read_bytes(), by_time.origin) == (
        b"nine",
        "inbox/returns/trust_a_9.xlsx",
    )
    assert by_time.notes == (
        "took 'trust_a_9.xlsx'",
        "passed over 'Trust_A_10.XLSX', 'trust_a_9b.xlsx'",
    )
    assert take(newest_by="name").path == newest_name


@pytest.mark.parametrize("name", ["~$trust_a_2.xlsx", ".trust_a_2.xlsx", "trust_a_2.xlsx.part"])
def test_marks_of_open_and_arriving_files_are_passed_over(
    take: Take, put: Callable[..., Path], name: str
) -> None:
    put("trust_a_1.xlsx", b"whole")
    put(name, minutes_ago=1)
    received = take("*trust_a_*")
    assert received.path.read_bytes() == b"whole"
    assert name in received.notes[1]


def test_a_folder_of_unfinished_files_alone_says_so(take: Take, put: Callable[..., Path]) -> None:
    put("~$trust_a_1.xlsx")
    error = refused(take, "*trust_a*.xlsx")
    assert (error.code, "~$trust_a_1.xlsx" in error.problem) == ("S196", True)


def test_a_file_that_grows_is_not_taken(take: Take, put: Callable[..., Path]) -> None:
    growing = put("trust_a_2.xlsx", minutes_ago=0)
    done = threading.Event()

    def grow() -> None:
        with growing.open("ab", buffering=0) as file:
            while not done.wait(0.02):
                file.write(b"more")

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        assert refused(take).code == "S196"
        put("trust_a_1.xlsx", b"whole")
        assert take().path.read_bytes() == b"whole"
    finally:
        done.set()
        writer.join()


def test_nothing_that_fits_is_said_with_what_is_near(take: Take, put: Callable[..., Path]) -> None:
    assert "the folder is empty" in refused(take).do
    put("trusta_2024.xlsx")
    error = refused(take)
    assert error.code == "S197"
    assert error.problem == "nothing in 'inbox/returns' is called 'trust_a_*.xlsx'"
    assert "'trusta_2024.xlsx'" in error.do


def test_a_link_out_of_the_folder_is_refused(
    take: Take, put: Callable[..., Path], tmp_path: Path
) -> None:
    (tmp_path / "secret.xlsx").write_bytes(b"secret")
    link = tmp_path / "inbox" / "returns" / "trust_a_1.xlsx"
    link.symlink_to(tmp_path / "secret.xlsx")
    assert refused(take).code == "S199"
    link.unlink()
    link.symlink_to(put("real.xlsx", b"real"))
    assert take().path.read_bytes() == b"real"


@pytest.mark.parametrize("folder", ["..", "../..", "/etc", "inbox/out"])
def test_a_folder_outside_the_project_is_refused(take: Take, tmp_path: Path, folder: str) -> None:
    (tmp_path / "inbox" / "out").symlink_to("/etc")
    assert refused(take, folder=folder).code == "S198"


def test_a_folder_elsewhere_is_allowed_by_the_environment(
    take: Take, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = tmp_path_factory.mktemp("share")
    (share / "a").mkdir()
    (share / "a" / "trust_a_1.xlsx").write_bytes(b"shared")
    monkeypatch.setenv("RETURNS", str(share))
    received = take(folder="a", folder_env="RETURNS")
    assert (received.path.read_bytes(), received.origin) == (b"shared", "a/trust_a_1.xlsx")
    assert refused(take, folder="../a", folder_env="RETURNS").code == "S198"
    for wrong in ("/", "relative"):
        monkeypatch.setenv("RETURNS", wrong)
        assert refused(take, folder="a", folder_env="RETURNS").code == "S198"
    assert refused(take, folder="a", folder_env="NOT_SET_ANYWHERE").code == "S181"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"match": ""}, "S120"),
        ({"match": "../*.xlsx"}, "S120"),
        ({"newest_by": "size"}, "S120"),
        ({"folder": "inbox/none"}, "S101"),
    ],
)
def test_a_key_that_cannot_be_used_is_said(take: Take, said: dict[str, str], code: str) -> None:
    assert refused(take, **said).code == code
