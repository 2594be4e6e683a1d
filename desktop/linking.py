"""The link to the centre for one station: client and engine, and what the engine's words mean for the terminal."""

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desktop.domain.refusal import Refusal
from desktop.operations.journals import go_on_anew
from desktop.replication.incarnations import Doubt
from desktop.replication.local_journal import LocalJournal
from desktop.replication.local_replica import LocalReplica
from desktop.station import Station
from desktop.store import carts
from desktop.store.terminal import Known, read_known
from desktop.store.topics import Topic
from sync.client import Client
from sync.engine import Engine
from sync.identity import server_key
from sync.status import EngineStatus
from sync.worker import Worker

_TOPICS = {"catalogue": Topic.CATALOG, "shop": Topic.CATALOG, "people": Topic.STAFF, "stock": Topic.STOCK}


class Link:
    """Client, engine and worker of one station. Refusal `terminal.unenrolled` without a registered centre."""

    def __init__(
        self,
        station: Station,
        on_status: Callable[[EngineStatus], None] = lambda status: None,
        announce: Callable[[Topic], None] = lambda topic: None,
    ) -> None:
        self._station = station
        self._replica_file = station.replica()
        self._diverged: list[Doubt] = []
        with station.terminal.database.reading() as connection:
            server = read_known(connection, Known.SERVER)
        key = server_key(station.secrets)
        if not server or key is None:
            raise Refusal("terminal.unenrolled", "This till is not registered yet.", "Register it with head office.")
        self._worker = Worker()
        self._client = make_client(station, server, self._worker)
        self._replica = LocalReplica(lambda: self._replica_file, lambda feed: announce(topic_of(feed)))
        self.engine = Engine(
            LocalJournal(station.terminal.database, self._note_divergence, self._note_switch),
            self._replica,
            self._client,
            self._worker,
            folder=station.data_dir,
            server_key=key,
            now=station.terminal.clock.now,
            rng=random.Random(),  # noqa: S311  jitter, not secrecy
            on_status=on_status,
        )

    def _note_switch(self, path: Path, key: bytes) -> None:
        self._replica_file = (path, key)

    def _note_divergence(self, incarnation: str, reason: str, centre_seq: int) -> None:
        if all(doubt.incarnation != incarnation for doubt in self._diverged):
            detail = f"the centre holds it up to entry {centre_seq}"
            self._diverged.append(Doubt(incarnation, reason, detail, centre_seq))
        self.settle_divergence()

    def settle_divergence(self) -> None:
        """Go on in a new incarnation if the centre asked for it and no ticket is in hand; called again after a sale."""
        terminal = self._station.terminal
        with terminal.database.reading() as connection:
            ticket_in_hand = carts.read_open(connection) is not None
        if self._diverged and not ticket_in_hand:
            go_on_anew(terminal, self._diverged.pop())
            self._diverged.clear()
            self._station.keep_note()

    async def close(self) -> None:
        """Close the connections and the replica's file, and end the worker."""
        await self._client.close()
        with suppress(RuntimeError):
            await self._worker(self._replica.close)
        await self._worker.close()


def topic_of(feed: str) -> Topic:
    """Give the topic that a feed's rows belong to."""
    return _TOPICS[feed.partition(":")[0]]


def make_client(station: Station, server: str, worker: Worker) -> Client:
    """Make the client for a server address. Refusal `server.address` when it cannot be one."""
    ca_file = station.loaded.settings.ca_file
    try:
        return Client(server, station.identity, station.secrets, worker, ca_file=Path(ca_file) if ca_file else None)
    except (ValueError, OSError) as error:
        raise Refusal("server.address", f"{server} cannot be used: {error}", "Check the address.") from error
