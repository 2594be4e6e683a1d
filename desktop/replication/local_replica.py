"""The replica as the engine asks for it (`sync.replica.Replica`), used in the engine's worker thread only."""

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from desktop.replication.changes import apply_page, knows_more, tables_of
from desktop.replication.disk import disk_trouble
from desktop.replication.rights import holds
from desktop.store.replica_file import ReplicaFile
from sync.trouble import Broken, Damaged
from sync.wire.changes import PERSONAL
from sync.wire.messages import Cursor, Manifest, Page

Current = Callable[[], tuple[Path, bytes]]
"""Gives path and key of the replica file in use; set by the thread that owns the database."""


class LocalReplica:
    """Applies pages to the current replica file and prepares snapshots."""

    def __init__(self, current: Current, on_applied: Callable[[str], None], server_key: bytes | None = None) -> None:
        """`server_key` is the centre's pinned public key, by which the people here are known to be those it signed."""
        self._current = current
        self._on_applied = on_applied
        self._server_key = server_key
        self._open: ReplicaFile | None = None

    def _file(self) -> ReplicaFile:
        path, key = self._current()
        if self._open is None or self._open.path != path:
            self.close()
            self._open = ReplicaFile(path, key)
        return self._open

    def close(self) -> None:
        """Close the file; the next call opens the one that is current then."""
        if self._open is not None:
            self._open.close()
            self._open = None

    @disk_trouble()
    def cursors(self) -> tuple[Cursor, ...]:
        """Give the cursors of the current file, none for a file that was never filled.

        A feed in which an older program passed over what this one knows has none either: it is read again; so is that
        of people who are not those whom the centre signed.
        """
        doubted = self._server_key is not None and not holds(self._server_key, *self._file().read_signed())
        return tuple(cursor for cursor in self._cursors() if not (doubted and cursor.feed.startswith("people:")))

    def _cursors(self) -> tuple[Cursor, ...]:
        again = {feed for feed, passed in self._file().read_passed().items() if knows_more(passed)}
        rows = [row for row in self._file().read_feeds() if row[0] not in again]
        return tuple(Cursor(feed=feed, epoch=epoch, position=at, token=token) for feed, epoch, at, token in rows)

    @disk_trouble()
    def apply_page(self, page: Page) -> int | None:
        """Write rows, vector and cursor in one transaction, tell which feed has moved, and give its digest."""
        digest = apply_page(self._file(), page)
        self._on_applied(page.cursor.feed)
        return digest

    @disk_trouble()
    def prepare_snapshot(self, path: Path, manifest: Manifest) -> None:
        """Check a downloaded file against its manifest; bring over people and customers, who never come in a snapshot.

        An older centre's file gets the tables that it does not know.
        Raises Broken when the file is damaged or is not what the manifest says.
        """
        current, current_key = self._current()
        feeds = {cursor.feed for cursor in manifest.cursors}
        with closing(ReplicaFile(path, bytes.fromhex(manifest.key))) as fresh:
            wrong = fresh.check()
            if wrong:
                raise Broken(wrong)
            held = {(feed, epoch, at, token) for feed, epoch, at, token in fresh.read_feeds()}
            if held != {(c.feed, c.epoch, c.position, c.token) for c in manifest.cursors}:
                raise Broken("the cursors inside are not those of the manifest")
            fresh.add_missing()
            with suppress(Damaged):  # what a damaged file does not give is read from the beginning
                self._bring_over(fresh, feeds, current, current_key)

    @disk_trouble()
    def _bring_over(self, fresh: ReplicaFile, feeds: set[str], current: Path, key: bytes) -> None:
        for cursor in self._cursors():
            if cursor.feed not in feeds and cursor.feed.startswith(PERSONAL):
                fresh.copy_feed(current, key, cursor.feed, *tables_of(cursor.feed))

    @disk_trouble()
    def drop_feed(self, feed: str) -> None:
        """Delete a feed's rows and cursor in one transaction."""
        replica = self._file()
        with replica.writing():
            replica.clear(*tables_of(feed))
            replica.drop_cursor(feed)
        self._on_applied(feed)
