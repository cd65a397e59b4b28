"""What changed in the folder since a revision: products that came, went or changed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from hereabouts.errors import ProblemsError, ProjectError
from hereabouts.pipeline.contract_versions import changes_since

MEMBERSHIP = "products/library/membership"
WHO = ("-c", "user.name=A Person", "-c", "user.email=person@example.org")


@pytest.fixture
def kept(new: Path) -> Path:
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "Begin")):
        subprocess.run(["git", *WHO, "-C", str(new), *arguments], check=True, capture_output=True)
    return new


def test_a_product_that_is_gone_breaks_all_who_read_it(kept: Path) -> None:
    shutil.rmtree(kept / MEMBERSHIP)
    (found,) = changes_since(kept, None, revision="HEAD")
    assert (found.product, found.is_breaking) == ("library.membership", True)
    assert [(b.kind, b.name) for b in found.broken] == [
        ("indicator", "library.members"),
        ("indicator", "library.members"),
        ("page", "home"),
    ]


def test_a_new_product_and_an_unchanged_one_break_nobody(kept: Path) -> None:
    shutil.copytree(kept / MEMBERSHIP, kept / "products/library/again")
    assert changes_since(kept, None, revision="HEAD") == ()
    (same,) = changes_since(kept, "library.membership", revision="HEAD")
    assert same.changes == ()
    assert changes_since(kept, "library.again", revision="HEAD") == ()


def test_a_fault_elsewhere_does_not_hide_a_change_but_one_in_a_contract_is_said(
    kept: Path,
) -> None:
    contract = kept / MEMBERSHIP / "contract.odcs.yaml"
    text = contract.read_text("utf-8")
    contract.write_text(text.replace("businessName: Members", "businessName: M"), encoding="utf-8")
    (kept / "indicators/library/members.yml").write_text("title: [\n", encoding="utf-8")
    (found,) = changes_since(kept, None, revision="HEAD")
    assert [change.what for change in found.changes] == ["the title of 'members_count' is another"]
    contract.write_text("kind: [\n", encoding="utf-8")
    with pytest.raises(ProblemsError):
        changes_since(kept, None, revision="HEAD")


def test_a_name_that_never_was_is_refused(kept: Path) -> None:
    with pytest.raises(ProjectError) as refused:
        changes_since(kept, "library.membershp", revision="HEAD")
    assert refused.value.code == "P372"
