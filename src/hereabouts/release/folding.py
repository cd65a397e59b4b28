"""What is typed, without what typing leaves out: accents, capitals, hyphens and full stops."""

import unicodedata

MOST_WORDS = 8
LONGEST = 100  # letters, of what is typed
LEFT_OUT = "'’.`"
SPACES = '-–/,;:()<>"'
_SIGNS = str.maketrans({**dict.fromkeys(LEFT_OUT, ""), **dict.fromkeys(SPACES, " "), "&": " and "})
#: Words that say nothing of what is sought.
SMALL = frozenset(("a", "an", "and", "at", "by", "for", "in", "is", "of", "on", "or", "the", "to"))


def fold(text: str) -> str:
    """`Ynys Môn`, `St. Helens` and `STOKE-ON-TRENT` as ynys mon, st helens and stoke on trent."""
    parts = unicodedata.normalize("NFKD", text.replace("\0", " ")[:LONGEST])
    plain = "".join(one for one in parts if not unicodedata.combining(one))
    return " ".join(plain.lower().translate(_SIGNS).split())


def words_of(folded: str) -> tuple[str, ...]:
    """The first few different words."""
    return tuple(dict.fromkeys(folded.split()))[:MOST_WORDS]
