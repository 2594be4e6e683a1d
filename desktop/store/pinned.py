"""Pinned sets of offers, each on disk once under the hash of its content; carts and their steps name them by it."""

from functools import lru_cache
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select

from desktop.domain.offers.pinned import NO_OFFERS, Offers, shared
from desktop.store.cart_tables import cart_offers, cart_step
from desktop.store.prepared import Prepared
from desktop.store.tables import cart

NONE = ""
"""The name of the empty set, which is on no disk."""

_DECODER = msgspec.json.Decoder(Offers)
_known = Prepared(select(cart_offers.c.hash).where(cart_offers.c.hash == bindparam("hash")))
_keep = Prepared(insert(cart_offers))


def keep(connection: Connection, offers: Offers) -> str:
    """Give the name of a set, which is written only where it is not on disk."""
    if offers == NO_OFFERS:
        return NONE
    name, content = _pack(offers)
    if _known.first(connection, hash=name) is None:
        _keep.run(connection, {"hash": name, "content": content})
    return name


@lru_cache(maxsize=8)
def unpack(content: str) -> Offers:
    """Give the set that was written as this (JSON)."""
    return shared(_DECODER.decode(content))


def drop_unnamed(connection: Connection) -> None:
    """Forget the sets that no cart and no step names."""
    named = select(cart.c.offers).union(select(cart_step.c.offers))
    connection.execute(delete(cart_offers).where(cart_offers.c.hash.not_in(named)))


@lru_cache(maxsize=8)
def _pack(offers: Offers) -> tuple[str, str]:
    content = msgspec.json.encode(offers)
    return sha256(content).hexdigest(), content.decode()
