"""A record as DOCX, with headings, header rows and a language, so that it can be read aloud.

The one module of the records that needs python-docx.
"""

from datetime import UTC, date, datetime, time
from io import BytesIO

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph

from hereabouts.govern.records.said import day
from hereabouts.govern.records.stamp import stamp_of
from hereabouts.govern.records.writing import Block, Bullets, Gap, Record, Table, Words

LANGUAGE = "en-GB"


def document(record: Record, *, made_on: date) -> bytes:
    """The bytes of the file."""
    made = Document()
    _describe(made, record, made_on)
    made.add_heading(record.title, level=1)
    made.add_paragraph(record.lead)
    _asked(made, record)
    for section in record.sections:
        made.add_heading(section.heading, level=2)
        for block in section.blocks:
            _add(made, block)
    foot = made.sections[0].footer.paragraphs[0]
    foot.text = f"Written on {day(made_on)}. {stamp_of(record)}."
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def _describe(made: Docx, record: Record, made_on: date) -> None:
    about, when = made.core_properties, datetime.combine(made_on, time(), UTC)
    about.title, about.language, about.author = record.title, LANGUAGE, ""
    about.comments = ""
    about.created = about.modified = when
    defaults = made.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _asked(made: Docx, record: Record) -> None:
    if not (record.missing or record.judgements):
        return
    made.add_heading("To be filled in by people", level=2)
    for words, gaps in (
        ("The project's files can say these. Say them there, and write it again:", record.missing),
        ("Only people can say these. Write them in this record:", record.judgements),
    ):
        if gaps:
            made.add_paragraph(words)
        for gap in gaps:
            where = f" ({gap.where})" if gap.where else ""
            made.add_paragraph(f"{gap.ask}{where}", style="List Bullet")


def _add(made: Docx, block: Block) -> None:
    if isinstance(block, Bullets):
        for one in block.items:
            _write(made.add_paragraph(style="List Bullet"), one)
    elif isinstance(block, Table):
        _add_table(made, block)
    else:
        _write(made.add_paragraph(), block)


def _add_table(made: Docx, block: Table) -> None:
    made.add_paragraph(block.caption, style="Caption")
    table = made.add_table(rows=1, cols=len(block.heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    _mark_header(table)
    for row in block.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            _write(cell.paragraphs[0], words)


def _mark_header(table: DocxTable) -> None:
    """The first row is the heads: said again on each page, and read aloud as what they are."""
    properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001  python-docx has no other way
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    properties.append(mark)


def _write(paragraph: Paragraph, words: Words) -> None:
    if isinstance(words, Gap):
        run = paragraph.add_run(f"To be filled in: {words.ask}")
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    else:
        paragraph.add_run(words)
