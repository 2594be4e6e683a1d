"""What of a batch may land, and where: pure checks of links, identity and signatures, and the place in the tree.

An incarnation is one chain until its disk is cloned; then it is a tree. Each branch is a chain of its own that
continues another one after `forked_after`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sync.chain import GENESIS, Break, Entry, Header, is_signed_by, read_link
from sync.wire.messages import Batch

LARGEST_SEQ = 2**62
Known = Mapping[tuple[int, bytes], int]
"""(number, hash) of entries the centre holds -> their chain."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One chain of an incarnation as the centre holds it; `branch` 0 is the first, `key_id` the key it began with.

    `left_after` is the number behind which its terminal went on in a new incarnation: more comes from a second copy.
    """

    chain: int
    branch: int
    key_id: str
    acked_seq: int
    acked_hash: bytes
    left_after: int = LARGEST_SEQ


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the unknown rest of a batch belongs: after (`seq`, `hash`) of `chain`, which is None before any entry."""

    skip: int
    seq: int
    hash: bytes
    chain: int | None


@dataclass(frozen=True, slots=True)
class Checked:
    """Entries that may land, with their headers; `trouble` says why the ones behind them may not."""

    entries: Sequence[Entry]
    headers: Sequence[Header]
    trouble: Break | None


@dataclass(frozen=True, slots=True)
class Push:
    """What one terminal hands in."""

    device_uuid: str
    batch: Batch


@dataclass(frozen=True, slots=True)
class Held:
    """What the centre has of a terminal already: the chains of the incarnation, and the terminal's keys."""

    branches: list[Branch] = field(default_factory=list)
    keys: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Landed:
    """Where a chain stands after a batch, and what is new in it; `outcome` as in PushAnswer."""

    outcome: str
    chain: int
    seq: int
    hash: bytes
    new: Checked | None = None

    @property
    def stands(self) -> bool:
        """Whether the chain holds up to here; else the terminal is asked for what comes before."""
        return self.seq > 0 and self.outcome != "gap"

    @property
    def rows(self) -> Sequence[tuple[Entry, Header]]:
        """The new entries, with their headers."""
        return list(zip(self.new.entries, self.new.headers, strict=True)) if self.new else ()

    @property
    def fresh(self) -> Sequence[tuple[Header, bytes]]:
        """The new entries as they are projected."""
        return [(header, entry.body) for entry, header in self.rows]


def find_spot(entries: Sequence[Entry], first_seq: int, known: Known) -> Spot | None:
    """Skip what is known already and give the place of the rest; None when the batch follows nothing we hold."""
    seq, hashed = first_seq - 1, entries[0].prev_hash
    chain = known.get((seq, hashed))
    if chain is None and (seq, hashed) != (0, GENESIS):
        return None
    skip = 0
    for entry in entries:
        found = known.get((seq + 1, entry.hash))
        if found is None:
            break
        seq, hashed, chain, skip = seq + 1, entry.hash, found, skip + 1
    return Spot(skip, seq, hashed, chain)


def check(
    entries: Sequence[Entry], spot: Spot, owner: tuple[str, str], key_id: str, keys: Mapping[str, bytes]
) -> Checked:
    """Give the entries that hold: linked, of this (terminal, incarnation), and covered by a good signature.

    `key_id` is the key the chain began with, empty for a new one. Raises Break when not even the first one holds.
    """
    linked, trouble = _read_links(entries, spot, owner)
    signed = len(linked)
    while signed and not _is_signed(entries[signed - 1], linked[signed - 1], key_id or linked[0].key_id, keys):
        signed -= 1
    if signed < len(linked):
        trouble = Break(spot.seq + signed + 1, "no valid signature covers it")
    if trouble and not signed:
        raise trouble
    return Checked(entries[:signed], linked[:signed], trouble)


def _read_links(entries: Sequence[Entry], spot: Spot, owner: tuple[str, str]) -> tuple[list[Header], Break | None]:
    """Give the headers of the entries that follow from one another and belong to the owner, and why no more do."""
    headers: list[Header] = []
    seq, hashed = spot.seq, spot.hash
    for entry in entries:
        try:
            header = read_link(entry, seq, hashed)
        except Break as trouble:
            return headers, trouble
        if (header.terminal, header.incarnation) != owner:
            return headers, Break(header.seq, "belongs to another terminal or incarnation")
        headers.append(header)
        seq, hashed = header.seq, entry.hash
    return headers, None


def _is_signed(entry: Entry, header: Header, key_id: str, keys: Mapping[str, bytes]) -> bool:
    return header.key_id == key_id and key_id in keys and is_signed_by(entry, keys[key_id])
