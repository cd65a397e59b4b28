"""A client for servers that may be slow, lying or hostile.

```python
with guarded_client(allow_private=False) as client:
    with client.stream("GET", url) as response:
        body = b"".join(bounded_bytes(response, limit=1 << 20))
```

What it holds to, for every request and every redirect of it:

* the connection is made to an address that was checked: public, unless private ones are allowed;
* a wait for the next byte, and the whole request with its body, have an end;
* a redirect never leads from https to less, and there are at most five in a row;
* answers come plain or packed once with gzip or deflate, so a block unpacks to a bounded size.

Redirects are followed. Errors are those of httpx (`httpx.HTTPError`), and `trouble.http_error`
puts them in our words.
"""

from collections.abc import Iterator, Mapping
from ssl import SSLContext

import httpx

from hereabouts.sources.http.transport import GuardedTransport

IDLE_SECONDS = 60.0  # for the next byte
CONNECT_SECONDS = 20.0
TOTAL_SECONDS = 3600.0  # for one request and its whole body: 2 GiB at 0.6 MB a second
MOST_REDIRECTS = 5
BLOCK = 1 << 16
AGENT = {"User-Agent": "hereabouts", "Accept-Encoding": "gzip, deflate"}


class TooLargeError(httpx.RequestError):
    """The body is larger than the limit, counted after unpacking."""


def guarded_client(
    *,
    allow_private: bool,
    seconds: float = TOTAL_SECONDS,
    idle_seconds: float = IDLE_SECONDS,
    headers: Mapping[str, str] | None = None,
    verify: SSLContext | None = None,
) -> httpx.Client:
    """A client that keeps the promises above; its giver closes it.

    Args:
        allow_private: whether loopback, private and link-local addresses may be asked too. See
            `address.private_addresses_allowed`.
        seconds: for one request with its whole body; each redirect is a request.
        idle_seconds: for the next byte.
        headers: sent with every request, beside ours. Credentials go in `Authorization`, which
            is not sent on to another server that a redirect names; any other header is.
        verify: the certificates to trust; those of the system's bundle otherwise.
    """
    return httpx.Client(
        transport=GuardedTransport(
            seconds=seconds,
            allow_private=allow_private,
            verify=verify or httpx.create_ssl_context(),
        ),
        timeout=httpx.Timeout(idle_seconds, connect=min(CONNECT_SECONDS, idle_seconds)),
        headers={**AGENT, **(headers or {})},
        follow_redirects=True,
        max_redirects=MOST_REDIRECTS,
    )


def bounded_bytes(response: httpx.Response, *, limit: int) -> Iterator[bytes]:
    """The unpacked body in blocks; at most 64 MB is in memory, whatever it is packed from.

    Raises:
        TooLargeError: it is more than `limit` bytes.
        httpx.HTTPError: it breaks off, or takes too long.
    """
    size = 0
    for block in response.iter_bytes(BLOCK):
        size += len(block)
        if size > limit:
            raise TooLargeError(f"more than {limit:,} bytes", request=response.request)
        yield block
