"""Batches on their way up: while the centre works on one, the next is read from the journal and packed."""

import asyncio

from sync.batching import MAX_BYTES, Amount
from sync.client import Client
from sync.packing import Parcel
from sync.replica import Chain, Journal
from sync.wire.messages import Batch


class Parcels:
    """Makes batches, as large as `amount` says when each is begun."""

    def __init__(self, journal: Journal, client: Client, amount: Amount) -> None:
        self._journal = journal
        self._client = client
        self._amount = amount
        self._ahead: tuple[str, int, asyncio.Task[Parcel]] | None = None

    async def take(self, chain: Chain) -> Parcel:
        """Give what follows the confirmed entries of a chain; made ready already, where that is what was expected."""
        if self._ahead is not None and self._ahead[:2] == (chain.incarnation, chain.acked_seq):
            task, self._ahead = self._ahead[2], None
            return await task
        await self.drop()
        return await self._make(chain.incarnation, chain.acked_seq)

    def read_ahead(self, chain: Chain, parcel: Parcel) -> None:
        """Begin with what follows this one; there is nothing to begin when it is the last."""
        after_seq = chain.acked_seq + len(parcel.batch.entries)
        if after_seq < chain.sealed_seq:
            task = asyncio.create_task(self._make(chain.incarnation, after_seq))
            self._ahead = (chain.incarnation, after_seq, task)

    async def drop(self) -> None:
        """Forget what was made ready."""
        if self._ahead is not None:
            task, self._ahead = self._ahead[2], None
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)  # whoever reads it again meets its trouble again

    async def _make(self, incarnation: str, after_seq: int) -> Parcel:
        entries = self._journal.read_entries(incarnation, after_seq, self._amount.count, MAX_BYTES)
        return await self._client.pack(Batch(incarnation=incarnation, first_seq=after_seq + 1, entries=entries))
