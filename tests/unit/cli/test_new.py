"""`hereabouts new product`, on a small made-up place."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import openpyxl
import pytest
from click.testing import CliRunner, Result

from hereabouts.cli import main
from hereabouts.pipeline.workspace import open_workspace

CSV = "Trust code,Month,Beds\n" + "".join(
    f"R{n:02},{month},{n or '*'}\n" for n in range(9) for month in ("Jun-18", "Jul-18")
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A new project folder."""
    folder = tmp_path / "place"
    assert CliRunner().invoke(main, ["init", str(folder)]).exit_code == 0
    return folder


@pytest.fixture
def beds(tmp_path: Path) -> Path:
    """A file outside of the folder."""
    path = tmp_path / "Beds 2018-19.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def run(place: Path, file: Path | str, *flags: str) -> Result:
    command = ["new", "product", str(file), "--folder", str(place), "--no-input", *flags]
    return CliRunner().invoke(main, command)


def test_a_file_becomes_a_product_that_is_built(place: Path, beds: Path) -> None:
    done = run(place, beds, "--json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout) == {
        "product": "incoming.beds_2018_19",
        "outcome": "made",
        "rows": 18,
        "rows_quarantined": 0,
        "files": [
            f"products/incoming/beds_2018_19/{name}"
            for name in ("contract.odcs.yaml", "source.yml", "examples.yml")
        ],
        "notes": [],
    }
    assert (place / "inbox" / beds.name).read_text("utf-8") == CSV
    assert "18 rows passed, 0 are in quarantine" in done.stderr


def test_its_examples_pass_whether_it_is_open_or_not(place: Path, beds: Path) -> None:
    assert run(place, beds, "--name", "one", "--sensitivity", "open").exit_code == 0
    assert run(place, beds, "--name", "two").exit_code == 0
    done = CliRunner().invoke(main, ["test", "--folder", str(place)])
    assert done.exit_code == 0, done.output


def test_flags_say_what_a_person_knows(place: Path, beds: Path) -> None:
    flags = ["--domain", "health", "--name", "beds", "--title", "Beds", "--owner", "a@b.example"]
    flags += ["--licence", "OGL-UK-3.0", "--attribution", "NHS", "--sensitivity", "open"]
    flags += ["--key", "Month", "--key", "trust_code"]
    assert run(place, beds, *flags).exit_code == 0
    contract = open_workspace(place).project.products["health.beds"].contract
    assert (contract.title, contract.owner, contract.licence) == (
        "Beds",
        "a@b.example",
        "OGL-UK-3.0",
    )
    assert set(contract.key) == {"month", "trust_code"}


def test_a_product_is_never_overwritten(place: Path, beds: Path) -> None:
    assert run(place, beds).exit_code == 0
    before = {path: path.read_bytes() for path in (place / "products").rglob("*.y*ml")}
    done = run(place, beds)
    assert done.exit_code == 10
    assert "[P350]" in done.stderr
    assert {path: path.read_bytes() for path in (place / "products").rglob("*.y*ml")} == before


def test_another_file_in_the_inbox_is_never_overwritten(place: Path, beds: Path) -> None:
    (place / "inbox" / beds.name).write_text("mine", encoding="utf-8")
    done = run(place, beds)
    assert done.exit_code == 10
    assert "[P353]" in done.stderr
    assert (place / "inbox" / beds.name).read_text("utf-8") == "mine"
    assert not (place / "products" / "incoming").exists()


def test_what_is_not_decided_is_said_and_nothing_is_written(place: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("Males", "Females"):
        page = book.create_sheet(name)
        for row in (["Area", "People"], *([f"Area {n}", n] for n in range(9))):
            page.append(row)
    book.save(tmp_path / "people.xlsx")
    done = run(place, tmp_path / "people.xlsx")
    assert done.exit_code == 14
    assert "[S163]" in done.stderr
    assert "'Males' (9 rows), 'Females' (9 rows)" in done.stderr
    assert not (place / "inbox" / "people.xlsx").exists()
    assert run(place, tmp_path / "people.xlsx", "--sheet", "Males").exit_code == 0


def test_rows_that_nothing_tells_apart_need_a_key(place: Path, tmp_path: Path) -> None:
    path = tmp_path / "twice.csv"
    path.write_text("Area,Kind,Beds\nA,x,1\nA,x,1\nB,y,2\n", encoding="utf-8")
    done = run(place, path)
    assert done.exit_code == 14
    assert "[S164]" in done.stderr
    assert "no column 'Colour'" in run(place, path, "--key", "Colour").stderr


def test_rows_may_be_pointed_to(place: Path, beds: Path) -> None:
    done = run(place, beds, "--header-rows", "1", "--data-rows", "4-11", "--json")
    assert json.loads(done.stdout)["rows"] == 8
    assert run(place, beds, "--header-rows", "one").exit_code == 2


def test_a_file_that_is_not_there_is_said(place: Path) -> None:
    done = run(place, "nowhere.csv")
    assert done.exit_code == 14
    assert "there is no file 'nowhere.csv'" in done.stderr


def test_nothing_is_asked_where_there_is_no_terminal(place: Path, beds: Path) -> None:
    done = CliRunner().invoke(main, ["new", "product", str(beds), "--folder", str(place)])
    assert done.exit_code == 0, done.output


def test_on_a_terminal_guesses_are_shown_and_asked(
    place: Path, beds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hereabouts.cli.new.is_terminal", lambda: True)
    answers = "\nhealth\nbeds\nOpen beds\n\n\n\nopen\n"
    command = ["new", "product", str(beds), "--folder", str(place)]
    done = CliRunner().invoke(main, command, input=answers)
    assert done.exit_code == 0, done.output
    assert "Trust code | Month | Beds" in done.stderr
    assert "Columns that tell rows apart [trust_code, month]" in done.stderr
    contract = open_workspace(place).project.products["health.beds"].contract
    assert (contract.title, contract.sensitivity) == ("Open beds", "open")


class Server(BaseHTTPRequestHandler):
    """Gives one CSV."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(CSV.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    """A server on this machine."""
    with HTTPServer(("127.0.0.1", 0), Server) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/beds.csv"
        server.shutdown()
        thread.join()


def test_an_address_that_is_private_is_refused(place: Path, address: str) -> None:
    """A URL on a command line is as hostile as one in a file."""
    done = run(place, address)
    assert done.exit_code == 14
    assert not (place / "products" / "incoming").exists()


def test_an_address_becomes_a_product_that_is_fetched_again(place: Path, address: str) -> None:
    done = run(place, address, "--allow-private-addresses", "--json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["rows"] == 18
    source = open_workspace(place).project.products["incoming.beds"].source
    assert source is not None
    assert source.location == {"url": address}
    assert not (place / "inbox" / "beds.csv").exists()
