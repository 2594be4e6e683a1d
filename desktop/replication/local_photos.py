"""Photos as the engine asks for them (`sync.photos.Photos`): short calls on the thread that owns the database."""

from collections.abc import Callable
from datetime import UTC, datetime

from desktop.domain.clock import iso
from desktop.replication.disk import disk_trouble
from desktop.store import photos
from desktop.store.database import Database
from desktop.store.terminal import Known, read_known


class LocalPhotos:
    """Gives photos for sending and keeps what the centre says of them."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now

    @disk_trouble()
    def list_unsent(self) -> list[str]:
        """Name those whose entries are handed in and which the centre is not known to have."""
        with self._database.reading() as connection:
            return photos.list_unsent(connection, read_known(connection, Known.EPOCH))

    @disk_trouble()
    def read(self, name: str) -> bytes | None:
        """Give the file of one; None when it is not here any more."""
        with self._database.reading() as connection:
            return photos.read(connection, name)

    @disk_trouble()
    def save_arrived(self, name: str) -> None:
        """Keep that the centre has it, on this history of its own."""
        with self._database.writing() as connection:
            epoch = read_known(connection, Known.EPOCH)
            photos.note_arrived(connection, name, epoch, iso(self._now().astimezone(UTC)))
