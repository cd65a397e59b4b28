"""What is deleted is what the question says, and nothing else; working files go with it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hereabouts.govern.retention.delete import sweep_working_files
from hereabouts.govern.retention.erase import erase
from hereabouts.govern.retention.holdings import holdings
from hereabouts.govern.retention.marks import digest_of, mark, normal_sql
from hereabouts.govern.retention.people import Keys
from hereabouts.govern.retention.received import drop_lock
from hereabouts.govern.retention.run import Order
from hereabouts.govern.retention.sieve import Sieve, aged
from hereabouts.lake.forgetting import earlier, forget_history
from hereabouts.lake.tables import Lake
from hereabouts.model.retention import kept_for
from hereabouts.project import find_problems, load
from tests.unit.govern.people_place import ANNA, declare, scanned, schedule

DATES = st.dates(date(1990, 1, 1), date(2026, 12, 31))


@pytest.fixture(scope="module")
def seven_years(people_place_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Sieve:
    """What has been kept seven years on 29 November 2026."""
    folder = tmp_path_factory.mktemp("rule")
    declare(folder, "place.yml", (people_place_built / "place.yml").read_text("utf-8"))
    declare(folder, "policies/retention/visits.yml", schedule(keep="7 y"))
    project, _ = find_problems(folder)  # what it covers is not here
    assert project is not None
    rule = project.schedules["visits"]
    return aged(rule, "seen_on", datetime(2026, 11, 29, tzinfo=UTC))


@given(st.lists(DATES, max_size=30))
def test_exactly_what_was_kept_seven_years_goes(seven_years: Sieve, days: Sequence[date]) -> None:
    span = kept_for("7 y")
    assert span is not None
    today = datetime(2026, 11, 29)  # noqa: DTZ001  a day
    expected = [d for d in days if span.after(datetime(d.year, d.month, d.day)) <= today]  # noqa: DTZ001
    for day in days:
        (goes,) = duckdb.execute(f"select {seven_years.asks('$1::date')}", [day]).fetchone() or ()
        assert goes == (day in expected)


@settings(max_examples=8)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)))
def test_a_history_is_forgotten_and_the_newest_version_is_as_it_was(words: list[str]) -> None:
    with TemporaryDirectory() as folder, duckdb.connect() as connection:
        lake = Lake(folder)
        connection.execute("create table t (word varchar)")
        lake.write("a/b", connection.sql("select 'PLANTED' as word"), facts={"f": "0"})
        connection.executemany("insert into t values (?)", [[w] for w in ["", *words]])
        lake.write("a/b", connection.sql("from t"), facts={"f": "1"})
        assert forget_history(lake, "a/b") == 1
        (only,) = earlier(lake, "a/b")
        held = connection.read_parquet(list(only.files)).order("word").fetchall()
        assert held == connection.sql("from t order by word").fetchall()
        assert only.facts == {"f": "1"}
        assert forget_history(lake, "a/b") == 0
        assert scanned(Path(folder), "PLANTED") == []


def test_spaces_and_capitals_do_not_tell_people_apart() -> None:
    def normal(value: str) -> object:
        return (duckdb.execute(f"select {normal_sql('$1')}", [value]).fetchone() or ("",))[0]

    assert normal(" 999 000\t0018 ") == "9990000018"
    assert normal("ab 12\u00a0C") == normal("AB12c")


def test_marks_of_two_kinds_or_two_keys_have_nothing_in_common() -> None:
    one, other = b"1" * 32, b"2" * 32
    marks = [mark(key, kind, "1") for key in (one, other) for kind in ("nhs_number", "staff_id")]
    assert len(set(marks)) == 4
    assert digest_of(["1", "2"]) != digest_of(["1", "2"]), "its key is thrown away"


def test_working_files_go_and_those_of_other_products_stay(people_place: Path) -> None:
    home = people_place / ".hereabouts"
    for path in ("scratch/spill.tmp", "arrivals/link/file", "reports/care.visits.ward.html"):
        declare(home, path, ANNA)
    declare(home, "reports/care.other.html", "nothing")
    held = holdings(people_place, load(people_place))
    assert scanned(home / "reports", ANNA)
    assert sweep_working_files(held, ("care.visits",)) >= 3
    for folder in ("scratch", "arrivals", "reports"):
        assert scanned(home / folder, ANNA) == []
    assert (home / "reports/care.other.html").exists()


def test_what_is_left_somewhere_unexpected_is_said(people_place: Path) -> None:
    declare(people_place / ".hereabouts", "notes/mine.txt", f"I saw {ANNA}")
    held = holdings(people_place, load(people_place))
    order = Order(by="DPO", now=datetime(2026, 11, 29, tzinfo=UTC))
    certificate = erase(held, Keys({"nhs_number": (ANNA,)}), order, reason="Request 12")
    assert not certificate.verified
    assert "notes/mine.txt still holds one of the values" in certificate.content["left"]


def test_the_lock_forgets_a_file_and_keeps_the_others(people_place: Path) -> None:
    product = load(people_place).products["care.visits"]
    path = people_place / "products/care/visits/product.lock.yml"
    entries = "".join(
        f"  {name}:\n    origin: o\n    sha256: {sha}\n    received_at: 2026-01-01\n"
        for name, sha in (("a", "aa"), ("b", "bb"))
    )
    path.write_text(f"# Do not edit.\nfiles:\n{entries}", "utf-8")
    drop_lock(product, frozenset({"aa"}))
    text = path.read_text("utf-8")
    assert text.startswith("# Do not edit.\nfiles:\n")
    assert ("aa" in text, "bb" in text) == (False, True)
    drop_lock(product, frozenset({"bb"}))
    assert not path.exists()
