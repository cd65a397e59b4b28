"""Records become files that people can read, fill in, print, and hold against the facts later."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.cli import main
from hereabouts.errors import GoverningError
from hereabouts.govern.records.document import document
from hereabouts.govern.records.page import index, page
from hereabouts.govern.records.stamp import read_stamp, stamp_of
from hereabouts.govern.records.writing import Bullets, Gap, Kind, Record, Section, Table
from tests.unit.doors.web.reading_age import grade
from tests.unit.govern.people_place import declare
from tests.unit.govern.records.conftest import AGREEMENT, TODAY, Made

HARDEST = 9.0  # a reader of about 14, as pages of the site
Run = Callable[..., Result]
RECORD = Record(
    kind=Kind.DPIA,
    name="care.visits",
    title="An <assessment>",
    lead="What it is.",
    sections=(
        Section(
            heading="A heading & more",
            blocks=(
                "Words.",
                Gap(ask="who signs"),
                Bullets(items=("one", Gap(ask="whom it is about", where="a contract"))),
                Table(
                    caption="A table", heads=("What", "Answer"), rows=(("Purpose", "To <see>."),)
                ),
            ),
        ),
    ),
)


@pytest.fixture
def run(sharing_place: Path) -> Run:
    def command(*words: str) -> Result:
        return CliRunner().invoke(main, ["records", *words, "-C", str(sharing_place)])

    return command


def test_a_page_escapes_marks_gaps_and_lists_them_at_the_top() -> None:
    html = page(RECORD, made_on=TODAY)
    assert "<h1>An &lt;assessment&gt;</h1>" in html
    assert "To &lt;see&gt;." in html
    assert html.count("<mark>To be filled in: who signs</mark>") == 1
    top, _, rest = html.partition("A heading &amp; more")
    assert "whom it is about (a contract)" in top
    assert "<mark>To be filled in: whom it is about</mark>" in rest
    assert '<html lang="en-GB">' in html
    assert '<th scope="row">Purpose</th>' in html
    assert "<script" not in html


def test_a_document_has_headings_a_language_and_header_rows() -> None:
    made = Document(BytesIO(document(RECORD, made_on=TODAY)))
    headings = [(one.style.name, one.text) for one in made.paragraphs if one.style
                and str(one.style.name).startswith("Heading")]  # fmt: skip
    assert headings == [
        ("Heading 1", "An <assessment>"),
        ("Heading 2", "To be filled in by people"),
        ("Heading 2", "A heading & more"),
    ]
    assert made.core_properties.language == "en-GB"
    assert made.core_properties.title == "An <assessment>"
    languages = {one.get(qn("w:val")) for one in made.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    (table,) = made.tables
    assert list(table.rows[0]._tr.iter(qn("w:tblHeader")))  # noqa: SLF001  there is no other way
    assert [cell.text for cell in table.rows[0].cells] == ["What", "Answer"]
    highlighted = [r.text for p in made.paragraphs for r in p.runs if r.font.highlight_color]
    assert highlighted == ["To be filled in: who signs", "To be filled in: whom it is about"]


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_a_copy_says_which_record_it_is_and_by_which_facts(tmp_path: Path, ending: str) -> None:
    copy = tmp_path / f"copy.{ending}"
    html, docx = page(RECORD, made_on=TODAY).encode(), document(RECORD, made_on=TODAY)
    copy.write_bytes(html if ending == "html" else docx)
    assert read_stamp(copy) == stamp_of(RECORD)


@given(st.text(), st.text())
def test_two_records_that_differ_have_different_stamps(one: str, other: str) -> None:
    def with_lead(lead: str) -> Record:
        return Record(kind=Kind.DPIA, name="a", title="A", lead=lead, sections=())

    same = stamp_of(with_lead(one)) == stamp_of(with_lead(other))
    assert same == (one == other)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("gone.html", None, "G140"),
        ("letter.html", b"<p>Dear all</p>", "G141"),
        ("cut.html", b"Facts: dpia/care.visits 0123456789a", "G141"),
        ("broken.docx", b"PK\x03\x04 no zip", "G140"),
        ("picture.html", b"\xff\xfe\x00", "G140"),
    ],
)
def test_a_file_that_is_no_copy_is_refused(
    tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(GoverningError) as refused:
        read_stamp(tmp_path / name)
    assert refused.value.code == code


def test_the_command_writes_every_record_in_both_formats(run: Run, tmp_path: Path) -> None:
    result = run("write", str(tmp_path / "out"), "--format", "html,docx")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out/dpia/care.visits.docx").is_file()
    assert (tmp_path / "out/article30.html").is_file()
    assert (tmp_path / "out/playbook/care.by_area.html").is_file()
    listed = (tmp_path / "out/index.html").read_text("utf-8")
    links = re.findall(r'href="([^"#]+)"', listed)
    assert "privacy_notice/care.docx" in links
    assert all((tmp_path / "out" / link).is_file() for link in links)
    assert not list((tmp_path / "out").rglob("*.part"))


def test_one_kind_alone_can_be_written(run: Run, tmp_path: Path) -> None:
    result = run("write", str(tmp_path / "out"), "--only", "agreement")
    assert result.exit_code == 0
    assert {path.name for path in (tmp_path / "out").rglob("*.html")} == {
        "index.html", "winter.html"}  # fmt: skip


def test_a_format_that_is_not_known_is_refused_before_anything_is_written(
    run: Run, tmp_path: Path
) -> None:
    result = run("write", str(tmp_path / "out"), "--format", "html,pdf")
    assert result.exit_code == 2
    assert "'pdf' is not one of html, docx" in result.output
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_to_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    result = run("write", str(tmp_path / "out" / "inside"))
    assert result.exit_code == 17
    assert "[G142]" in result.output


def test_what_is_missing_is_listed_with_the_product_and_the_file(run: Run) -> None:
    result = run("check", "--json")
    assert result.exit_code == 17
    assert '"record": "dpia/care.last_visits"' in result.output
    assert "customProperties.dataSubjects in products/care/last_visits" in result.output
    assert "[G146]" in result.output


def test_a_copy_stands_until_a_fact_changes(run: Run, sharing_place: Path, tmp_path: Path) -> None:
    run("write", str(tmp_path / "out"), "--format", "html,docx", "--only", "agreement")
    copies = [tmp_path / "out/agreement/winter.html", tmp_path / "out/agreement/winter.docx"]
    assert [run("check", str(copy)).exit_code for copy in copies] == [0, 0]
    declare(sharing_place, "agreements/winter.yml", AGREEMENT.replace("2 y", "3 y"))
    for copy in copies:
        stale = run("check", str(copy))
        assert stale.exit_code == 17
        assert "is stale" in stale.output
    (sharing_place / "agreements/winter.yml").unlink()
    assert "[G144]" in run("check", str(copies[0])).output


def test_what_people_filled_in_does_not_make_a_copy_stale(run: Run, tmp_path: Path) -> None:
    run("write", str(tmp_path / "out"), "--format", "docx", "--only", "dpia")
    copy = tmp_path / "out/dpia/care.visits.docx"
    filled = Document(str(copy))
    filled.paragraphs[3].text = "We asked the patients' panel."
    filled.save(str(copy))
    assert run("check", str(copy)).exit_code == 0


def test_a_notice_reads_easily(records: Made) -> None:
    (notice,) = records(Kind.PRIVACY_NOTICE)
    said = [block for section in notice.sections for block in section.blocks]
    words = [one for one in said if isinstance(one, str)]
    words += [
        one for block in said if isinstance(block, Bullets) for one in block.items
        if isinstance(one, str) and one.endswith(".")
    ]  # fmt: skip
    worst = sorted(words, key=grade, reverse=True)[:4]
    assert grade(" ".join(words)) <= HARDEST, "\n".join(f"{grade(w):.1f} {w}" for w in worst)


def test_rights_are_those_that_the_lawful_basis_gives(sharing_place: Path, records: Made) -> None:
    def rights() -> str:
        (notice,) = records(Kind.PRIVACY_NOTICE)
        return repr(next(one for one in notice.sections if one.heading == "Your rights"))

    assert "You can tell us to stop." in rights()
    assert "take back your yes" not in rights()
    for path in (sharing_place / "products/care").glob("*/contract.odcs.yaml"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("lawfulBasis, value: 6(1)(e)", "lawfulBasis, value: 6(1)(a)"))
    assert "take back your yes" in rights()
    assert "You can tell us to stop." not in rights()
    assert "form that a computer reads" in rights()


def test_a_right_over_some_of_the_data_names_it(sharing_place: Path, records: Made) -> None:
    (all_alike,) = records(Kind.PRIVACY_NOTICE)
    assert "This is so for" not in repr(all_alike)
    path = sharing_place / "products/care/by_area/contract.odcs.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("lawfulBasis, value: 6(1)(e)", "lawfulBasis, value: 6(1)(a)"))
    (mixed,) = records(Kind.PRIVACY_NOTICE)
    assert "What we did before stays lawful. This is so for: Care, by_area." in repr(mixed)


def test_the_list_says_how_much_each_record_lacks() -> None:
    html = index([RECORD], endings=["html"], made_on=TODAY)
    assert '<td class="number">1</td><td class="number">1</td>' in html
