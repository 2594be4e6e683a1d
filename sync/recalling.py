"""The way back: a terminal that was restored from a backup fetches its own entries from the centre.

Selling goes on meanwhile in a new incarnation. Only chains that were left are completed, and only behind an entry
that both sides have: what another copy of this disk has written is its own.
"""

from collections.abc import Sequence

from sync.chain import GENESIS, Break, Entry, decode_header, verify_links
from sync.client import Client
from sync.replica import Chain, Journal
from sync.trouble import Broken
from sync.wire.messages import Held, Recalled

PAGE_ENTRIES = 25
"""Projecting so many keeps the window waiting for less than a twentieth of a second."""


class Recaller:
    """`recalled` counts entries taken back since the start."""

    def __init__(self, journal: Journal, client: Client) -> None:
        self._journal = journal
        self._client = client
        self.recalled = 0

    async def run(self) -> bool:
        """Complete every chain that was left; True when nothing is missing that could be had. Raises Trouble."""
        held = (await self._client.chains()).chains
        whole = True
        for incarnation in in_order(held):
            chains = self._journal.chains()
            known = next((chain for chain in chains if chain.incarnation == incarnation), None)
            furthest = max(each.seq for each in held if each.incarnation == incarnation)
            if known is None:
                opened = _opened(held, incarnation)
                if self._is_missing(chains, opened):
                    await self._complete(incarnation, 0)
                whole = whole and not self._goes_on_from(chains[-1:], opened)
            elif furthest > known.sealed_seq:
                if known == chains[-1]:
                    whole = False
                else:
                    await self._complete(incarnation, known.sealed_seq)
        if whole:
            self._journal.end_recall()
        return whole

    def _is_missing(self, chains: Sequence[Chain], opened: Held) -> bool:
        """Whether an incarnation that is not here was this disk's own.

        It is when it goes on where a whole one of ours ends; and when it is the first of all, in a journal begun anew.
        """
        if not opened.parent_incarnation:
            return bool(opened.receipt_prefix)
        return self._goes_on_from(chains[:-1], opened)

    def _goes_on_from(self, chains: Sequence[Chain], opened: Held) -> bool:
        parent = next((chain for chain in chains if chain.incarnation == opened.parent_incarnation), None)
        if parent is None or parent.sealed_seq != opened.parent_seq:
            return False
        ours = self._journal.hash_at(parent.incarnation, opened.parent_seq)
        return ours is not None and ours.hex() == opened.parent_hash

    async def _complete(self, incarnation: str, seq: int) -> None:
        more = True
        while more:
            hashed = GENESIS if seq == 0 else self._journal.hash_at(incarnation, seq)
            page = await self._client.recall(incarnation, seq, hashed or GENESIS, PAGE_ENTRIES)
            if not page.entries:
                return
            self._prove(page, incarnation, seq, hashed or GENESIS)
            self._journal.take_back(incarnation, page.entries)
            seq += len(page.entries)
            self.recalled += len(page.entries)
            more = page.more

    def _prove(self, page: Recalled, incarnation: str, seq: int, hashed: bytes) -> None:
        """Let pass what this terminal has sealed itself: linked to what is here, and signed with its key."""
        try:
            verify_links(page.entries, seq, hashed)
        except Break as error:
            raise Broken(f"an entry given back does not hold: {error}") from error
        if not all(self._is_own(entry, incarnation) for entry in page.entries):
            raise Broken("an entry given back is of another terminal or incarnation")
        if not self._client.has_signed(page.entries[-1]):
            raise Broken("an entry given back is not signed by this terminal")

    def _is_own(self, entry: Entry, incarnation: str) -> bool:
        header = decode_header(entry.header)
        return (header.terminal, header.incarnation) == (self._client.device_id, incarnation)


def in_order(held: Sequence[Held]) -> list[str]:
    """Name the incarnations once each, parents before those that go on from them."""
    waiting = {each.incarnation: _opened(held, each.incarnation).parent_incarnation for each in held}
    ordered: list[str] = []
    while waiting:
        ready = [name for name, parent in waiting.items() if parent not in waiting] or list(waiting)
        ordered += ready
        waiting = {name: parent for name, parent in waiting.items() if name not in ready}
    return ordered


def _opened(held: Sequence[Held], incarnation: str) -> Held:
    """The first branch of an incarnation, which tells how it was opened."""
    return min((each for each in held if each.incarnation == incarnation), key=lambda each: each.branch)
