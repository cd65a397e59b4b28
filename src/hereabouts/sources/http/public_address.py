"""Which network addresses are those of the public internet."""

import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpx

Address = IPv4Address | IPv6Address
#: Addresses that look public and are a cloud's own: Azure's host agent.
CLOUD = frozenset({ip_address("168.63.129.16")})
#: RFC 6052 and RFC 8215: an IPv4 address stands in the last 32 bits.
TRANSLATED = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))


class PrivateAddressError(httpx.ConnectError):
    """The name leads to this machine, its network or its cloud, and that was not allowed."""


def is_public(address: Address) -> bool:
    """Whether the address is of the public internet.

    It is not loopback, private, link-local, a cloud's metadata, multicast or reserved, nor one
    of these written inside an IPv6 address.

    Source: the IANA special-purpose address registries, as the standard library carries them.
    """
    inner = _inside(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not address.is_multicast and address not in CLOUD


def addresses_of(host: str, *, port: int) -> Sequence[str]:
    """Every address that a name resolves to now, in the order to try them.

    Raises:
        httpx.ConnectError: it resolves to none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpx.ConnectError("the name of the server is not known") from error
    return tuple(dict.fromkeys(str(place[4][0]) for place in found))


def check_public(addresses: Sequence[str]) -> None:
    """Refuse a name when any of its addresses is not public: which one is tried is not ours.

    Raises:
        PrivateAddressError: one of them is not.
    """
    if not all(is_public(ip_address(address.partition("%")[0])) for address in addresses):
        raise PrivateAddressError("the server is at a private address")


def _inside(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, if it does."""
    if isinstance(address, IPv4Address):
        return None
    if any(address in network for network in TRANSLATED):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo
