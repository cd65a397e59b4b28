"""What a file is called once it is saved: lower-case words and dashes, safe in any file system."""

import re
from unicodedata import normalize

LONGEST = 120  # letters, of the 255 that file systems allow


def attachment(*said: str, number: int, ending: str) -> str:
    """The header that names a file for what it holds and which release it is of."""
    return f'attachment; filename="{file_name(*said, number=number, ending=ending)}"'


def file_name(*said: str, number: int, ending: str) -> str:
    """`access-icb22-e54000037-release-1.pdf`."""
    words = "-".join(map(_plain, said))[:LONGEST].strip("-")
    return f"{words}-release-{number}.{ending}"


def _plain(text: str) -> str:
    letters = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
