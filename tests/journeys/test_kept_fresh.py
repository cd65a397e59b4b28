"""A place that keeps itself fresh: a process that runs on a schedule, and owners who are told."""

import hashlib
import hmac
import json
import os
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import Run
from tests.unit.pipeline.notices.mail_server import Server, authenticate
from tests.unit.pipeline.notices.receivers import Receiver, make_certificate, receiving

pytestmark = pytest.mark.journey
COMMAND = "from hereabouts.cli import main; main()"
PATIENCE = 60.0
NOTICES = """webhooks:
  - {{url_env: HOOK, secret_env: HOOK_SECRET, allow_private_addresses: true}}
email:
  smtp_host: localhost
  port: {port}
  user_env: MAIL_USER
  password_env: MAIL_PASSWORD
  from: data@example.org
  to: owners
"""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as one:
        yield one


@pytest.fixture
def post_office(
    receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Server]:
    certificate = make_certificate(tmp_path)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    said = {
        "SSL_CERT_FILE": str(certificate),
        "HOOK": f"{receiver.url}/a-secret-path",
        "HOOK_SECRET": "shh",
        "MAIL_USER": "reports",
        "MAIL_PASSWORD": "correct horse",
    }
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    server = Server(
        tls_context=context, require_starttls=True, auth_required=True, authenticator=authenticate
    )
    server.controller.start()
    yield server
    server.controller.stop()


def wait_until(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < ends, "it did not come about in time"
        time.sleep(0.05)


def test_owners_are_told_by_mail_and_webhook_once_and_when_it_is_well_again(
    built: Path, run: Run, receiver: Receiver, post_office: Server
) -> None:
    (built / "notices.yml").write_text(NOTICES.format(port=post_office.port), encoding="utf-8")
    path = built / "inbox/membership.csv"
    good = path.read_text("utf-8")
    path.write_text("Area code,Residents\nE01999001,1410\n", encoding="utf-8")
    for _ in range(2):
        failed = run("run", "--once")
        assert failed.exit_code == 11
    path.write_text(good, encoding="utf-8")
    assert run("run", "--once").exit_code == 0
    subjects = [message["Subject"] for message in post_office.messages]
    assert subjects == [
        "[Hereabouts] library.membership could not be made",
        "[Hereabouts] library.membership is well again",
    ]
    assert post_office.recipients == [["libraries@example.org"]] * 2
    for headers, body in receiver.got:
        signed = headers["Hereabouts-Timestamp"].encode() + b"." + body
        expected = "v1=" + hmac.new(b"shh", signed, hashlib.sha256).hexdigest()
        assert headers["Hereabouts-Signature"] == expected
    assert [json.loads(body)["event"] for _, body in receiver.got] == ["failed", "recovered"]
    assert json.loads(receiver.got[0][1])["code"] == "Q201"
    written = "".join(p.read_text("utf-8") for p in (built / ".hereabouts").glob("*.json"))
    for secret in ("a-secret-path", "shh", "correct horse", "1410"):
        assert secret not in written + failed.output


def test_it_runs_on_a_schedule_until_it_is_terminated(built: Path) -> None:
    arguments = ["run", "--every", "1s", "--json", "--folder", str(built)]
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    ) as process:
        assert process.stdout
        lines: list[dict[str, Any]] = [json.loads(process.stdout.readline())]
        with (built / "inbox/membership.csv").open("a", encoding="utf-8") as file:
            file.write("\n")
        while "library.membership" not in lines[-1]["made"]:
            lines.append(json.loads(process.stdout.readline()))
            assert len(lines) < PATIENCE
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, said
    assert "stopping after this step" in said
    assert lines[0]["outcome"] == "fresh"
    assert lines[0]["next_run"] > lines[0]["started_at"]
    kept = json.loads((built / ".hereabouts/run.json").read_text("utf-8"))
    assert kept["last_run"]["outcome"] in {"fresh", "made"}


def test_a_second_one_is_refused_while_the_first_runs(built: Path, run: Run) -> None:
    arguments = ["run", "--every", "1h", "--folder", str(built)]
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        wait_until((built / ".hereabouts/run.json").exists)
        refused = run("run", "--once")
        assert (refused.exit_code, "P383" in refused.output) == (10, True)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENCE) == 0
    assert run("run", "--once").exit_code == 0


@pytest.mark.parametrize("every", ["0m", "soon", "2000h", "-1h"])
def test_what_is_no_interval_is_refused(run: Run, every: str) -> None:
    assert run("run", f"--every={every}").exit_code == 2
