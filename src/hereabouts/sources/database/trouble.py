"""What went wrong between us and a database, in our words: a driver's own may hold secrets."""

import re

from hereabouts.errors import Location, SourceError
from hereabouts.sources.database.peer import DriverError

CHECK = "check what the environment variable holds, and this machine's way to the server"
#: SQLSTATE, or what PostgreSQL's client says where it gives none; code; problem; what to do.
#: The first that fits is said.
_MEANINGS: tuple[tuple[str, str, str, str, str], ...] = (
    ("28...|IM00[25]x", r"password|authentication|role .* does not exist|pg_hba", "S183",
     "the database does not let us in",
     "check the account and its password in the environment variable, and ask for its access"),
    ("3D000", r"database .* does not exist", "S182",
     "there is no database of the name that the connection gives", CHECK),
    ("IM...|01000", r"can't open lib|data source name not found", "S182",
     "the ODBC driver or data source that the connection names is not installed here",
     "install the driver, and give its name as `odbcinst -q -d` shows it"),
    ("", r"could not translate host name|name or service not known|getaddrinfo", "S182",
     "the database cannot be reached: there is no host of that name", CHECK),
    ("57014|HYT00|25P0[34]|55P03", r"statement timeout|canceling statement|lock timeout", "S186",
     "the query took longer than it was given",
     "narrow it or ask for an index, or give it longer with `max_seconds`"),
    ("42501", r"permission denied", "S185",
     "this account may not read what is asked for",
     "ask the database's owner to let it SELECT from there"),
    ("42P01|42S02|3F000|S0002", r"relation .* does not exist", "S185",
     "there is no such table, or this account may not see it",
     "check the names of schema and table; capitals matter in `table`"),
    ("42703|42S22|S0022", r"column .* does not exist", "S185",
     "there is no such column", "check the names of columns; capitals matter in quotes"),
    ("25006", r"read-only transaction", "S184",
     "the query tries to write, and here databases are only read",
     "ask for a view, or write one SELECT that reads"),
    ("22...", r"invalid (byte|input)|out of range|division by zero", "S185",
     "the query fails on a value that it meets",
     "run it in the database's own tool, and mend the step that fails"),
    ("HY004|HY106|07006", r"not yet supported", "S188",
     "a column is of a type that cannot be carried as text",
     "turn it into text in the query, or leave it out"),
    ("57P0.|08...|HYT01", r"terminating connection|server closed|connection|broken|timeout",
     "S187", "the database broke off, or fell silent, before the end",
     "try again; nothing of the half was kept"),
)  # fmt: skip


def meant(error: DriverError, *, at: Location, opening: bool = False) -> SourceError:
    """The trouble as one of ours.

    Args:
        error: what the driver said. Its text is looked at and never shown.
        at: where the source is declared.
        opening: whether the connection was only being made.
    """
    for states, words, code, problem, do in _MEANINGS:
        if _fits(error, states, words) and not (opening and code == "S187"):
            return SourceError(problem, code=code, do=do, at=at)
    if opening:
        return SourceError("the database cannot be reached", code="S182", do=CHECK, at=at)
    return SourceError(
        f"the database does not answer the query (SQLSTATE {error.state or 'not given'})",
        code="S185",
        do="run the query in the database's own tool, which says more",
        at=at,
    )


def _fits(error: DriverError, states: str, words: str) -> bool:
    if error.state and error.state not in {"HY000", "08001"}:
        return re.fullmatch(states, error.state) is not None
    return re.search(words, error.text, re.IGNORECASE) is not None
