"""Walking the doors of a site, and reading all that comes out as words and numbers."""

# mypy: disallow-untyped-calls=False
# (pmtiles is annotated only in part)

import gzip
import html
import io
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from tempfile import NamedTemporaryFile
from urllib.parse import urljoin, urlsplit

import duckdb
import numpy as np
from httpx import Response
from PIL import Image
from pmtiles.reader import MemorySource, Reader, all_tiles
from pypdf import PdfReader

from tests.journeys.open_doors import is_known
from tests.unit.geography.test_tiles import fields

Get = Callable[[str], Response]
LINKS = re.compile(r"""(?:href|src|action|data-[a-z-]+)="([^"]*)\"""")
TAKEN_AWAY = re.compile(r"(/r/\d+)?/(chart/|compare|download/|pack/|embed/|explain/)")
UNSAID = ("content-length", "date")  # headers that are numbers of chance
NUMBER = re.compile(r"(?<![\w.])-?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?!\w)")


@dataclass(frozen=True)
class Answer:
    """What one address answered with."""

    address: str
    status: int
    headers: dict[str, str]
    body: bytes
    kind: str
    text: str  # everything in it that can be read as words, headers too
    numbers: frozenset[float] = field(default=frozenset())  # that are not in words

    @property
    def numbers_said(self) -> list[str]:
        return [found.replace(",", "") for found in NUMBER.findall(self.text)]


def read(address: str, response: Response) -> Answer:
    """An answer, taken apart by what it says it is."""
    kind = response.headers.get("content-type", "").partition(";")[0]
    text, numbers = opened(kind, address, response.content)
    headers = {name: value for name, value in response.headers.items() if name not in UNSAID}
    said = "\n".join([text, *(f"{name}: {value}" for name, value in headers.items())])
    return Answer(address, response.status_code, headers, response.content, kind, said, numbers)


def opened(kind: str, address: str, body: bytes) -> tuple[str, frozenset[float]]:
    if urlsplit(address).path.endswith(".f32") and kind == "application/octet-stream":
        array = np.frombuffer(body, "<f4").astype(float)
        return "", frozenset(array[np.isfinite(array)].tolist())
    if urlsplit(address).path.endswith(".u8") and kind == "application/octet-stream":
        return "", frozenset(np.frombuffer(body, "u1").astype(float).tolist())
    for name, reading in READERS.items():
        if name in kind:
            return reading(body), frozenset()
    raise AssertionError(f"{address} answers with {kind}, which the walk cannot read")


def words(body: bytes) -> str:
    return html.unescape(body.decode("utf-8"))


def cells(body: bytes) -> str:
    """A comma between cells is no comma of thousands."""
    return words(body).replace(",", "\n")


def picture(body: bytes) -> str:
    with Image.open(io.BytesIO(body)) as opened_picture:
        return repr(opened_picture.info)


def workbook(body: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        return "\n".join(book.read(one).decode("utf-8", "replace") for one in book.namelist())


def document(body: bytes) -> str:
    pages = PdfReader(io.BytesIO(body))
    return "\n".join([*(page.extract_text() for page in pages.pages), repr(pages.metadata)])


def columns(body: bytes) -> str:
    """Every cell of a Parquet file, a line each, and what the file says of itself."""
    with NamedTemporaryFile(suffix=".parquet") as file, duckdb.connect() as connection:
        file.write(body)
        file.flush()
        rows = connection.execute("from read_parquet(?)", [file.name]).fetchall()
        facts = connection.execute(
            "select key, value from parquet_kv_metadata(?)", [file.name]
        ).fetchall()
    return "\n".join([*(str(cell) for row in rows for cell in row), *map(repr, facts)])


def tiles(archive: bytes) -> str:
    """The metadata of an archive, and the keys and values of every layer of every tile."""
    source = MemorySource(archive)
    said = [repr(Reader(source).metadata()), repr(Reader(source).header())]
    for _at, tile in all_tiles(source):
        for _number, layer in fields(gzip.decompress(tile)):
            assert isinstance(layer, bytes)
            said += [repr(value) for number, value in fields(layer) if number in (3, 4)]
    return "\n".join(said)


#: By part of what an answer says it is; the first that fits.
READERS: dict[str, Callable[[bytes], str]] = {
    "text/csv": cells,
    "spreadsheet": workbook,
    "presentation": workbook,
    "parquet": columns,
    "pdf": document,
    **dict.fromkeys(("text/", "json", "svg", "javascript", "xml"), words),
    "image/": picture,
    "pmtiles": tiles,
    "font": lambda _body: "",
}


def walk(get: Get, addresses: Iterable[str], *, follow: bool = False) -> dict[str, Answer]:
    """Every address and, where links are followed, whatever can be reached from them.

    A link to an indicator on which more is chosen than the type of area and one thing beside it is
    not followed: what is chosen is kept from page to page, so that there is no end of them. Nor are
    links to what a page is taken away as, which are of every figure there is.
    """
    waiting, found = [_ordered(one) for one in addresses], dict[str, Answer]()
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        found[address] = answer = read(address, get(address))
        if follow and answer.kind == "text/html":
            waiting += [one for one in links(answer) if _is_followed(one) and one not in found]
    return found


def _is_followed(address: str) -> bool:
    return address.count("&") < 2 and not TAKEN_AWAY.match(address)


def _ordered(address: str) -> str:
    """An address with what it asks in one order."""
    path, mark, asked = address.partition("?")
    return path + mark + "&".join(sorted(asked.split("&")))


def links(answer: Answer) -> list[str]:
    """Where a page leads on this site."""
    here = [html.unescape(one) for one in LINKS.findall(answer.body.decode("utf-8"))]
    pointed = [one for one in here if one.startswith(("/", "?")) and "{" not in one]
    full = [urljoin(answer.address, one).partition("#")[0] for one in pointed]
    if answer.status == 200:
        assert [one for one in full if not is_known(urlsplit(one).path)] == [], answer.address
    return [_ordered(one) for one in full]
