"""Real terminals of one shop and a real centre on PostgreSQL, with only the wire between them left out."""

from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.domain.staff import Person
from desktop.operations import journals
from desktop.operations.terminal import Terminal
from desktop.replication.changes import apply_page
from desktop.replication.local_journal import to_entry
from desktop.replication.recording import Signer
from desktop.store import journal, stock
from desktop.store import rows as rows_of
from desktop.store.database import Database
from desktop.store.migrate import migrate
from desktop.store.replica_file import ReplicaFile, make_empty
from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.feed.pages import read_page
from server_stub.feed.sequencer import number_changes
from server_stub.journal.ingest import land
from sync.chain import derive_key_id
from sync.wire.changes import feeds_of
from sync.wire.messages import Batch
from tests.edges import SettableClock
from tests.server.asking import rows
from tests.server.terminal import Ground
from tests.server.terminal import Terminal as Pen

WIM = Person("00000000-0000-7000-8000-000000000001", "wim", "Wim", "admin")
Held = dict[tuple[str, str, str], int]
"""(product, place, lot) -> thousandths."""


@dataclass
class Desk:
    """A terminal that replicates when it is told to."""

    terminal: Terminal
    replica: ReplicaFile
    device: str
    shop: str
    handed_in: int = 0

    async def push(self, pool: Pool, centre: Centre) -> None:
        """Hand in what is sealed."""
        with self.terminal.database.reading() as connection:
            sealed = list(journal.read_all(connection, self.handed_in))
        if sealed:
            entries = tuple(to_entry(row) for row in sealed)
            batch = Batch(incarnation=sealed[0].incarnation, first_seq=sealed[0].seq, entries=entries)
            assert (await land(pool, centre, self.device, batch)).quarantined == ()
            self.handed_in = sealed[-1].position

    async def pull(self, pool: Pool, centre: Centre) -> None:
        """Read every feed from its beginning."""
        while await number_changes(pool):
            pass
        for feed in feeds_of(self.shop):
            apply_page(self.replica, await read_page(pool, centre, feed, device_uuid=self.device))

    def held(self) -> Held:
        """What the books here say, outside left out."""
        with self.terminal.database.reading() as connection:
            inside = {row.id for row in stock.list_places(connection) if row.kind not in stock.OUTSIDE}
            book = stock.read_book(connection, sorted(self.products()))
        figures = {(row.product_id, row.place_id, row.lot): row.on_hand_milli for row in book if row.place_id in inside}
        return {key: milli for key, milli in figures.items() if milli}

    def products(self) -> set[str]:
        """All goods that ever moved here or are told of."""
        with self.terminal.database.reading() as connection:
            places = stock.list_places(connection)
            return {product for place in places for product in stock.list_held_at(connection, place.id)}

    def is_rebuilt(self, *tables: str) -> bool:
        """Whether the journal gives these projections again as they are, and there is something in each."""
        before = self._dump()
        journals.rebuild_projections(self.terminal)
        return self._dump() == before and all(before[table] for table in tables)

    def _dump(self) -> dict[str, list[tuple[object, ...]]]:
        with self.terminal.database.reading() as connection:
            return rows_of.dump(connection)

    def close(self) -> None:
        self.replica.close()
        self.terminal.database.close()


async def open_desk(pool: Pool, centre: Centre, ground: Ground, folder: Path, name: str, clock: SettableClock) -> Desk:
    """Make a terminal that is enrolled, and has read what there is."""
    key = Ed25519PrivateKey.generate()
    pen = Pen(ground, key=key)
    async with pool.connection() as conn:
        await pen.enrol(conn)
    database, replica = _open_files(folder / f"{name}.db", folder / f"{name}-replica.db")
    public = key.public_key().public_bytes_raw()
    signer = Signer(pen.device, ground.shop, derive_key_id(public), public, key.sign)
    terminal = Terminal(database, clock, signer, name)
    journals.open_journal(terminal, pen.device[:4])
    desk = Desk(terminal, replica, pen.device, ground.shop)
    await desk.pull(pool, centre)
    return desk


def _open_files(path: Path, replica: Path) -> tuple[Database, ReplicaFile]:
    database = Database(path, b"k" * 32)
    migrate(database)
    make_empty(replica, b"r" * 32)
    database.attach_replica(replica, b"r" * 32)
    return database, ReplicaFile(replica, b"r" * 32)


async def centre_held(pool: Pool) -> Held:
    """What the centre has on hand."""
    found = await rows(pool, "SELECT product_id::text, place_id::text, lot, on_hand_milli FROM stock")
    return {(product, place, lot): milli for product, place, lot, milli in found if milli}
