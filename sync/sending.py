"""Batches on their way up: while the centre works on one, the next is read, packed and sent behind it.

Two are under way and no more, and a third lies packed: an answer lets it go at once. The centre stores the second while
it writes the rows of the first, and a line with a long way to it is never idle. Nothing hangs on the order in which
they arrive: a batch whose predecessor is not there yet is answered with a gap, and sent again.
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


Place = tuple[str, int]
"""An incarnation, and the number behind which a batch begins."""


class Sending:
    """Sends batches, as large as `amount` says when each is begun."""

    def __init__(self, journal: Journal, client: Client, amount: Amount) -> None:
        self._journal = journal
        self._client = client
        self._amount = amount
        self._next: tuple[Place, asyncio.Task[Sent]] | None = None
        self._packed: tuple[Place, asyncio.Task[Parcel]] | None = None

    async def send(self, chain: Chain) -> Sent:
        """Send what follows the confirmed entries of a chain, unless that is under way, and what follows behind it."""
        place = (chain.incarnation, chain.acked_seq)
        if self._next is not None and self._next[0] == place:
            task, self._next = self._next[1], None
            sent = await task
        else:
            await self.drop()
            sent = await self._send(place, is_ahead=False)
        behind = _behind(place, sent.parcel)
        if behind[1] < chain.sealed_seq:
            self._next = behind, asyncio.create_task(self._send(behind, is_ahead=True, until=chain.sealed_seq))
        return sent

    async def answer(self, sent: Sent) -> PushAnswer:
        """Wait for the answer to a batch. Raises Trouble."""
        answer = await sent.answer
        if sent.is_ahead and answer.outcome == "gap":  # it overtook the one before, which has been answered by now
            answer = await self._client.push(sent.parcel)
        return answer

    async def drop(self) -> None:
        """Forget what was packed and sent ahead: whoever sends it again meets its trouble again, twice is no harm."""
        sending, self._next = self._next, None
        packing, self._packed = self._packed, None
        tasks = [each[1] for each in (sending, packing) if each is not None]
        for task in tasks:
            task.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, Sent):
                ended.answer.cancel()
                await asyncio.gather(ended.answer, return_exceptions=True)

    async def _send(self, place: Place, *, is_ahead: bool, until: int = 0) -> Sent:
        """Send the batch at a place; `until` is the last entry for which another one is packed behind it."""
        if self._packed is not None and self._packed[0] == place:
            task, self._packed = self._packed[1], None
            parcel = await task
        else:
            parcel = await self._pack(place)
        answer = asyncio.create_task(self._client.push(parcel))
        answer.add_done_callback(_hear)
        behind = _behind(place, parcel)
        if behind[1] < until:
            self._packed = behind, asyncio.create_task(self._pack(behind))
        return Sent(parcel, answer, is_ahead)

    async def _pack(self, place: Place) -> Parcel:
        incarnation, after_seq = place
        entries = self._journal.read_entries(incarnation, after_seq, self._amount.count, MAX_BYTES)
        attachments = self._journal.read_attachments(incarnation, after_seq, len(entries))
        batch = Batch(incarnation=incarnation, first_seq=after_seq + 1, entries=entries, attachments=attachments)
        return await self._client.pack(batch)


def _behind(place: Place, parcel: Parcel) -> Place:
    return place[0], place[1] + len(parcel.batch.entries)


def _hear(answer: asyncio.Task[PushAnswer]) -> None:
    """Its trouble has been heard, even when whoever would wait for it was stopped in that very moment."""
    if not answer.cancelled():
        answer.exception()
