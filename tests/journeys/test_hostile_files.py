"""The worst that can be put in an inbox or behind an address, through `hereabouts build`."""

import gzip
import http.server
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
import xlsxwriter

from hereabouts.lake.tables import Lake
from tests.journeys.conftest import Run

pytestmark = pytest.mark.journey


def product(place: Path) -> Path:
    return place / "products" / "library" / "membership"


def stands(place: Path) -> tuple[int, str]:
    table = Lake(place / ".hereabouts" / "lake").open("silver/library/membership")
    return table.version, table.facts["rows_out"]


def refused(run: Run, place: Path, code: str) -> str:
    """Build, and expect this error in words, with the last good version still standing."""
    before, began = stands(place), monotonic()
    done = run("build")
    assert f"[{code}]" in done.stderr, done.stderr
    assert "\n  do: " in done.stderr
    assert "Traceback" not in done.stderr
    assert done.exit_code == 14
    assert stands(place) == before
    assert monotonic() - began < 60
    return done.stderr


def source(place: Path, text: str) -> None:
    (product(place) / "source.yml").write_text(text, "utf-8")


@pytest.fixture
def workbook(built: Path) -> Path:
    """The membership of the libraries as a workbook, which builds."""
    path = built / "inbox" / "membership.xlsx"
    source(built, "kind: spreadsheet\npath: inbox/membership.xlsx\n")
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Members")
        lines = (built / "inbox" / "membership.csv").read_text("utf-8").splitlines()
        for row, line in enumerate(lines):
            sheet.write_row(row, 0, line.split(","))
        book.add_worksheet("Ghost")
    return path


def test_a_zip_bomb(run: Run, built: Path, workbook: Path) -> None:
    assert run("build").exit_code == 0
    with zipfile.ZipFile(workbook, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.png", bytes(200 << 20))
    assert "membership.xlsx' would unpack to" in refused(run, built, "S173")


def test_a_stray_cell_in_the_last_row_and_column(run: Run, built: Path, workbook: Path) -> None:
    with xlsxwriter.Workbook(workbook) as book:
        sheet = book.add_worksheet("Members")
        sheet.write_row(0, 0, ["Area code", "Residents", "Members"])
        sheet.write(1_048_575, 16_383, 1)
    assert "17,179,869,184 cells" in refused(run, built, "S175")


def test_a_workbook_that_is_cut_short(run: Run, built: Path, workbook: Path) -> None:
    workbook.write_bytes(workbook.read_bytes()[:-1000])
    assert "not a whole workbook" in refused(run, built, "S130")


def test_a_packed_csv(run: Run, built: Path) -> None:
    inbox = built / "inbox" / "membership.csv"
    inbox.write_bytes(gzip.compress(inbox.read_bytes()))
    assert "packed with gzip" in refused(run, built, "S177")


def test_a_cell_that_never_ends(run: Run, built: Path) -> None:
    with (built / "inbox" / "membership.csv").open("ab") as file:
        file.write(b'"' + b"x" * (64 << 20))
    assert "is longer than 16,777,216 bytes" in refused(run, built, "S178")


class Inside(http.server.BaseHTTPRequestHandler):
    """A server that nobody outside is to reach."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<!DOCTYPE html><title>Please sign in</title>")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def inside() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Inside) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/membership.csv"
        server.shutdown()


def test_a_private_address_and_a_page_in_place_of_a_file(
    run: Run, built: Path, inside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HEREABOUTS_ALLOW_PRIVATE_ADDRESSES", raising=False)
    source(built, f"kind: csv\nurl: {inside}\n")
    assert "private address" in refused(run, built, "S170")
    source(built, f"kind: csv\nurl: {inside}\nallow_private_addresses: true\n")
    assert "a web page" in refused(run, built, "S172")
    source(built, f"kind: csv\nurl: {inside}\n")
    monkeypatch.setenv("HEREABOUTS_ALLOW_PRIVATE_ADDRESSES", "1")
    assert "a web page" in refused(run, built, "S172")


def test_everything_is_forgiven_once_the_file_is_right(
    run: Run, built: Path, workbook: Path
) -> None:
    good = workbook.read_bytes()
    workbook.write_bytes(b"PK\3\4" + bytes(100))
    refused(run, built, "S130")
    workbook.write_bytes(good)
    assert run("build").exit_code == 0
    assert stands(built)[1] == "12"
