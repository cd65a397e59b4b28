"""One fetch of one API: what every kind of API is given."""

from dataclasses import dataclass
from pathlib import Path

from hereabouts.errors import Location, SourceError
from hereabouts.sources.http.address import shown
from hereabouts.sources.http_api.held import Held
from hereabouts.sources.http_api.refusals import ShiftedError, not_promised
from hereabouts.sources.http_api.session import Session
from hereabouts.sources.http_api.settings import Settings
from hereabouts.sources.http_api.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """The settings, the session, and where to write."""

    settings: Settings
    session: Session
    folder: Path  # for this fetch alone
    held: Held | None  # what we hold, when only changes are asked for
    at: Location | None

    @property
    def origin(self) -> str:
        """The address, for messages."""
        return shown(self.settings.address)

    @property
    def parameters(self) -> dict[str, str]:
        """What source.yml asks for, and for changes only where it holds the rest."""
        cursor, said = self.settings.cursor, dict(self.settings.parameters)
        if cursor is None or self.held is None or not cursor.parameter:
            return said
        return {**said, cursor.parameter: self.held.newest}

    def table(self) -> Table:
        """A new table for what comes, on top of what we hold."""
        table = Table(
            self.folder,
            kind=self.settings.kind,
            record_key=self.settings.record_key,
            origin=self.origin,
            at=self.at,
        )
        if self.held is not None:
            table.add_held(self.held)
        return table

    def broken(self, problem: str) -> SourceError:
        """The answer has not its shape."""
        return not_promised(self.origin, problem, at=self.at)

    def shifted(self, problem: str, code: str = "S208") -> ShiftedError:
        """The pages do not make one whole."""
        return ShiftedError(
            f"{self.origin} {problem}",
            code=code,
            do="try again when its data is at rest; if it goes on, check `paging` and "
            "`record_key`, and tell its owner",
            at=self.at,
        )

    def check_total(self, came: int, said: int) -> None:
        """Refuse pages that hold another number of records than the API says.

        Raises:
            ShiftedError: S208.
        """
        if came != said:
            raise self.shifted(f"says that it has {said:,} records, and gave {came:,}")
