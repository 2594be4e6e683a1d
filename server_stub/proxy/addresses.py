"""Which network addresses the centre may connect to: public ones, or the one that an admin named for an instance."""

import ipaddress
from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, IPv6Address

Address = IPv4Address | IPv6Address

_PUBLIC_V6 = ipaddress.IPv6Network("2000::/3")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_COMPATIBLE = ipaddress.IPv6Network("::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)
_NEVER = tuple(
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "168.63.129.16/32",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "224.0.0.0/3",
        "2001::/23",
        "2001:db8::/32",
        "3fff::/20",
        "fec0::/10",
    )
)
"""Beside what `is_global` refuses: older Pythons miss some, and a cloud's metadata answers at a public address."""


def read_address(text: str) -> Address | None:
    """Read an IP address; an IPv4 address that is dressed as IPv6 is given as what it is. None for anything else."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        return None if address.scope_id else address.ipv4_mapped or address
    return address


def unwrap(address: Address) -> Iterator[Address]:
    """Give the address and every IPv4 address that a gateway or tunnel would find inside it."""
    yield address
    if isinstance(address, IPv4Address):
        return
    last = IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _NAT64 or address in _COMPATIBLE or (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        yield last
    for inside in (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())):
        if inside is not None:
            yield inside


def is_public(address: Address) -> bool:
    """Tell whether an address lies in the public Internet, in whatever it is wrapped."""
    return all(_is_public(inside) for inside in unwrap(address))


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv6Address) and address not in _PUBLIC_V6 and address not in _NAT64:
        return False
    refused = address.is_multicast or address.is_reserved or address.is_unspecified
    refused = refused and address not in _NAT64
    return address.is_global and not refused and not any(address in net for net in _NEVER)


def admit_addresses(answers: Sequence[str], lan_address: str | None) -> tuple[Address, ...]:
    """Give the addresses to connect to, or none at all when a single answer may not be reached.

    With a `lan_address` every answer must be that address; without, every answer must be public.
    """
    addresses = [read_address(answer) for answer in answers]
    lan = read_address(lan_address) if lan_address else None
    found = tuple(address for address in addresses if address is not None)
    if len(found) < len(addresses):
        return ()
    allowed = all(address == lan for address in found) if lan_address else all(map(is_public, found))
    return tuple(dict.fromkeys(found)) if allowed else ()
