"""A restore in small, without processes and wires; `make prove` restores under four terminals that push."""

import asyncio
import random
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from server_stub.backup.making import make_backup
from server_stub.backup.restoring import restore_backup
from server_stub.centre import load_centre
from server_stub.database import open_pool
from server_stub.journal.verify import verify_centre
from sync.contact import Acquaintance
from sync.identity import load_identity
from sync.pushing import Pusher
from tests.edges import OPENING
from tests.prove.histories import TradingJournal, Wire, sales_on
from tests.server.asking import rows
from tests.server.terminal import Terminal, make_ground
from tests.sync.simulation import MemorySecrets


async def test_a_terminal_brings_what_a_restored_centre_lacks(database_url: str, tmp_path: Path) -> None:
    identity, rng = load_identity(MemorySecrets(), 1), random.Random(1)
    async with open_pool(database_url) as pool:
        centre = await load_centre(pool)
        async with pool.connection() as conn:
            pen = Terminal(await make_ground(conn), identity.device_id)
            pen.public_key = identity.public_key
            await pen.enrol(conn)
        journal = TradingJournal(identity, pen.ground)
        contact = Acquaintance(journal, lambda: datetime.now(UTC))
        pusher = Pusher(journal, Wire(pool, centre, identity), centre.public_key, contact)  # type: ignore[arg-type]
        for _ in range(2):
            journal.sell(rng)
            await pusher.run()
            made = await asyncio.to_thread(
                make_backup, database_url, tmp_path, tmp_path / str(journal.sealed), OPENING, ZoneInfo("UTC")
            )
            journal.sell(rng)
            await pusher.run()
    acked = journal.chains()[0].acked_seq
    told = await asyncio.to_thread(restore_backup, database_url, tmp_path, Path(made["file"]), OPENING, force=True)
    assert told["epoch"] != contact.epoch
    async with open_pool(database_url) as pool:
        assert await rows(pool, "SELECT acked_seq FROM incarnation") == [(acked - 1,)]
        pusher = Pusher(journal, Wire(pool, await load_centre(pool), identity), centre.public_key, contact)  # type: ignore[arg-type]
        journal.sell(rng)
        for _ in range(2):
            await pusher.run()
        central = [sale for (sale,) in await rows(pool, "SELECT sale_id::text FROM sale")]
        assert sorted(central) == sorted(sales_on(journal))
        assert (await verify_centre(pool))["ok"]
    assert [(chain.sealed_seq, chain.acked_seq) for chain in journal.chains()] == [(6, 6)]
    assert contact.epoch == told["epoch"]
