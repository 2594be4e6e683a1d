"""The engine: ship journal entries up, apply feed changes down, and say how it stands.

Two lanes run independently, so that a long first load never keeps a sale from being handed in; a third one sends
photos while the first is idle. `step` runs each of them once; `run` keeps them going and listens for nudges. It decides
nothing about trade and needs no window.
"""

import asyncio
import random
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sync.backoff import Backoff
from sync.chain import decode_header
from sync.client import Client
from sync.contact import Acquaintance
from sync.lane import Lane
from sync.live import Heard
from sync.photos import Photos, PhotoSender
from sync.pulling import Puller
from sync.pushing import Pusher
from sync.recalling import Recaller
from sync.replica import Chain, Journal, Replica
from sync.status import EngineStatus, FeedMark, State, state_of
from sync.trouble import Expired, Offline, Trouble, remedy_of
from sync.wire.live import LiveMessage
from sync.wire.messages import Nudge
from sync.worker import Work

_STEADY_S = 60.0
"""A live channel that stood this long was a good one: the next try comes soon."""
_RETURN_S = 20.0
"""Over how long lines that were cut together come back: two thousand at once are a load that pushes would feel."""
_RANK: dict[State, int] = {"attention": 2, "blocked": 1, "offline": 0}


@dataclass(frozen=True, slots=True)
class StepReport:
    """What one step did: entries confirmed, changes applied, and the worst trouble it met."""

    pushed: int
    pulled: int
    trouble: Trouble | None


class Engine:
    """All methods belong to the loop's thread. `server_key` is the centre's pinned raw public key."""

    def __init__(
        self,
        journal: Journal,
        replica: Replica,
        client: Client,
        work: Work,
        *,
        folder: Path,
        server_key: bytes,
        now: Callable[[], datetime],
        rng: random.Random,
        on_status: Callable[[EngineStatus], None] = lambda status: None,
        on_nudge: Callable[[Nudge], None] = lambda nudge: None,
        on_message: Callable[[LiveMessage], None] = lambda message: None,
        photos: Photos | None = None,
    ) -> None:
        """Put the engine together; nothing is sent yet. `folder` is where replica files lie.

        `on_message` keeps a message, which is confirmed after it returns; where it raises Trouble it comes again.
        """
        self._journal = journal
        self._client = client
        self._rng = rng
        self._on_status = on_status
        self._on_nudge = on_nudge
        self._on_message = on_message
        self._live = False
        self._progress: tuple[int, int] | None = None
        self._contact = Acquaintance(journal, now)
        self._pusher = Pusher(journal, client, server_key, self._contact)
        self._recaller = Recaller(journal, client)
        self._puller = Puller(
            journal,
            replica,
            client,
            work,
            folder=folder,
            server_key=server_key,
            contact=self._contact,
            progress=self._show_progress,
        )
        self._push = Lane(self._push_all, lambda: self._pusher.pushed, rng, self._changed)
        self._pull = Lane(self._pull_all, lambda: self._puller.pulled, rng, self._changed)
        self._photos: Lane | None = None
        if photos is not None:
            sender = PhotoSender(photos, client, lambda: self._push.running)
            self._photos = Lane(sender.run, lambda: sender.sent, rng, self._changed)
        self._status = self._picture()

    @property
    def status(self) -> EngineStatus:
        """How the engine stands now."""
        return self._status

    def wake(self) -> None:
        """Something was sealed: hand it in soon."""
        self._push.want()
        self._changed()

    def retry(self) -> None:
        """A person asks for a try now, whatever the pause after the last failure."""
        self._push.retry()
        self._pull.retry()

    def sign_in(self, person: str) -> None:
        """Tell the centre who stands at the terminal now, by id; empty for nobody."""
        self._client.standing.change(person)

    async def step(self) -> StepReport:
        """Push until empty, then pull until level, now; network trouble is reported, never raised."""
        pushed = await self._push.once()
        pulled = await self._pull.once()
        if self._contact.compare_due:
            pushed += await self._push.once()
        if self._photos is not None:
            await self._photos.once()
        return StepReport(pushed, pulled, self._worst())

    async def run(self) -> None:
        """Keep the lanes going and listen for nudges until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._push.keep(), name="push")
            group.create_task(self._pull.keep(), name="pull")
            group.create_task(self._listen(), name="live")
            if self._photos is not None:
                group.create_task(self._photos.keep(), name="photos")

    async def _push_all(self) -> None:
        answers = self._contact.answers
        try:
            await self._pusher.run()
        finally:
            self._want_photos()
        if self._pusher.recall_due:
            self._pusher.recall_due = not await self._recaller.run()
            await self._pusher.run()  # whoever ends a recall seals how the shift that was lost ended
        if self._contact.answers > answers and isinstance(self._pull.trouble, Offline):
            self._pull.retry()

    def _want_photos(self) -> None:
        """Photos go when entries are through, and their trouble is nobody's: no sale waits for them."""
        if self._photos is not None and isinstance(self._photos.trouble, Offline):
            self._photos.retry()
        elif self._photos is not None:
            self._photos.want()

    async def _pull_all(self) -> None:
        try:
            await self._puller.run()
        finally:
            if self._contact.compare_due:
                self._push.want()
        if isinstance(self._push.trouble, Offline):
            self._push.retry()

    async def _listen(self) -> None:
        """Keep the live channel open; it only makes things quicker, so its failures are nobody's trouble."""
        backoff = Backoff(self._rng)
        clock = asyncio.get_running_loop().time
        at_once = False
        while True:
            began_s, patience_s, has_run_out = clock(), None, False
            try:
                async with aclosing(self._client.listen()) as all_heard:
                    async for heard in all_heard:
                        self._take(heard)
            except Trouble as trouble:
                patience_s, has_run_out = trouble.retry_after_s, isinstance(trouble, Expired)
            spread_s = self._rng.uniform(0, _RETURN_S) if self._live else 0.0
            self._set_live(False)
            steady = clock() - began_s > _STEADY_S
            if steady:
                backoff.reset()
            at_once = has_run_out and (steady or not at_once)  # a centre that ends each line so is not asked in haste
            if not at_once:
                await asyncio.sleep(backoff.next_s(patience_s) + spread_s)

    def _take(self, heard: Heard) -> None:
        if isinstance(heard, LiveMessage):
            self._on_message(heard)
        else:
            self._nudged(heard)

    def _nudged(self, nudge: Nudge) -> None:
        if nudge.type == "open":
            self._set_live(True)
            self._push.retry()
            self._pull.retry()
        elif nudge.status:
            self._push.retry()
            self._pull.retry()
        else:
            self._pull.want()
        self._on_nudge(nudge)

    def _set_live(self, live: bool) -> None:
        self._live = live
        self._changed()

    def _show_progress(self, progress: tuple[int, int] | None) -> None:
        self._progress = progress
        self._changed()

    def _changed(self) -> None:
        status = self._picture()
        if status != self._status:
            self._status = status
            self._on_status(status)

    def _picture(self) -> EngineStatus:
        chains = self._journal.chains()
        cause, detail = self._cause(chains)
        unsent = sum(max(chain.sealed_seq - chain.acked_seq, 0) for chain in chains)
        waits = [lane.pause_s for lane in (self._push, self._pull) if lane.trouble is not None]
        return EngineStatus(
            state=state_of(cause) if cause else self._way(unsent),
            cause=cause,
            detail=detail,
            remedy=remedy_of(cause),
            unsent=unsent,
            oldest_unsent_at=self._oldest(chains),
            last_contact=self._contact.last_contact,
            next_try_s=min(waits, default=None),
            feeds=tuple(FeedMark(c.feed, c.epoch, c.position) for c in self._puller.cursors.values()),
            live=self._live,
            clock_offset_s=self._client.clock_offset_s,
            progress=self._progress,
            mended=self._puller.mended,
            recalled=self._recaller.recalled,
        )

    def _way(self, unsent: int) -> State:
        return "sending" if unsent or self._puller.behind else "level"

    def _cause(self, chains: Sequence[Chain]) -> tuple[str, str]:
        trouble = self._worst()
        if trouble is not None:
            return trouble.cause, trouble.detail
        left = self._pusher.diverged
        if left is not None and chains and chains[-1].incarnation == left[0]:
            return left[1], left[0]
        return "", ""

    def _worst(self) -> Trouble | None:
        met = [lane.trouble for lane in (self._push, self._pull) if lane.trouble is not None]
        return max(met, key=lambda trouble: _RANK[state_of(trouble.cause)], default=None)

    def _oldest(self, chains: Sequence[Chain]) -> str | None:
        for chain in chains:
            if chain.acked_seq < chain.sealed_seq:
                entries = self._journal.read_entries(chain.incarnation, chain.acked_seq, 1, 1)
                return decode_header(entries[0].header).occurred_at
        return None
