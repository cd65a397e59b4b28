"""Asking a site for an address, without a network."""

import asyncio
from types import TracebackType
from typing import Self

import httpx
from starlette.types import ASGIApp


class Client:
    """One event loop and one site: each call is one request, answered before it returns."""

    def __init__(self, app: ASGIApp) -> None:
        self._runner = asyncio.Runner()
        transport = httpx.ASGITransport(app=app)
        self._http = httpx.AsyncClient(transport=transport, base_url="http://localhost")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._runner.run(self._http.aclose())
        self._runner.close()

    def get(self, path: str, **headers: str) -> httpx.Response:
        """A GET; `accept_encoding="br"` is the header Accept-Encoding."""
        return self.ask("GET", path, **headers)

    def ask(self, method: str, path: str, **headers: str) -> httpx.Response:
        """Any request."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._runner.run(self._http.request(method, path, headers=named))
