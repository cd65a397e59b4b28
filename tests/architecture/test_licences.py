"""What is installed with us may be given on with us: no licence that reaches out over a network."""

import re
from importlib.metadata import Distribution, distributions

import pytest

#: Licences that bind whoever only offers a service, and those that are not open.
REFUSED = re.compile(
    r"AGPL|Affero|Elastic|SSPL|Server Side Public|BUSL|Business Source|Commons Clause",
    re.IGNORECASE,
)
#: Of such a text the name is enough; what a licence says of others is not its own name.
LONGEST_NAME = 200


def licence_of(one: Distribution) -> str:
    """What a distribution says its licence is, in any of the three places to say it."""
    said = one.metadata
    named = (*(said.get_all("License-Expression") or ()), *(said.get_all("License") or ()))
    classifiers = (c for c in said.get_all("Classifier") or () if c.startswith("License"))
    return " | ".join(part[:LONGEST_NAME] for part in (*named, *classifiers))


def test_no_distribution_has_a_licence_that_is_refused() -> None:
    found = {one.metadata["Name"]: licence_of(one) for one in distributions()}
    assert len(found) > 100, "everything is installed where tests run"
    assert {name: said for name, said in found.items() if REFUSED.search(said)} == {}


@pytest.mark.parametrize(
    "said",
    [
        "AGPL-3.0-only",
        "License :: OSI Approved :: GNU Affero General Public License v3",
        "Elastic License 2.0",
        "SSPL-1.0",
        "BUSL-1.1",
        "Apache 2.0 with Commons Clause",
    ],
)
def test_those_that_are_refused_are_known_by_name(said: str) -> None:
    assert REFUSED.search(said)


@pytest.mark.parametrize("said", ["Apache-2.0", "MIT", "LGPL-3.0-only", "MPL-2.0", "BSD"])
def test_others_are_not(said: str) -> None:
    assert not REFUSED.search(said)
