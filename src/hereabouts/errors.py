"""Every error a user can meet.

* HereaboutsError          exit 1   printed without a traceback
  - ProjectError           exit 10  the project folder is wrong         P...
  - DataError              exit 11  data broke its contract             Q...
  - DisclosureError        exit 12  a release would break its policy    D...
  - AccessError            exit 13  no policy allows this use           A...
  - SourceError            exit 14  a file or feed cannot be read       S...
  - LakeError              exit 15  tables cannot be read or written    L...
  - ReleaseError           exit 16  there is no such release            R...
  - ProblemsError          the exit of the first of several problems

A code is permanent: `hereabouts explain CODE` says more about it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where in the project folder to look. Prints as `path:line`."""

    path: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


class HereaboutsError(Exception):
    """Something the user can put right."""

    exit_status: ClassVar[int] = 1

    def __init__(self, problem: str, *, code: str, do: str, at: Location | None = None) -> None:
        super().__init__(problem)
        self.problem, self.code, self.do, self.at = problem, code, do, at

    def __str__(self) -> str:
        where = f"{self.at}: " if self.at else ""
        return f"{where}{self.problem} [{self.code}]\n  do: {self.do}"


class ProjectError(HereaboutsError):
    """The project folder does not say what it must, or says it twice."""

    exit_status = 10


class DataError(HereaboutsError):
    """Data did not match the product's contract."""

    exit_status = 11


class DisclosureError(HereaboutsError):
    """Releasing this would break the disclosure policy it names."""

    exit_status = 12


class AccessError(HereaboutsError):
    """No policy in the project allows this use."""

    exit_status = 13


class SourceError(HereaboutsError):
    """A file, package or address cannot be fetched or read."""

    exit_status = 14


class LakeError(HereaboutsError):
    """A table cannot be read or written: locked, full, or not ours to read."""

    exit_status = 15


class ReleaseError(HereaboutsError):
    """There is no such release, or what it pins is gone."""

    exit_status = 16


class GoverningError(HereaboutsError):
    """What is asked of governing cannot be done: a broken log, a draft policy, a hold."""

    exit_status = 17


class ProblemsError(HereaboutsError):
    """Several problems, all reported at once, in the order of the folder."""

    def __init__(self, problems: Sequence[HereaboutsError]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.problem, code=first.code, do=first.do, at=first.at)

    @property
    def first(self) -> HereaboutsError:
        """The problem whose exit status the process takes."""
        return self.problems[0]

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def one_error(problems: Sequence[HereaboutsError]) -> HereaboutsError:
    """The only problem itself, or all of several as one error to raise."""
    return problems[0] if len(problems) == 1 else ProblemsError(problems)
