"""What a person calls a file: the bytes themselves are kept under their hash."""

from urllib.parse import unquote, urlsplit

from hereabouts.model.product import Source


def file_name(source: Source) -> str:
    """The last part of where the file is said to be, for messages."""
    said = source.location
    address = said.get("url") or said.get("address", "")
    place = said.get("path") or said.get("file") or unquote(urlsplit(address).path)
    return place.replace("\\", "/").rstrip("/").rpartition("/")[2] or "the file"
