"""Runs: consecutive entries of a chain, opened and read for the tables, each by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from server_stub.journal.chains import Chain
from server_stub.journal.copying import text
from server_stub.journal.days import Zones
from server_stub.journal.projections import Origin, Unprojectable, day_at
from sync.chain import Header
from sync.wire.facts import Fact, UnknownFact, decode_fact

Fresh = Sequence[tuple[Header, bytes]]
"""Headers and bodies of consecutive entries of one chain."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that did not fit, and why."""

    chain: int
    seq: int
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry and its fact, or why it has none; `plain` when no text in it needs escaping."""

    header: Header
    fact: Fact | UnknownFact | msgspec.DecodeError
    plain: bool


Run = Sequence[Opened]


@dataclass(frozen=True, slots=True)
class Item:
    """A readable entry on its way into the tables."""

    origin: Origin
    fact: Fact
    plain: bool


def open_run(entries: Fresh) -> Run:
    """Read the facts of entries."""
    opened: list[Opened] = []
    for header, body in entries:
        fact: Fact | UnknownFact | msgspec.DecodeError
        try:
            fact = decode_fact(header.kind, header.version, body)
        except (UnknownFact, msgspec.DecodeError) as error:
            fact = error
        opened.append(Opened(header, fact, b"\\" not in body))
    return opened


def read_items(run: Mapping[int, Run], chains: Mapping[int, Chain], zones: Zones) -> tuple[list[Item], list[Refused]]:
    """Give the readable entries of chains, each chain's in order, and the others."""
    refused: list[Refused] = []
    items: list[Item] = []
    for number, entries in run.items():
        for entry in entries:
            try:
                items.append(_read_item(chains[number], entry, zones))
            except Unprojectable as error:
                refused.append(Refused(number, entry.header.seq, entry.header.kind, str(error)))
    return items, refused


def _read_item(chain: Chain, entry: Opened, zones: Zones) -> Item:
    header, fact = entry.header, entry.fact
    if isinstance(fact, UnknownFact):
        raise Unprojectable(f"needs a newer version of the centre: {fact}")
    if isinstance(fact, msgspec.DecodeError):
        raise Unprojectable(str(fact))
    shop = header.shop or chain.shop
    if shop not in zones:
        raise Unprojectable(f"the shop {shop} is not known")
    at = header.occurred_at
    origin = Origin(chain.chain, header.seq, shop, at, text(header.actor), day_at(at, zones[shop]))
    return Item(origin, fact, entry.plain)
