"""Every file of the published site, found by following links from the home page."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from multiprocessing import get_context

from hereabouts.doors.static.addresses import Target
from hereabouts.doors.static.making import Made, Maker, Order

AT_ONCE = 16  # files a process is handed together
#: Told how many files are made, and how many are known to be left.
Listener = Callable[[int, int], None]
Many = tuple[Target, ...]

_MAKER: list[Maker] = []  # of a process of the pool


class Crawl:
    """Files made so far, those still to make, and where each was first met."""

    def __init__(self, start: Iterable[Target], known: Mapping[str, Made] | None = None) -> None:
        self._known = known or {}
        self.made: dict[str, Made] = {}
        self.met_on: dict[str, str] = {}
        self._left: deque[Target] = deque()
        for target in start:
            self._meet(target, on="")

    @property
    def left(self) -> int:
        """How many are known and not yet handed out."""
        return len(self._left)

    def take(self) -> Many:
        """Some files to make; those that a stopped publication had made are added instead."""
        some: list[Target] = []
        while self._left and len(some) < AT_ONCE:
            target = self._left.popleft()
            if target.file in self._known:
                self.add(self._known[target.file])
            else:
                some.append(target)
        return tuple(some)

    def add(self, made: Made) -> None:
        """Note a file, and what it leads to."""
        self.made[made.target.file] = made
        for target in made.leads_to:
            self._meet(target, on=made.target.file)

    def _meet(self, target: Target, *, on: str) -> None:
        if target.file not in self.met_on:
            self.met_on[target.file] = on
            self._left.append(target)


def crawl(
    start: Iterable[Target],
    order: Order,
    *,
    jobs: int,
    listener: Listener,
    known: Mapping[str, Made] | None = None,
    note: Callable[[list[Made]], None] = lambda _made: None,
) -> Crawl:
    """Make the files of `start` and all that they lead to, breadth first.

    Args:
        start: where to begin.
        order: what all files have in common.
        jobs: how many processes make them.
        listener: told how far it is.
        known: files that are made already.
        note: told of files when they are made.
    """
    found = Crawl(start, known)
    with _makers(order, jobs) as make:
        running: set[Future[list[Made]]] = set()
        while running or found.left:
            while found.left and len(running) < 2 * jobs:
                if some := found.take():
                    running.add(make(some))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            new = [made for future in done for made in future.result()]
            note(new)
            for one in new:
                found.add(one)
            listener(len(found.made), len(found.met_on) - len(found.made))
    return found


@contextmanager
def _makers(order: Order, jobs: int) -> Iterator[Callable[[Many], Future[list[Made]]]]:
    """Something that makes files: in this process, or in several of their own."""
    if jobs == 1:
        with Maker(order) as maker:
            yield lambda targets: _at_once([maker.make(target) for target in targets])
        return
    # Databases and threads of this process must not be in the others.
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(order,)
    )
    with pool:
        yield lambda targets: pool.submit(_make, targets)


def _at_once(made: list[Made]) -> Future[list[Made]]:
    future: Future[list[Made]] = Future()
    future.set_result(made)
    return future


def _begin(order: Order) -> None:
    _MAKER[:] = [Maker(order)]


def _make(targets: Many) -> list[Made]:
    return [_MAKER[0].make(target) for target in targets]
