from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import ProjectError
from hereabouts.model.proposal import Proposal, ProposedColumn
from hereabouts.project import find_problems, load, write_new
from hereabouts.project.new_contract import contract_text
from hereabouts.project.new_examples import examples_text
from hereabouts.project.new_plan import NewProduct
from hereabouts.project.new_product import write_product
from hereabouts.project.new_source import source_text
from hereabouts.project.new_yaml import entry, in_flow, scalar

NASTY = st.text(max_size=30) | st.sampled_from(
    ["a: b", "# x", "- x", "[c]", "..", "*", "~", "'", '"', "no", "00012", "a, b", "{a}", "\n", "é"]
)


def column(name: str, kind: str = "integer", **said: object) -> ProposedColumn:
    plain = ProposedColumn(name=name, heading=name.title(), title=name.title(), type=kind)
    return replace(plain, **said)  # type: ignore[arg-type]


@pytest.fixture
def beds() -> NewProduct:
    """Two columns, one with a marker, and a secret in the sample."""
    return NewProduct(
        domain="health",
        name="beds",
        title="Beds: open, by trust",
        purpose="Made from beds.csv.",
        location=("path", "inbox/beds.csv"),
        proposal=Proposal(
            kind="csv",
            options={"delimiter": ";", "markers": {"*": "[c]"}, "fill_down": ["Trust"]},
            columns=(
                column("trust", "string", key=True, required=True, why="words"),
                column(
                    "beds",
                    facts={"empty": "none", "distinct": "9", "smallest": "3", "largest": "8"},
                ),
                column("beds_marker", "string", marker_of="beds"),
                column("since", "date", format="month"),
            ),
            notes=("A note: with a colon.",),
            reasons={"fill_down": "labels that\nstand once"},
            sample=({"Trust": "Secret trust", "Beds": "*", "Since": "Jun-18"},),
        ),
        team="Doggerland",
        owner="me@example.org",
        licence="",
        attribution="",
        sensitivity="internal",
        bad_rows_at_most="0.01",
        why_title="what the file calls itself",
    )


@given(NASTY)
def test_any_text_reads_back_as_itself(text: str) -> None:
    for line in (scalar(text), f"[{in_flow(text)}, x]", f"{{a: {in_flow(text)}}}"):
        read = yaml.load(line, Loader=yaml.BaseLoader)  # noqa: S506
        assert text in (
            read,
            *(read if isinstance(read, list) else ()),
            *(read.values() if isinstance(read, dict) else ()),
        )


@given(NASTY, NASTY, NASTY)
def test_a_key_its_value_and_its_reason_stay_apart(key: str, value: str, why: str) -> None:
    text = "\n".join(entry(key, {"a": [value, "b" * 80], "c": value}, why=why))
    read = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    assert read == {key: {"a": [value, "b" * 80], "c": value}}


def test_the_folder_with_a_new_product_lints_clean(tmp_path: Path, beds: NewProduct) -> None:
    write_new(tmp_path, starter="blank")
    written = write_product(tmp_path, beds)
    assert [path.name for path in written] == ["contract.odcs.yaml", "source.yml", "examples.yml"]
    assert find_problems(tmp_path)[1] == ()
    product = load(tmp_path).products["health.beds"]
    assert product.contract.key == ("trust",)
    assert product.contract.owner == "me@example.org"
    assert product.contract.bad_rows_at_most == 0.01
    assert [c.marker_of for c in product.contract.columns] == [None, None, "beds", None]
    assert product.source is not None
    assert product.source.markers == {"*": "[c]"}


def test_what_was_guessed_says_so(beds: NewProduct) -> None:
    assert '"Beds: open, by trust"  # what the file calls itself' in contract_text(beds)
    assert "fill_down: [Trust]  # labels that stand once" in source_text(beds)
    said = contract_text(replace(beds, why_title=""))
    assert "what the file calls itself" not in said


def test_only_an_open_product_shows_values(beds: NewProduct) -> None:
    assert "Secret" not in contract_text(beds) + source_text(beds) + examples_text(beds)
    assert "from 3 to 8" not in contract_text(beds)
    shown = replace(beds, sensitivity="open")
    assert "Secret trust" in examples_text(shown)
    assert "from 3 to 8" in contract_text(shown)


def test_an_example_shows_the_marker_beside_a_missing_value(beds: NewProduct) -> None:
    text = examples_text(replace(beds, sensitivity="open"))
    said = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    assert said["examples"][0]["expect"] == [
        {"trust": "Secret trust", "beds_marker": "[c]", "since": "Jun-18"}
    ]


def test_nothing_is_overwritten(tmp_path: Path, beds: NewProduct) -> None:
    write_product(tmp_path, beds)
    with pytest.raises(ProjectError, match="is not overwritten") as refused:
        write_product(tmp_path, beds)
    assert refused.value.code == "P350"


@pytest.mark.parametrize("name", ["Beds", "2beds", "../up", "a b", ""])
def test_a_name_that_is_none_is_refused(tmp_path: Path, beds: NewProduct, name: str) -> None:
    with pytest.raises(ProjectError) as refused:
        write_product(tmp_path, replace(beds, name=name))
    assert refused.value.code == "P351"
    assert list(tmp_path.iterdir()) == []
