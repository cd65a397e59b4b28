"""What went wrong between us and a server, in our words."""

import httpx

from hereabouts.errors import Location, SourceError
from hereabouts.sources.http.client import MOST_REDIRECTS, TooLargeError
from hereabouts.sources.http.public_address import PrivateAddressError
from hereabouts.sources.http.transport import PackingError, SurplusError, UnsafeRedirectError

AGAIN = "try again; if it goes on, check the address and this machine's proxy settings"
#: The narrower comes first: what is said of the address, its code, and what to do.
SAID: tuple[tuple[type[httpx.HTTPError], str, str, str], ...] = (
    (
        PrivateAddressError,
        "leads to a private address: this machine, its network or its cloud",
        "S170",
        "correct `url`, or for a server of your own write `allow_private_addresses: true`",
    ),
    (
        UnsafeRedirectError,
        "sends us to an address that is not https",
        "S106",
        "give the https address that the file is at now",
    ),
    (
        httpx.TooManyRedirects,
        f"sends us from address to address more than {MOST_REDIRECTS} times",
        "S171",
        "open the address in a browser, and give the one where the file is in the end",
    ),
    (
        httpx.UnsupportedProtocol,
        "sends us to an address that is not https",
        "S106",
        "give the https address that the file is at now",
    ),
    (
        PackingError,
        "answers in a packing that was not asked for",
        "S108",
        "ask its owner to send the file plain, or packed with gzip",
    ),
    (
        SurplusError,
        "sends more than it declares, so what came may not be the whole",
        "S108",
        "tell its owner that the server's Content-Length is wrong, or fetch it from elsewhere",
    ),
    (
        TooLargeError,
        "sends more than the limit",
        "S111",
        "if that is right, set `max_bytes` in source.yml to more than its size",
    ),
    (httpx.TimeoutException, "did not answer in time", "S108", AGAIN),
)


def http_error(error: httpx.HTTPError, *, origin: str, at: Location | None) -> SourceError:
    """The error of a request as one for the user.

    Args:
        error: from httpx, or from a guarded client.
        origin: the address as `address.shown` shows it, with no secret in it.
        at: where source.yml names it.

    Returns:
        S106 not safe; S108 no answer, or it broke off; S111 too large; S170 a private address;
        S171 redirects without end.
    """
    for kind, said, code, do in SAID:
        if isinstance(error, kind):
            return SourceError(f"{origin} {said}", code=code, do=do, at=at)
    broke = f"could not be reached, or broke off ({type(error).__name__})"
    return SourceError(f"{origin} {broke}", code="S108", do=AGAIN, at=at)
