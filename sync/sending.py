"""Batches on their way up: while the centre works on one, the next is read, packed and sent behind it.

Two are under way and no more. The centre stores the second while it writes the rows of the first, and a line with a
long way to it is never idle. Nothing hangs on the order in which they arrive: a batch whose predecessor is not there
yet is answered with a gap, and sent again.
"""

import asyncio
from dataclasses import dataclass

from sync.batching import MAX_BYTES, Amount
from sync.client import Client
from sync.packing import Parcel
from sync.replica import Chain, Journal
from sync.wire.messages import Batch, PushAnswer


@dataclass(frozen=True, slots=True)
class Sent:
    """A batch under way; `is_ahead` while the one before it had no answer yet."""

    parcel: Parcel
    answer: asyncio.Task[PushAnswer]
    is_ahead: bool


class Sending:
    """Sends batches, as large as `amount` says when each is begun."""

    def __init__(self, journal: Journal, client: Client, amount: Amount) -> None:
        self._journal = journal
        self._client = client
        self._amount = amount
        self._next: tuple[str, int, asyncio.Task[Sent]] | None = None

    async def send(self, chain: Chain) -> Sent:
        """Send what follows the confirmed entries of a chain, unless that is under way, and what follows behind it."""
        if self._next is not None and self._next[:2] == (chain.incarnation, chain.acked_seq):
            task, self._next = self._next[2], None
            sent = await task
        else:
            await self.drop()
            sent = await self._send(chain.incarnation, chain.acked_seq, is_ahead=False)
        after_seq = chain.acked_seq + len(sent.parcel.batch.entries)
        if after_seq < chain.sealed_seq:
            behind = asyncio.create_task(self._send(chain.incarnation, after_seq, is_ahead=True))
            self._next = (chain.incarnation, after_seq, behind)
        return sent

    async def answer(self, sent: Sent) -> PushAnswer:
        """Wait for the answer to a batch. Raises Trouble."""
        answer = await sent.answer
        if sent.is_ahead and answer.outcome == "gap":  # it overtook the one before, which has been answered by now
            answer = await self._client.push(sent.parcel)
        return answer

    async def drop(self) -> None:
        """Forget what was sent ahead: whoever sends it again meets its trouble again, and twice is no harm."""
        if self._next is None:
            return
        task, self._next = self._next[2], None
        task.cancel()
        [sent] = await asyncio.gather(task, return_exceptions=True)
        if isinstance(sent, Sent):
            sent.answer.cancel()
            await asyncio.gather(sent.answer, return_exceptions=True)

    async def _send(self, incarnation: str, after_seq: int, *, is_ahead: bool) -> Sent:
        entries = self._journal.read_entries(incarnation, after_seq, self._amount.count, MAX_BYTES)
        attachments = self._journal.read_attachments(incarnation, after_seq, len(entries))
        batch = Batch(incarnation=incarnation, first_seq=after_seq + 1, entries=entries, attachments=attachments)
        parcel = await self._client.pack(batch)
        answer = asyncio.create_task(self._client.push(parcel))
        answer.add_done_callback(_hear)
        return Sent(parcel, answer, is_ahead)


def _hear(answer: asyncio.Task[PushAnswer]) -> None:
    """Its trouble has been heard, even when whoever would wait for it was stopped in that very moment."""
    if not answer.cancelled():
        answer.exception()
