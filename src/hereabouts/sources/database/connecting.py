"""A connection to the database, by the driver that its way needs."""

from contextlib import ExitStack

from hereabouts.errors import Location, SourceError
from hereabouts.sources.database.adbc import AdbcPeer
from hereabouts.sources.database.asked import Asked
from hereabouts.sources.database.odbc import DIALECTS, OdbcPeer
from hereabouts.sources.database.one_select import one_select
from hereabouts.sources.database.peer import DriverError, Peer
from hereabouts.sources.database.trouble import meant


def connect(asked: Asked, *, at: Location) -> Peer:
    """An open connection, for a query that only reads.

    Raises:
        SourceError: S182 it cannot be reached, or is of no kind we know; S183 it does not let us
            in; S184 the query does more than read.
    """
    if asked.way == "postgresql":
        one_select(asked.query, dialect=AdbcPeer.dialect, at=at)
    try:
        if asked.way == "postgresql":
            return AdbcPeer(asked.connection)
        peer = OdbcPeer(asked.connection, seconds=asked.seconds)
    except DriverError as error:
        raise meant(error, at=at, opening=True) from error
    with ExitStack() as stack:
        stack.callback(peer.close)
        _check_dialect(peer, at=at)
        one_select(asked.query, dialect=peer.dialect, at=at)
        stack.pop_all()
    return peer


def _check_dialect(peer: Peer, *, at: Location) -> None:
    if not peer.dialect:
        raise SourceError(
            "what answers is not a database that is known here",
            code="S182",
            do=f"connect to one of {', '.join(DIALECTS)}",
            at=at,
        )
