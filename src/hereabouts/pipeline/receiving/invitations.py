"""Links by which one supplier may send one file: signed, for some days, and withdrawn at will.

A link is `<id>.<proof>`. With HEREABOUTS_SECRET_KEY the proof is an HMAC of what the link is
for, and nothing secret is kept. Without it the proof is random, and its hash is kept. The
record of every link is in `.hereabouts/invitations.json`; without its record no link is good.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from filelock import FileLock

from hereabouts.errors import AccessError, ProjectError
from hereabouts.pipeline.receiving.private_files import write_private

NAME = "invitations.json"
SECRET = "HEREABOUTS_SECRET_KEY"  # noqa: S105  the name of a setting, not a secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """One link. It holds nothing by which the link could be made."""

    id: str
    product: str
    file: str
    made_at: str  # in UTC
    expires_at: str
    withdrawn: bool = False
    hash: str = ""  # of the proof; empty where the proof is signed

    @property
    def expiry(self) -> datetime:
        """When it stops, with its zone."""
        return datetime.fromisoformat(self.expires_at)


class Invitations:
    """The links of one project folder.

    Args:
        home: `.hereabouts/`.
        environ: where the secret is, if there is one.
    """

    def __init__(self, home: Path, *, environ: Mapping[str, str]) -> None:
        self._path = home / NAME
        self._secret = environ.get(SECRET, "")

    def invite(
        self, product: str, file: str, *, days: int, now: datetime
    ) -> tuple[str, Invitation]:
        """A new link's token, which is not kept, and its record."""
        proof = secrets.token_urlsafe(32)
        made = Invitation(
            id=secrets.token_hex(6),
            product=product,
            file=file,
            made_at=now.astimezone(UTC).isoformat(timespec="seconds"),
            expires_at=(now.astimezone(UTC) + timedelta(days=days)).isoformat(timespec="seconds"),
            hash="" if self._secret else _hash(proof),
        )
        if self._secret:
            proof = self._signature(made)
        with self._held():
            self._write([*self.listed(), made])
        return f"{made.id}.{proof}", made

    def withdraw(self, link: str) -> Invitation:
        """End a link by its id.

        Raises:
            ProjectError: P395 there is none.
        """
        with self._held():
            every = self.listed()
            found = next((one for one in every if one.id == link), None)
            if found is None:
                raise ProjectError(
                    "there is no link with that id",
                    code="P395",
                    do="use an id that `hereabouts invite PRODUCT --list` shows",
                )
            ended = replace(found, withdrawn=True)
            self._write([ended if one.id == link else one for one in every])
        return ended

    def listed(self) -> list[Invitation]:
        """Every link there ever was, in order."""
        if not self._path.exists():
            return []
        return [Invitation(**said) for said in json.loads(self._path.read_text("utf-8"))]

    def read(self, token: str, *, now: datetime) -> Invitation:
        """What a token lets its holder send.

        Raises:
            AccessError: A301 it is none of ours; A302 it has expired; A303 it was withdrawn.
        """
        link, _, proof = token.partition(".")
        found = next((one for one in self.listed() if one.id == link), None)
        if found is None or not self._is_proof(found, proof):
            raise _refused("this link is not one of ours", "A301")
        if found.withdrawn:
            raise _refused("this link was withdrawn", "A303")
        if now >= found.expiry:
            raise _refused("this link has expired", "A302")
        return found

    def _is_proof(self, one: Invitation, proof: str) -> bool:
        if one.hash:
            return hmac.compare_digest(_hash(proof), one.hash)
        signed = self._signature(one) if self._secret else ""
        return bool(signed) and hmac.compare_digest(proof.encode(), signed.encode())

    def _signature(self, one: Invitation) -> str:
        said = json.dumps([one.id, one.product, one.file, one.made_at, one.expires_at])
        return hmac.new(self._secret.encode(), said.encode(), hashlib.sha256).hexdigest()

    def _held(self) -> FileLock:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(self._path.with_suffix(".lock"), timeout=10)

    def _write(self, every: list[Invitation]) -> None:
        text = json.dumps([asdict(one) for one in every], indent=1)
        write_private(self._path, text.encode())


def _hash(proof: str) -> str:
    return hashlib.sha256(proof.encode()).hexdigest()


def _refused(problem: str, code: str) -> AccessError:
    return AccessError(problem, code=code, do="ask whoever sent it to you for a new one")
