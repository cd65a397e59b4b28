"""What makes it lawful to hold data about people: points of the UK GDPR, in words.

Source:
    UK GDPR, Articles 6(1) and 9(2), as amended by the Data (Use and Access) Act 2025, which added
    Article 6(1)(ea); Information Commissioner's Office, guides to lawful basis and to special
    category data.
"""

from collections.abc import Mapping

CONSENT, LEGAL_DUTY, PUBLIC_TASK = "6(1)(a)", "6(1)(c)", "6(1)(e)"
CONTRACT, LEGITIMATE_INTERESTS = "6(1)(b)", "6(1)(f)"
RECOGNISED_INTERESTS = "6(1)(ea)"

#: Point of Article 6(1) -> what it is called.
LAWFUL_BASES: Mapping[str, str] = {
    CONSENT: "consent",
    CONTRACT: "contract",
    LEGAL_DUTY: "legal obligation",
    "6(1)(d)": "vital interests",
    PUBLIC_TASK: "public task",
    RECOGNISED_INTERESTS: "recognised legitimate interest",
    LEGITIMATE_INTERESTS: "legitimate interests",
}

#: Point of Article 9(2) -> what it is called.
CONDITIONS: Mapping[str, str] = {
    "9(2)(a)": "explicit consent",
    "9(2)(b)": "employment, social security and social protection law",
    "9(2)(c)": "vital interests",
    "9(2)(d)": "not-for-profit bodies",
    "9(2)(e)": "made public by the person",
    "9(2)(f)": "legal claims and courts",
    "9(2)(g)": "substantial public interest",
    "9(2)(h)": "health or social care",
    "9(2)(i)": "public health",
    "9(2)(j)": "archiving, research and statistics",
}


def basis_words(point: str) -> str:
    """`Article 6(1)(e), public task`; empty for no point, and the text itself for one unknown."""
    return _words(point, LAWFUL_BASES)


def condition_words(point: str) -> str:
    """`Article 9(2)(h), health or social care`, as `basis_words` does."""
    return _words(point, CONDITIONS)


def _words(point: str, known: Mapping[str, str]) -> str:
    return f"Article {point}, {known[point]}" if point in known else point
