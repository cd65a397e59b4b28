"""How a run says where it is. The command line draws it; tests listen to it."""

from collections.abc import Iterable
from typing import Protocol


class Progress(Protocol):
    """Hears of each step as it starts and ends."""

    def look(self, source: str) -> None:
        """`source` is being looked for, which may take as long as its server likes."""

    def begin(self, steps: Iterable[str]) -> None:
        """The steps to come, in order."""

    def start(self, step: str) -> None:
        """`step` is running."""

    def detail(self, words: str) -> None:
        """Something worth saying about the running step."""

    def end(self, step: str, *, outcome: str) -> None:
        """`step` ended: `made`, `unchanged`, `failed` or `blocked`."""


class Silent:
    """Says nothing."""

    def look(self, source: str) -> None:
        """Ignore."""

    def begin(self, steps: Iterable[str]) -> None:
        """Ignore."""

    def start(self, step: str) -> None:
        """Ignore."""

    def detail(self, words: str) -> None:
        """Ignore."""

    def end(self, step: str, *, outcome: str) -> None:
        """Ignore."""
