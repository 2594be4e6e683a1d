"""A terminal's real files and client, enrolled at a centre that runs in a process of its own."""

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.clock import SystemClock
from desktop.replication.local_journal import LocalJournal
from desktop.replication.local_replica import LocalReplica
from desktop.replication.recording import Signer
from desktop.store.database import Database
from desktop.store.migrate import migrate
from desktop.store.replica_file import make_empty
from server_stub.database import open_pool
from sync.client import Client
from sync.contact import Acquaintance
from sync.engine import Engine
from sync.identity import Identity, load_identity, server_key
from sync.pushing import Pusher
from sync.worker import Worker
from tests.benchmarks.centres import enrolment_token
from tests.server.terminal import Ground, make_ground
from tests.sync.simulation import MemorySecrets

REPLICA_KEY = b"r" * 32


@dataclass
class Linked:
    """An enrolled terminal: its database, its engine, and what the engine stands on."""

    database: Database
    identity: Identity
    signer: Signer
    ground: Ground
    client: Client
    replica: LocalReplica
    replica_file: Callable[[], tuple[Path, bytes]]
    worker: Worker
    engine: Engine
    pusher: Pusher


async def open_ground(url: str) -> Ground:
    """Make a shop in a centre's database."""
    async with open_pool(url, max_size=1) as pool, pool.connection() as conn:
        return await make_ground(conn)


@asynccontextmanager
async def linked_terminal(
    address: str,
    url: str,
    ground: Ground,
    folder: Path,
    prepare: Callable[[Database, Signer, Ground], None] = lambda *_: None,
) -> AsyncIterator[Linked]:
    """Enrol a terminal; `prepare` fills its journal before the engine looks at it."""
    folder.mkdir(parents=True)  # noqa: ASYNC240  nothing is measured yet
    secrets, worker = MemorySecrets(), Worker()
    identity = load_identity(secrets, 1_795_000_000_000)
    signer = Signer(identity.device_id, ground.shop, identity.key_id, identity.public_key, identity.sign)
    database = Database(folder / "journal.db", b"k" * 32)
    migrate(database)
    current = [(folder / "replica-0.db", REPLICA_KEY)]
    make_empty(*current[0])
    database.attach_replica(*current[0])
    prepare(database, signer, ground)
    client = Client(address, identity, secrets, worker)
    await client.register("Till", enrolment_token(url, ground.shop))
    key = server_key(secrets)
    assert key is not None
    replica = LocalReplica(lambda: current[-1], lambda feed: None)
    journal = LocalJournal(database, lambda *_: None, lambda path, key: current.append((path, key)))
    now, rng = SystemClock().now, random.Random(1)
    engine = Engine(journal, replica, client, worker, folder=folder, server_key=key, now=now, rng=rng)
    pusher = Pusher(journal, client, key, Acquaintance(journal, now))
    yield Linked(database, identity, signer, ground, client, replica, lambda: current[-1], worker, engine, pusher)
    await client.close()
    await worker(replica.close)
    await worker.close()
    database.close()
