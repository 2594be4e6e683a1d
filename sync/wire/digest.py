"""The digest of a feed: one number by which both ends see whether they hold the same rows in the same versions.

A row's version is its position, which no two rows of a feed share. A digest is the sum of the rows' stamps, so it
does not depend on their order and is kept by adding what comes and subtracting what goes.
"""

from collections.abc import Iterable

_PRIME = 2**31 - 1
_MODULUS = 2**63


def stamp(position: int) -> int:
    """What a row in this version counts: square and cube modulo a prime, 62 bits; 0 for one that was never told.

    Powers keep positions from making up for one another, and cost a database nothing compared with a hash.
    """
    at = position % _PRIME
    square = at * at % _PRIME
    return (square << 31) + square * at % _PRIME


def add_up(digest: int, come: Iterable[int] = (), gone: Iterable[int] = ()) -> int:
    """Give the digest after rows came in these versions and others went, 63 bits."""
    return (digest + sum(map(stamp, come)) - sum(map(stamp, gone))) % _MODULUS
