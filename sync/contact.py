"""What the engine keeps of the centre: when it answered last, and whose history the heads were compared with."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sync.replica import Contact, Journal

SAVE_EVERY = timedelta(seconds=60)
"""The last contact is worth a disk write once a minute, not once a request."""


class Acquaintance:
    """Notices when the centre is not the one it was; `compare_due` asks the pusher to compare all heads.

    `answers` counts the centre's answers since the start.
    """

    def __init__(self, journal: Journal, now: Callable[[], datetime]) -> None:
        self._journal = journal
        self._now = now
        self._contact = journal.contact()
        self._saved_at: datetime | None = None
        self.answers = 0
        self.compare_due = True

    @property
    def epoch(self) -> str:
        """The epoch whose heads were compared last, empty at first."""
        return self._contact.epoch

    @property
    def last_contact(self) -> str | None:
        """The centre's last answer, RFC 3339."""
        return self._contact.at or None

    def answered(self, epoch: str) -> None:
        """The centre answered just now; another epoch than before means a restored or another centre."""
        if epoch != self._contact.epoch:
            self.compare_due = True
        self.answers += 1
        now = self._now()
        self._contact = Contact(self._contact.epoch, now.isoformat())
        if self._saved_at is None or now - self._saved_at >= SAVE_EVERY:
            self._save(now)

    def compared(self, epoch: str) -> None:
        """All heads were compared with the centre of this epoch."""
        self.compare_due = False
        if epoch != self._contact.epoch:
            self._contact = Contact(epoch, self._contact.at)
            self._save(self._now())

    def _save(self, now: datetime) -> None:
        self._journal.save_contact(self._contact)
        self._saved_at = now
