"""Contracts as they were, from git and from files, with nothing of the repository's run."""

import subprocess
from pathlib import Path

import pytest

from hereabouts.errors import ProblemsError, ProjectError
from hereabouts.project.earlier_contract import (
    contract_from_file,
    contract_from_text,
    contracts_at,
)

MEMBERSHIP = "products/library/membership/contract.odcs.yaml"


def git(place: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A Person", "-c", "user.email=person@example.org")
    subprocess.run(["git", *who, "-C", str(place), *arguments], check=True, capture_output=True)


@pytest.fixture
def kept(place: Path) -> Path:
    """The place, two folders down in a git repository, with one commit."""
    git(place, "init", "-q", str(place.parent))
    git(place, "add", "-A")
    git(place, "commit", "-qm", "Begin")
    return place


def test_the_contracts_of_a_revision_are_read_from_its_history(kept: Path) -> None:
    before = (kept / MEMBERSHIP).read_text("utf-8")
    (kept / MEMBERSHIP).write_text("changed", encoding="utf-8")
    found = contracts_at(kept, "HEAD")
    assert sorted(found) == ["geography.area", "geography.district", "library.membership"]
    assert found["library.membership"] == before
    contract = contract_from_text(before, path=MEMBERSHIP, domain="library")
    assert (contract.version, contract.key) == ("1.0.0", ("area_code",))


@pytest.mark.parametrize("revision", ["HEAD~7", "--help", "-x", "no such", "", "HEAD:place.yml"])
def test_what_is_no_revision_is_refused(kept: Path, revision: str) -> None:
    with pytest.raises(ProjectError) as refused:
        contracts_at(kept, revision)
    assert refused.value.code == "P370"


def test_a_folder_outside_git_has_no_revisions(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(place.parent))
    with pytest.raises(ProjectError, match="no revision 'HEAD'"):
        contracts_at(place, "HEAD")


def test_a_folder_where_git_is_not_installed_has_no_revisions(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(kept))
    with pytest.raises(ProjectError, match="no revision 'HEAD'"):
        contracts_at(kept, "HEAD")


def test_what_a_repository_would_have_git_run_is_not_run(kept: Path) -> None:
    (kept.parent / ".gitattributes").write_text("*.yaml diff=spy filter=spy\n", encoding="utf-8")
    spy = kept.parent / "spied"
    for key in ("diff.spy.textconv", "filter.spy.smudge", "core.fsmonitor", "core.pager"):
        git(kept, "config", key, f"touch {spy}; cat")
    assert "library.membership" in contracts_at(kept, "HEAD")
    assert not spy.exists()


def test_a_file_that_is_no_contract_is_refused_with_all_that_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text("kind: DataContract\n", encoding="utf-8")
    with pytest.raises(ProblemsError) as refused:
        contract_from_file(tmp_path / "old.yaml")
    assert len(refused.value.problems) > 3
    (tmp_path / "image.yaml").write_bytes(b"\xff\xfe\x00")
    for name in ("image.yaml", "absent.yaml"):
        with pytest.raises(ProjectError) as unread:
            contract_from_file(tmp_path / name)
        assert unread.value.code == "P371"
