"""A photo from a real till to a real centre: behind its entry, once, kept until head office has it for sure."""

import asyncio
import hashlib
from pathlib import Path

from desktop.commands.syncing import enrol
from desktop.domain.photo import Photo
from desktop.domain.product import Found, Product
from desktop.domain.task import TaskKind, What
from desktop.linking import Link
from desktop.operations import photos, receiving, tasks
from desktop.operations.terminal import Terminal
from desktop.replication.local_photos import LocalPhotos
from desktop.settings import load_settings
from desktop.station import open_station
from desktop.store import photos as kept
from server_stub.database import Connection
from server_stub.goods.places import save_place
from server_stub.goods.shops import save_shop
from sync.photos import PhotoSender
from sync.wire.changes import Place
from sync.wire.photos import PART_BYTES
from tests.desks import WIM
from tests.edges import SettableClock
from tests.functional.relay import relayed
from tests.server.terminal import Ground, new_id, shop_terms
from tests.server_http.conftest import SHOP, RunningCentre, centre_server  # noqa: F401 - a fixture

SOAP = Found(Product(new_id(), "SOAP", "Soap", "pcs", 0, 0), "x")
PATIENCE_S = 30.0
HERE = "SELECT hash, content, (SELECT count(*) FROM photo_part) FROM photo"


def make_photo(words: bytes) -> Photo:
    content = b"\xff\xd8\xff" + words + bytes(2 * PART_BYTES)
    return Photo(hashlib.sha256(content).hexdigest(), content)


def receive(terminal: Terminal, shelf: str, photo: Photo) -> str:
    """Receive a piece of soap that is damaged, with its photo, and give the task while it is in hand."""
    task = tasks.open_task(terminal, WIM, TaskKind.RECEIVE, place_id=shelf)
    tasks.scan_goods(terminal, task.id, SOAP)
    receiving.mark(terminal, task.id, What.DAMAGED)
    photos.add_photo(terminal, task.id, photo, photos.find_marked(terminal, task.id))
    return task.id


async def test_a_photo_follows_its_entry_and_stays_until_it_is_there(
    centre_server: RunningCentre,  # noqa: F811
    tmp_path: Path,
) -> None:
    ground = Ground(shop=SHOP, shelf=SHOP)
    async with await Connection.connect(centre_server.database_url) as conn:
        await save_shop(conn, shop_terms(ground, "Corner shop"))
        for ident, kind in ((ground.shelf, "shelf"), (ground.supplier, "supplier"), (ground.customer, "customer")):
            await save_place(conn, SHOP, Place(id=ident, code=kind, name=kind, kind=kind))
    loaded = load_settings(tmp_path, {"secrets": "file", "name": "Till 1"}, machine=tmp_path / "none")
    clock = SettableClock(centre_server.clock.now())
    with relayed(centre_server.address) as line:
        station = open_station(loaded, clock)
        await enrol(station, server=line.address, name="Till 1", token=centre_server.token(), wait=False)
        terminal, link = station.terminal, Link(station)
        try:
            await link.step()
            first, other = make_photo(b"crate"), make_photo(b"lid")
            task = receive(terminal, ground.shelf, first)
            assert photos.count_waiting(terminal) == 0, "nothing is a fact yet"
            receiving.post(terminal, WIM, task)
            line.cut()
            assert (await link.step()).trouble is not None
            assert photos.count_waiting(terminal) == 1
            line.mend()
            polite = PhotoSender(LocalPhotos(terminal.database, clock.now), link._client, lambda: polite.sent > 0)
            async with asyncio.timeout(PATIENCE_S):  # the entry is landed first and projected later
                await link.engine._push.once()
                while not polite.sent:
                    await polite.run()
                assert centre_server.ask("SELECT octet_length(content) FROM photo_part") == [(PART_BYTES,)]
                while photos.count_waiting(terminal):
                    await link.step()
            assert centre_server.ask(HERE) == [(first.hash, first.content, 0)]
            tasks.drop_task(terminal, receive(terminal, ground.shelf, other))
            photos.settle_photos(terminal)
            with terminal.database.reading() as connection:
                assert [kept.read(connection, one.hash) for one in (first, other)] == [first.content, None]
            clock.advance(days=photos.KEPT_DAYS, minutes=1)
            photos.settle_photos(terminal)
            with terminal.database.reading() as connection:
                assert kept.read(connection, first.hash) is None
        finally:
            await link.close()
            station.close()
