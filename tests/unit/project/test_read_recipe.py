"""A product made by declaration: read, and refused where it is made in two ways."""

from collections.abc import Callable
from pathlib import Path

from hereabouts.model.conversion import Conversion, LookupStep
from hereabouts.model.product import Product
from hereabouts.project import find_problems
from tests.unit.converting import FOLDER, add_conversion

Edit = Callable[[str, str, str], None]
Say = Callable[[], list[str]]
CONVERT = f"{FOLDER}/convert.yml"


def product(place: Path) -> Product:
    project, problems = find_problems(place)
    assert [str(problem) for problem in problems] == []
    assert project is not None
    return project.products["carry.carried"]


def read(place: Path) -> Conversion:
    recipe = product(place).recipe
    assert isinstance(recipe, Conversion)
    return recipe


def test_a_conversion_says_what_it_reads(place: Path) -> None:
    add_conversion(place)
    assert read(place).reads == {
        "carry.people": {"area", "count", "age", "year"},
        "carry.lookup": {"was", "is", "change"},
        "carry.new_people": {"area", "count", "age", "year"},
    }


def test_the_product_is_made_from_what_its_recipe_reads(place: Path) -> None:
    add_conversion(place)
    made = product(place)
    assert made.inputs == ("carry.lookup", "carry.new_people", "carry.people")
    assert str(made.made_at) == f"{CONVERT}:1"


def test_lookups_are_kept_in_turn_with_their_lines(place: Path) -> None:
    add_conversion(place)
    step = read(place).by[0]
    assert step == LookupStep(
        product="carry.lookup", old="was", new="is", change="change", at=step.at
    )
    assert str(step.at) == f"{CONVERT}:5"


def test_the_truth_is_by_the_areas_of_the_weights_unless_said(place: Path, edit: Edit) -> None:
    add_conversion(place)
    truth = read(place).hold_out
    assert truth is not None
    assert (truth.area, truth.of) == ("area", "count")


def test_a_recipe_beside_a_model_makes_a_product_in_two_ways(place: Path, said: Say) -> None:
    add_conversion(place)
    (place / FOLDER / "model.sql").write_text("SELECT * FROM carry.people")
    assert said() == [f"{CONVERT} P129 this product is made in two ways"]


def test_a_source_product_has_no_recipe(place: Path, said: Say) -> None:
    add_conversion(place)
    (place / FOLDER / "source.yml").write_text("kind: csv\npath: inbox/people.csv\n")
    assert said() == [f"{CONVERT} P129 this product is made in two ways"]


def test_a_product_that_a_recipe_names_in_vain_is_said_at_its_line(
    place: Path, edit: Edit, said: Say
) -> None:
    add_conversion(place)
    edit(CONVERT, "product: carry.lookup", "product: carry.look")
    assert said() == [f"{CONVERT}:5 P302 unknown product 'carry.look'"]


def test_an_error_limit_needs_something_to_measure_against(
    place: Path, edit: Edit, said: Say
) -> None:
    add_conversion(place)
    edit(CONVERT, "hold_out: {product: carry.new_people, column: count}\n", "")
    assert said() == [f"{CONVERT}:1 P104 the file has no 'hold_out'"]
