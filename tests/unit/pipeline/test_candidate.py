"""The rows a product is offered."""

from pathlib import Path

import pytest

from hereabouts.engine.duckdb.session import session
from hereabouts.errors import DataError, Location
from hereabouts.model.product import Model, Product
from hereabouts.pipeline.candidate import make_candidate
from hereabouts.project import load, write_new

AT = Location("products/geography/district/model.py")


@pytest.fixture
def product(tmp_path: Path) -> Product:
    write_new(tmp_path / "place", starter="blank")
    return load(tmp_path / "place").products["geography.district"]


def with_python(product: Product, folder: Path, text: str) -> Product:
    path = folder / "model.py"
    path.write_text(text)
    model = Model(language="python", text=text, inputs=(), path=str(path), at=AT)
    return Product(
        domain=product.domain,
        name=product.name,
        contract=product.contract,
        model=model,
        folder=str(folder),
        at=product.at,
    )


def test_a_python_model_may_ask_for_the_connection(product: Product, tmp_path: Path) -> None:
    text = (
        "def model(tables, connection):\n"
        "    return connection.sql(\"select 'E1' as district_code, 'North' as district_name\")\n"
    )
    with session(tmp_path / "scratch") as opened:
        types = make_candidate(opened, with_python(product, tmp_path, text), ())
        rows = opened.connection.sql("from candidate").fetchall()
    assert rows == [(1, "E1", "North")]
    assert types["_row"] == "bigint"


def test_whatever_a_python_model_raises_is_about_the_model(
    product: Product, tmp_path: Path
) -> None:
    text = "def model(tables):\n    raise ZeroDivisionError('a value')\n"
    with session(tmp_path / "scratch") as opened, pytest.raises(DataError) as caught:
        make_candidate(opened, with_python(product, tmp_path, text), ())
    assert caught.value.code == "Q203"
    assert "ZeroDivisionError" in str(caught.value)
    assert "a value" not in str(caught.value)


def test_a_model_that_lacks_a_column_says_which(product: Product, tmp_path: Path) -> None:
    text = "def model(connection):\n    return connection.sql(\"select 'E1' as district_code\")\n"
    with session(tmp_path / "scratch") as opened, pytest.raises(DataError) as caught:
        make_candidate(opened, with_python(product, tmp_path, text), ())
    assert caught.value.code == "Q202"
    assert "'district_name'" in str(caught.value)
