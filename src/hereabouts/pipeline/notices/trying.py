"""Try to send what is waiting, now and in later runs. Whom it is for is the callers' affair."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from hereabouts.errors import HereaboutsError

MOST_RUNS = 20  # in which a notice is tried before it is let go


class Tried(Protocol):
    """Something to be sent."""

    @property
    def runs(self) -> int:
        """In how many runs it was tried."""


One = TypeVar("One", bound=Tried)
Problem = HereaboutsError | str | None


@dataclass(frozen=True, slots=True)
class Outcome(Generic[One]):
    """What became of one run."""

    sent: int
    left: tuple[One, ...]  # for the next run, as they were in this one
    dropped: int  # tried so often that nobody waits for them any more
    problems: tuple[HereaboutsError, ...]


def send_each(
    waiting: Iterable[One],
    *,
    channel: Callable[[One], str],
    deliver: Callable[[One], Problem],
) -> Outcome[One]:
    """Send each; a channel that does not answer is not tried again for those after it.

    Args:
        waiting: what is to be sent.
        channel: the name of where one goes.
        deliver: sends one, and says why not.
    """
    sent, dropped = 0, 0
    left: list[One] = []
    problems: dict[str, HereaboutsError] = {}
    silent: set[str] = set()
    for one in waiting:
        if channel(one) not in silent:
            problem = deliver(one)
            if problem is None:
                sent += 1
                continue
            silent.add(channel(one))
            if isinstance(problem, HereaboutsError):
                problems[str(problem)] = problem
        if one.runs + 1 < MOST_RUNS:
            left.append(one)
        else:
            dropped += 1
    return Outcome(sent, tuple(left), dropped, tuple(problems.values()))


def tried(
    once: Callable[[], bool], *, pauses: Iterable[float], sleep: Callable[[float], None]
) -> Problem:
    """Try at once, and again after each pause: None when it was sent; else why not."""
    try:
        for pause in (0.0, *pauses):
            if pause:
                sleep(pause)
            if once():
                return None
    except HereaboutsError as error:
        return error
    return "no answer"
