"""What the engine asks of a terminal's own databases: the journal to send from, the replica to load into.

Two protocols, because they live on two threads. `Journal` belongs to the thread of the engine's loop (the window's);
its methods are synchronous and short. `Replica` is called in the engine's single worker thread only, one call at a
time, with a connection of its own. Both may raise `trouble.Disk`; anything else they raise is a bug.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from sync.chain import Entry
from sync.wire.attachments import Attachment
from sync.wire.messages import Cursor, Manifest, Page, SignedHead

Divergence = Literal["rewound", "fork"]
"""rewound: the centre holds more of an incarnation than this journal; fork: other content under the same number."""


@dataclass(frozen=True, slots=True)
class Chain:
    """One incarnation: sealed up to `sealed_seq`, confirmed by the centre up to `acked_seq` (0 when nothing is)."""

    incarnation: str
    sealed_seq: int
    acked_seq: int


@dataclass(frozen=True, slots=True)
class Contact:
    """What is kept of the centre between starts: the epoch whose heads were compared, its last answer (RFC 3339)."""

    epoch: str = ""
    at: str = ""


class Journal(Protocol):
    """The terminal's chains, on the loop's thread. Nothing here ever removes an entry."""

    def chains(self) -> Sequence[Chain]:
        """All incarnations of this terminal, oldest first; the current one is last."""

    def read_entries(self, incarnation: str, after_seq: int, max_entries: int, max_bytes: int) -> tuple[Entry, ...]:
        """Consecutive entries from `after_seq` + 1, within both bounds, but one at least when there is one.

        What the attachments weigh that they name counts too.
        """

    def read_attachments(self, incarnation: str, after_seq: int, count: int) -> tuple[Attachment, ...]:
        """Attachments that so many entries behind `after_seq` name, and earlier ones that may not have arrived.

        The earlier ones are few: they are more than what the entries were bounded by.
        """

    def hash_at(self, incarnation: str, seq: int) -> bytes | None:
        """Hash of a sealed entry; None when this journal does not have it."""

    def save_acked(self, incarnation: str, seq: int, head: SignedHead | None, quarantined: tuple[int, ...]) -> None:
        """Set the confirmed number, up or down, in one transaction; it never exceeds the sealed one.

        A `head` (its signature is checked) replaces the stored one; quarantined numbers are added to those known.
        """

    def diverge(self, incarnation: str, reason: Divergence, centre_seq: int, prefixes: tuple[str, ...] = ()) -> None:
        """Go on in a new incarnation as soon as the ticket in hand allows.

        Its receipt prefix comes behind all `prefixes`, which the centre has met. Saying it twice changes nothing, nor
        does saying it of an incarnation that was left already.
        """

    def take_back(self, incarnation: str, entries: tuple[Entry, ...]) -> None:
        """Store and project entries of a left incarnation that the centre gave back; they count as handed in.

        They are proven, and follow what this journal has of the incarnation; all or none are stored.
        """

    def end_recall(self) -> None:
        """Nothing is missing any more: settle what the entries taken back left open. Twice is as good as once."""

    def save_problem(self, incarnation: str, seq: int, reason: str) -> None:
        """Keep that the centre does not take this entry, as a case; saying it twice changes nothing."""

    def contact(self) -> Contact:
        """The stored contact, an empty one at first."""

    def save_contact(self, contact: Contact) -> None:
        """Store the contact."""

    def switch_replica(self, path: Path, manifest: Manifest) -> None:
        """Make the prepared file the replica: commit the row that names file and key, detach, attach."""


class Replica(Protocol):
    """The rows the centre publishes, in the worker thread."""

    def cursors(self) -> tuple[Cursor, ...]:
        """Places reached in the feeds, from the replica file itself; empty when there is none yet."""

    def apply_page(self, page: Page) -> int | None:
        """Write rows, vector and cursor in one transaction; `from_position` 0 first deletes the feed's old rows.

        Gives the feed's digest (wire.digest) after it; None when something in the feed was not understood.
        """

    def prepare_snapshot(self, path: Path, manifest: Manifest) -> None:
        """Check the file (key, pages, schema, cursors), then copy in the feeds it lacks from the present replica.

        Raises trouble.Broken when the file is not what the manifest says.
        """

    def drop_feed(self, feed: str) -> None:
        """Delete rows and cursor of a feed this terminal may no longer read (it changed shop), in one transaction."""


def entry_bytes(entry: Entry) -> int:
    """About how much an entry weighs in a batch."""
    return len(entry.header) + len(entry.body) + 160
