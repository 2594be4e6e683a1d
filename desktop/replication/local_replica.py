"""The replica as the engine asks for it (`sync.replica.Replica`), used in the engine's worker thread only."""

import hashlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from desktop.replication.changes import apply_page
from desktop.store.replica_file import ReplicaFile
from sync.replica import BadSnapshot
from sync.wire.messages import Cursor, Manifest, Page

Current = Callable[[], tuple[Path, bytes]]
"""Gives path and key of the replica file in use; set by the thread that owns the database."""


class LocalReplica:
    """Applies pages to the current replica file and prepares snapshots."""

    def __init__(self, current: Current, on_applied: Callable[[str], None]) -> None:
        self._current = current
        self._on_applied = on_applied
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

    def cursors(self) -> tuple[Cursor, ...]:
        """Give the cursors of the current file, none for a file that was never filled."""
        rows = self._file().read_feeds()
        return tuple(Cursor(feed=feed, epoch=epoch, position=at, token=token) for feed, epoch, at, token in rows)

    def apply_page(self, page: Page) -> None:
        """Write rows, vector and cursor in one transaction, then tell which feed has moved."""
        apply_page(self._file(), page)
        self._on_applied(page.cursor.feed)

    def prepare_snapshot(self, path: Path, manifest: Manifest) -> None:
        """Check a downloaded file against its manifest and bring over the people, who never come in a snapshot.

        Raises BadSnapshot when the file is damaged or is not what the manifest says.
        """
        current, current_key = self._current()
        feeds = {cursor.feed for cursor in manifest.cursors}
        with closing(ReplicaFile(path, bytes.fromhex(manifest.key))) as fresh:
            wrong = fresh.check()
            if wrong:
                raise BadSnapshot(wrong)
            held = {(feed, epoch, at, token) for feed, epoch, at, token in fresh.read_feeds()}
            if held != {(c.feed, c.epoch, c.position, c.token) for c in manifest.cursors}:
                raise BadSnapshot("the cursors inside are not those of the manifest")
            for cursor in self.cursors():
                if cursor.feed not in feeds and cursor.feed.startswith("people:"):
                    fresh.copy_feed(current, current_key, cursor.feed, "person")


def empty_name(terminal: str) -> str:
    """Name the file of a replica that is filled page by page."""
    return f"replica-{hashlib.sha256(terminal.encode()).hexdigest()[:32]}.db"
