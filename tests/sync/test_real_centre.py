"""The engine against the real centre: HTTP, PostgreSQL, sequencer, snapshots, live nudges; only the disk is memory."""

import asyncio
import hashlib
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from sync.client import Client
from sync.engine import Engine
from sync.identity import load_identity, server_key
from sync.status import EngineStatus
from sync.trouble import Broken, Denied
from sync.wire.changes import feeds_of
from sync.wire.messages import Manifest
from sync.worker import Worker
from tests.server_http.conftest import SHOP, RunningCentre, centre_server  # noqa: F401 - a fixture
from tests.sync.simulation import MemorySecrets
from tests.sync.stores import MemoryJournal, MemoryReplica


class SnapshotReplica(MemoryReplica):
    """Opens what the centre prepared, as the terminal does."""

    products = 0

    def prepare_snapshot(self, path: Path, manifest: Manifest) -> None:
        connection = sqlcipher.connect(str(path))
        connection.execute(f"PRAGMA key=\"x'{manifest.key}'\"")
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
        self.products = connection.execute("SELECT count(*) FROM product").fetchone()[0]
        connection.close()
        places = {cursor.feed: cursor for cursor in manifest.cursors}
        self.prepared[path] = {feed: {} for feed in places}, {feed: {} for feed in places}, places


@dataclass
class Terminal:
    """A terminal whose disk is memory."""

    client: Client
    engine: Engine
    journal: MemoryJournal
    replica: SnapshotReplica
    statuses: asyncio.Queue[EngineStatus]

    async def until(self, what: str) -> None:
        """Wait for a state while the engine runs."""
        async with asyncio.timeout(60):
            while self.engine.status.state != what:
                await self.statuses.get()


@asynccontextmanager
async def terminal_at(centre: RunningCentre, folder: Path, token: str, **extra: Any) -> AsyncIterator[Terminal]:
    secrets, worker = MemorySecrets(), Worker()
    identity = load_identity(secrets, 1_795_000_000_000)
    client = Client(centre.address, identity, secrets, worker)
    await client.register("Till 1", token)
    key = server_key(secrets)
    assert key is not None
    journal, replica, statuses = MemoryJournal(identity, SHOP), SnapshotReplica(), asyncio.Queue[EngineStatus]()
    journal.replica = replica
    engine = Engine(
        journal,
        replica,
        client,
        worker,
        folder=folder,
        server_key=key,
        now=lambda: datetime.now(UTC),
        rng=random.Random(1),
        on_status=statuses.put_nowait,
    )
    yield Terminal(client, engine, journal, replica, statuses)
    await client.close()
    await worker.close()


@pytest.fixture
async def terminal(centre_server: RunningCentre, tmp_path: Path) -> AsyncIterator[Terminal]:  # noqa: F811
    async with terminal_at(centre_server, tmp_path / "terminal", centre_server.token()) as made:
        yield made


async def test_a_till_enrols_where_registrations_need_a_nonce(
    centre_server: RunningCentre,  # noqa: F811
    tmp_path: Path,
) -> None:
    centre_server.ask("UPDATE centre SET require_nonce = true")
    async with terminal_at(centre_server, tmp_path, centre_server.token()) as terminal:
        assert (await terminal.client.device_status()).status == "active"
    assert centre_server.ask("SELECT count(*) FROM used_nonce") == [(1,)]


async def test_a_step_lands_everything_and_reads_every_feed(terminal: Terminal) -> None:
    terminal.journal.seal(250)
    report = await terminal.engine.step()
    assert report.trouble is None
    assert report.pushed == 250
    status = terminal.engine.status
    assert (status.state, status.unsent) == ("level", 0)
    assert {mark.name for mark in status.feeds} == set(feeds_of(SHOP))
    name = terminal.journal.incarnations[0].name
    assert terminal.journal.heads[name].seq == 250
    head = await terminal.client.head(name)
    assert (head.seq, head.epoch) == (250, terminal.journal.contact().epoch)
    while (report := await terminal.engine.step()).pulled:  # the cases of what cannot be projected are numbered later
        assert report.trouble is None
    assert report.pushed == 0


async def test_a_rewound_and_a_forked_terminal_go_on(terminal: Terminal) -> None:
    journal = terminal.journal
    journal.seal(5)
    image = journal.backup()
    journal.seal(5)
    await terminal.engine.step()
    journal.incarnations = image
    await terminal.engine.step()
    assert terminal.engine.status.unsent == 0
    image[0].left = False
    journal.seal(2)
    journal.incarnations[-1].left = False
    await terminal.engine.step()
    assert terminal.engine.status.unsent == 0
    assert {reason for _, reason, _ in journal.diverged} <= {"rewound", "fork"}
    assert journal.diverged


async def test_a_restored_terminal_gets_its_entries_back(terminal: Terminal) -> None:
    journal = terminal.journal
    journal.seal(5)
    image = journal.backup()
    journal.seal(40)
    await terminal.engine.step()
    whole, journal.incarnations = journal.incarnations, image
    await terminal.engine.step()
    assert terminal.engine.status.cause == "rewound"
    journal.seal()
    report = await terminal.engine.step()
    assert report.trouble is None
    assert journal.incarnations[0].entries == whole[0].entries
    assert (terminal.engine.status.recalled, journal.recalls_ended > 0) == (40, True)


async def test_a_terminal_that_waits_for_approval_hands_in_and_reads_nothing(
    centre_server: RunningCentre,  # noqa: F811
    tmp_path: Path,
) -> None:
    async with terminal_at(centre_server, tmp_path / "terminal", "") as waiting:
        waiting.journal.seal(3)
        report = await waiting.engine.step()
        assert isinstance(report.trouble, Denied)
        assert (report.pushed, waiting.engine.status.cause) == (3, "denied.pending")
        assert (await waiting.client.device_status()).status == "pending"


async def test_running_it_hears_of_a_block_and_of_its_end(
    terminal: Terminal,
    centre_server: RunningCentre,  # noqa: F811
) -> None:
    running = asyncio.create_task(terminal.engine.run())
    await terminal.until("level")
    device = terminal.client.device_id
    for state, shown in (("blocked", "blocked"), ("active", "level")):
        centre_server.ask("UPDATE registered_devices SET status = %s", state)
        centre_server.ask(
            "SELECT pg_notify('eckwms_devices', json_build_object('device_uuid', %s::text, 'status', %s::text)::text)",
            device,
            state,
        )
        await terminal.until(shown)
        terminal.journal.seal()
        terminal.engine.wake()
    async with asyncio.timeout(60):
        while not terminal.engine.status.live:  # a block ends the line; it comes back by itself
            await terminal.statuses.get()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_a_small_picture_comes_by_its_hash(centre_server: RunningCentre, tmp_path: Path) -> None:  # noqa: F811
    content = b"a small picture"
    name = hashlib.sha256(content).hexdigest()
    centre_server.ask(
        """WITH made AS (INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit,
               active, track_lots, packed)
               VALUES (gen_random_uuid(), 'R', 'Roll', 'pcs', 1, 0, '', false, 0, true, false, '') RETURNING id)
           INSERT INTO product_picture SELECT id, hash, 'image/png', %s, now() FROM made, unnest(%s::text[]) AS hash
           RETURNING 1""",
        content,
        [name],
    )
    async with terminal_at(centre_server, tmp_path, centre_server.token()) as terminal:
        assert await terminal.client.picture(name) == content
        assert await terminal.client.picture("a" * 64) is None
        centre_server.ask("UPDATE product_picture SET content = 'another one' RETURNING 1")
        with pytest.raises(Broken):
            await terminal.client.picture(name)
