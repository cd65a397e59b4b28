"""A systemd service and timer that keep a folder fresh."""

import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from hereabouts.errors import ProjectError


@dataclass(frozen=True, slots=True)
class Units:
    """The files that were written, and how to install them."""

    service: Path
    timer: Path
    install: tuple[str, ...]  # shell commands, in order


def write_units(
    target: Path, *, root: Path, program: Path, every: timedelta, has_jitter: bool
) -> Units:
    """Write `hereabouts-<folder>.service` and `.timer` into `target`.

    Raises:
        ProjectError: P384 the folder cannot be written to.
    """
    name = f"hereabouts-{re.sub(r'[^a-z0-9]+', '-', root.name.lower()).strip('-') or 'place'}"
    service, timer = target / f"{name}.service", target / f"{name}.timer"
    if any(ord(sign) < 32 for sign in f"{root}{program}"):
        raise ProjectError(
            "the folder's path has a line break or another control character",
            code="P384",
            do="move the folder to a path of plain letters",
        )
    try:
        target.mkdir(parents=True, exist_ok=True)
        service.write_text(_service(root, program, name), encoding="utf-8")
        timer.write_text(_timer(root, every, has_jitter=has_jitter), encoding="utf-8")
    except OSError as error:
        raise ProjectError(
            f"{target} cannot be written to: {error.strerror or 'unknown reason'}",
            code="P384",
            do="name a folder that may be written to with --systemd",
        ) from error
    return Units(
        service,
        timer,
        (
            f"sudo cp {service} {timer} /etc/systemd/system/",
            "sudo systemctl daemon-reload",
            f"sudo systemctl enable --now {timer.name}",
        ),
    )


def _service(root: Path, program: Path, name: str) -> str:
    return f"""# Written by hereabouts run --systemd. Set User= to the account that owns the folder.
[Unit]
Description=Keep {_plain(root.name)} fresh
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory={_escaped(root)}
ExecStart={_quoted(program)} run --once --json --folder {_quoted(root)}
# Secrets that source.yml and notices.yml name, one NAME=value a line, readable by root alone.
EnvironmentFile=-/etc/hereabouts/{name}.env
TimeoutStartSec=6h
TimeoutStopSec=90s
KillSignal=SIGTERM
KillMode=mixed
NoNewPrivileges=yes
PrivateTmp=yes
ProtectSystem=strict
ReadWritePaths={_quoted(root)}
"""


def _timer(root: Path, every: timedelta, *, has_jitter: bool) -> str:
    seconds = max(1, round(every.total_seconds()))
    jitter = f"RandomizedDelaySec={max(1, seconds // 10)}s\n" if has_jitter else ""
    return f"""# Written by hereabouts run --systemd.
[Unit]
Description=When to keep {_plain(root.name)} fresh

[Timer]
OnBootSec=2min
OnUnitActiveSec={seconds}s
{jitter}
[Install]
WantedBy=timers.target
"""


def _escaped(path: Path) -> str:
    """A path where systemd takes the rest of the line: only its own signs are doubled."""
    return str(path).replace("%", "%%")


def _quoted(path: Path) -> str:
    """A path as one word of a command, with nothing in it that systemd would expand."""
    plain = str(path).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("%", "%%").replace("$", "$$") + '"'


def _plain(name: str) -> str:
    return re.sub(r"[^\w .-]", "_", name)
