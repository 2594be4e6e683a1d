"""The way down: read every feed to its end; the first load, and a place that is gone, by a prepared snapshot."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from sync.batching import Amount
from sync.chain import verify_signature
from sync.client import Client
from sync.contact import Acquaintance
from sync.download import fetch_snapshot
from sync.replica import Journal, Replica
from sync.trouble import Broken, Damaged, Differs, Gone, Offline
from sync.wire.messages import Cursor, Manifest, manifest_message
from sync.wire.replica import SCHEMA
from sync.worker import Work

PAGE_ROWS = 5000
MEND_EVERY_S = 3600.0
"""A feed that does not add up is loaded afresh at most this often."""
_WHOLE = ""
"""In the place of a feed's name: the whole replica."""
_ROUNDS = 3
"""Snapshots tried in one run before it is left for later: each makes the other feeds start over from its cursors."""

Progress = Callable[[tuple[int, int] | None], None]
"""Told the bytes of a running download (done, total), None when there is none."""


class Puller:
    """`pulled` counts changes so far, `cursors` is where the feeds are, `behind` says there is more to read.

    `mended` counts feeds that did not add up and were loaded again.
    """

    def __init__(
        self,
        journal: Journal,
        replica: Replica,
        client: Client,
        work: Work,
        *,
        folder: Path,
        server_key: bytes,
        contact: Acquaintance,
        progress: Progress,
    ) -> None:
        self._journal = journal
        self._replica = replica
        self._client = client
        self._work = work
        self._folder = folder
        self._server_key = server_key
        self._contact = contact
        self._progress = progress
        self._amount = Amount(PAGE_ROWS, PAGE_ROWS)
        self._mended_at_s: dict[str, float] = {}
        self.pulled = 0
        self.mended = 0
        self.behind = True
        self.cursors: dict[str, Cursor] = {}

    async def run(self) -> None:
        """Pull until level with what the centre listed at the beginning. Raises Trouble; what was read is kept.

        A replica that does not read any more is followed by a snapshot; until then the till sells from what it has.
        """
        try:
            await self._level()
        except Damaged as trouble:
            if not self._may_mend(_WHOLE) or not await self._load_snapshot("catalogue"):
                raise trouble from None
            self.mended += 1
            await self._level()

    async def _level(self) -> None:
        listed = (await self._client.feeds()).cursors
        await self._read_cursors()
        for feed in sorted(self.cursors.keys() - {goal.feed for goal in listed}):
            await self._work(self._replica.drop_feed, feed)
            del self.cursors[feed]
        for goal in listed:
            self._contact.answered(goal.epoch)
        self.behind = self.behind or any(self.cursors.get(goal.feed) != goal for goal in listed)
        if any(goal.feed == "catalogue" for goal in listed) and "catalogue" not in self.cursors:
            await self._load_snapshot("catalogue")
        for _ in range(_ROUNDS):
            if await self._read_all(listed):
                self.behind = False
                return
        raise Gone("the centre's snapshots are older than its feeds reach back")

    async def _read_all(self, listed: tuple[Cursor, ...]) -> bool:
        """Read every feed to its end; False when a snapshot came between and all have to be looked at again."""
        for goal in listed:
            if self.cursors.get(goal.feed) == goal:
                continue
            try:
                await self._read_feed(goal.feed)
            except Differs as trouble:
                if await self._mend(goal.feed, trouble):
                    return False
            except Gone:
                if goal.feed not in self.cursors:
                    raise
                self._contact.compare_due = True  # the history is not the one we read: are our entries still there?
                if await self._load_snapshot(goal.feed):
                    return False
                del self.cursors[goal.feed]
                await self._read_feed(goal.feed)
        return True

    async def _read_feed(self, feed: str) -> None:
        """Read pages until the centre says that there is no more."""
        more = True
        while more:
            cursor = self.cursors.get(feed)
            began_s = asyncio.get_running_loop().time()
            try:
                page = await self._client.page(feed, cursor, self._amount.count)
            except Offline as trouble:
                if trouble.timed_out:
                    self._amount.failed(self._amount.count)
                raise
            if page.more and cursor is not None and page.cursor.position == cursor.position:
                raise Broken(f"there is more in {feed} but it does not move on from {cursor.position}")
            digest = await self._work(self._replica.apply_page, page)
            self._amount.worked(len(page.changes), asyncio.get_running_loop().time() - began_s)
            self.pulled += len(page.changes)
            self.cursors[feed] = page.cursor
            self._contact.answered(page.cursor.epoch)
            more = page.more
        if None not in (page.digest, digest) and page.digest != digest:
            raise Differs(f"{feed} at {page.cursor.position} adds up to {digest} here, to {page.digest} at the centre")

    async def _mend(self, feed: str, trouble: Differs) -> bool:
        """Load a feed afresh that does not add up; True when a snapshot came between.

        Raises the trouble when it was loaded afresh only just: then the centre does not add up itself.
        """
        if not self._may_mend(feed):
            raise trouble
        self.mended += 1
        if feed == "catalogue" and await self._load_snapshot(feed):
            return True
        del self.cursors[feed]
        await self._read_feed(feed)
        return False

    def _may_mend(self, feed: str) -> bool:
        """Tell whether this was not loaded afresh only just, and note that it is now."""
        now_s = asyncio.get_running_loop().time()
        if now_s - self._mended_at_s.get(feed, -MEND_EVERY_S) < MEND_EVERY_S:
            return False
        self._mended_at_s[feed] = now_s
        return True

    async def _load_snapshot(self, needed: str) -> bool:
        """Take the centre's snapshot when there is one that carries the feed; False when pages have to do."""
        manifest = await self._client.manifest()
        if manifest is None or manifest.schema != SCHEMA or needed not in {c.feed for c in manifest.cursors}:
            return False
        if not verify_signature(self._server_key, manifest_message(manifest), manifest.signature):
            raise Broken("the snapshot is not signed by the centre this terminal enrolled with")
        try:
            await self._take_snapshot(manifest)
        finally:
            self._progress(None)
        return True

    async def _take_snapshot(self, manifest: Manifest) -> None:
        def told(done: int, total: int) -> None:
            self._progress((done, total))

        path = await fetch_snapshot(self._client, self._work, manifest, self._folder, told)
        await self._work(self._replica.prepare_snapshot, path, manifest)
        self._journal.switch_replica(path, manifest)
        await self._read_cursors()

    async def _read_cursors(self) -> None:
        self.cursors = {cursor.feed: cursor for cursor in await self._work(self._replica.cursors)}
