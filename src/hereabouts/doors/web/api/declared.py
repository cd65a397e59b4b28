"""What an endpoint of the API is: its address, what it may be asked, and who answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from starlette.responses import Response

from hereabouts.doors.web.site import Site
from hereabouts.doors.web.visit import Visit

ROOT = "/api/v1"
Asked = Mapping[str, Any]
#: From the release, what was read before, and a value: what to do, or None where it is right.
Check = Callable[[Visit, Asked, Any], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One thing that an endpoint may be asked; `many` is a list with commas between."""

    name: str
    words: str
    kind: Literal["text", "many", "number"] = "text"
    required: bool = False
    choices: tuple[str, ...] = ()  # whatever the release
    check: Check | None = None  # what depends on the release
    usual: str | int | None = None  # when it is not asked
    most: int = 200  # characters, values or the number itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request, read and found right."""

    visit: Visit
    site: Site
    asked: Asked
    path: Mapping[str, Any]  # the parts of the address
    endpoint: "Endpoint"
    endpoints: Sequence["Endpoint"]
    versioned: bool  # whether the address names the release

    @property
    def fixed(self) -> str:
        """What addresses that never change begin with."""
        return f"{ROOT}/releases/{self.visit.manifest.number}"

    @property
    def base(self) -> str:
        """What links begin with, so that a reader stays where they are."""
        return self.fixed if self.versioned else ROOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One endpoint. Its path is beneath the root, and beneath each release where it has one."""

    path: str
    name: str
    title: str
    words: str
    answer: Callable[[Call], Response]
    schema: str  # of the JSON it answers with
    parameters: tuple[Parameter, ...] = ()
    parts: Mapping[str, str] | None = None  # of the path: name -> what it is
    of_release: bool = True
    kinds: tuple[str, ...] = ("application/json",)
    redirects: bool = False  # to a file, where it is asked to
    example: str = ""  # a query, with {indicator} and such where the release's own go

    @property
    def paths(self) -> tuple[str, ...]:
        """Where it answers: of the newest release and, if it has one, of each by number."""
        own = f"{ROOT}{self.path}"
        return (own, f"{ROOT}/releases/{{number}}{self.path}") if self.of_release else (own,)
