"""The link to the centre for one station: client and engine, and what the engine's words mean for the terminal."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import structlog

from desktop.conditions import ConditionTelling
from desktop.domain.clock import Clock
from desktop.domain.refusal import Refusal
from desktop.escrowing import EscrowKeeping
from desktop.faults import Fault
from desktop.live_messages import LiveMessages
from desktop.operations import rights
from desktop.operations.cases import settle_cases
from desktop.operations.customers import settle_attachments
from desktop.operations.journals import end_recall, go_on_anew, open_journal
from desktop.operations.parked_codes import book_parked
from desktop.operations.photos import count_waiting, settle_photos
from desktop.parked_sharing import ParkedSharing
from desktop.replication.incarnations import Doubt
from desktop.replication.local_journal import LocalJournal
from desktop.replication.local_photos import LocalPhotos
from desktop.replication.local_replica import LocalReplica
from desktop.restoring import awaits_mirror, take_mirror
from desktop.settings import Loaded
from desktop.station import Station
from desktop.store import carts, journal
from desktop.store.terminal import Known, read_all_known, read_known, save_known
from desktop.store.topics import Topic
from sync.client import Client
from sync.engine import Engine, StepReport
from sync.identity import Identity, server_key
from sync.secrets import Secrets
from sync.status import EngineStatus
from sync.trouble import Trouble
from sync.wire.messages import DeviceStatus, Nudge, RegistrationAnswer
from sync.worker import Worker

ACTIVE, PENDING, BLOCKED = "active", "pending", "blocked"
POLL_S = 3.0
"""How often a terminal that waits for approval asks, where the live line does not tell it at once."""

PAUSE_AFTER_BUG_S, LONGEST_PAUSE_S = 30.0, 3600.0
"""How long the engine rests after a bug in it, the first time and at most."""

CLOCK_STEP_S = 60.0
"""The centre's clock is kept as far off ours when it has moved by more than this."""

_log = structlog.get_logger("desktop.linking")
_TOPICS = {
    "catalogue": (Topic.CATALOG,),
    "shop": (Topic.CATALOG, Topic.CASES),
    "people": (Topic.STAFF,),
    "offers": (Topic.OFFERS,),
    "customers": (Topic.OFFERS,),
    "stock": (Topic.STOCK,),
    "receipts": (Topic.RETURNS, Topic.PARKED),
}
"""Feed, without its shop -> what its rows touch."""
_PARKING = {Topic.CART, Topic.PARKED, Topic.SALES}
"""What may have parked, opened or ended a ticket."""


class Link:
    """Client, engine and worker of one station. Refusal `terminal.unenrolled` without a registered centre.

    `on_enrolled` is called when the centre has approved a terminal that was waiting for it; `look_printer` says how the
    printer is, empty where nobody knows.
    """

    def __init__(
        self,
        station: Station,
        on_status: Callable[[EngineStatus], None] = lambda status: None,
        announce: Callable[[Topic], None] = lambda topic: None,
        on_enrolled: Callable[[], None] = lambda: None,
        look_printer: Callable[[], str] = str,
    ) -> None:
        self._station = station
        self._on_status = on_status
        self._on_enrolled = on_enrolled
        self._replica_file = station.replica()
        self._diverged: list[Doubt] = []
        with station.terminal.database.reading() as connection:
            known = read_all_known(connection)
        server = known.get(Known.SERVER, "")
        self._state = known.get(Known.STATE, "")
        self._clock_offset_s = float(known.get(Known.CLOCK_OFFSET_S, 0))
        key = server_key(station.secrets)
        if not server or key is None:
            raise Refusal("terminal.unenrolled", "This till is not registered yet.", "Register it with head office.")
        self._worker = Worker()
        self._client = make_client(station, server, self._worker)
        rng = random.Random()  # noqa: S311  jitter, not secrecy
        self._messages = LiveMessages(station, self._client, rng)
        self._parked = ParkedSharing(station, self._client, rng)
        self._escrow = EscrowKeeping(station, self._client)
        self._condition = ConditionTelling(station, self._client, look_printer)
        self._told = asyncio.Event()
        self._line_blocks = False
        self._replica = LocalReplica(lambda: self._replica_file, lambda feed: _announce(announce, feed), key)
        self.engine = Engine(
            LocalJournal(station.terminal.database, self._note_divergence, self._note_switch, self._end_recall),
            self._replica,
            self._client,
            self._worker,
            folder=station.data_dir,
            server_key=key,
            now=station.terminal.clock.now,
            rng=rng,
            on_status=self._note_status,
            on_nudge=self._note_nudge,
            on_message=self._messages.keep,
            photos=LocalPhotos(station.terminal.database, station.terminal.clock.now),
        )

    async def picture(self, picture: str) -> bytes | None:
        """Ask for a small picture of goods, None when there is none. Raises Trouble."""
        return await self._client.picture(picture)

    async def step(self) -> StepReport:
        """Push and pull once, and tell of parked tickets; a terminal that waits for approval takes it over first."""
        with suppress(Trouble):  # whatever is in the way, the engine meets it too and tells it
            await self._take_approval()
        report = await self.engine.step()
        if report.trouble is None:
            self._settle()
            await self._parked.tell()
            await self._escrow.leave()
            await self._condition.tell()
        return report

    async def count_newer(self) -> int | None:
        """Count the entries of this terminal that the centre holds and the journal does not; None when it is away."""
        try:
            held = (await self._client.chains()).chains
        except Trouble:
            return None
        furthest: dict[str, int] = {}
        for each in held:
            furthest[each.incarnation] = max(furthest.get(each.incarnation, 0), each.seq)
        with self._station.terminal.database.reading() as connection:
            here = {name: journal.read_last_seq(connection, name) for name in furthest}
        return sum(max(0, seq - here[name]) for name, seq in furthest.items())

    async def retire(self) -> bool:
        """End this terminal's service when the centre holds every chain to its head, and every photo; else False.

        Raises Trouble.
        """
        held = {(each.incarnation, each.seq, each.hash) for each in (await self._client.chains()).chains}
        with self._station.terminal.database.reading() as connection:
            heads = [journal.read_tip(connection, name) for name in journal.list_incarnations(connection)]
        if count_waiting(self._station.terminal):
            return False
        if any((head.incarnation, head.seq, head.hash.hex()) not in held for head in heads):
            return False
        await self._client.retire()
        return True

    async def run(self) -> None:
        """Replicate until cancelled, and tell the centre who works here; a terminal that waits takes its approval."""
        stop = self._station.terminal.database.listen(self._on_topics)
        self._on_topics(frozenset({Topic.STAFF}))
        self._settle()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._await_approval(), name="approval")
                group.create_task(self._messages.run(), name="messages")
                group.create_task(self._parked.run(), name="parked")
                group.create_task(self._escrow.run(), name="escrow")
                group.create_task(self._condition.run(), name="condition")
                await self.engine.run()
        finally:
            stop()

    async def _await_approval(self) -> None:
        while self._waits():
            with suppress(Trouble):
                await self._take_approval()
            with suppress(TimeoutError):
                async with asyncio.timeout(POLL_S):
                    await self._told.wait()
            self._told.clear()

    def _waits(self) -> bool:
        return self._state in (PENDING, BLOCKED) and not self._is_open()

    async def _take_approval(self) -> None:
        if not self._waits():
            return
        answer = await self._client.device_status()
        if answer.status == ACTIVE:
            take_over(self._station, answer)
            self._state = ACTIVE
            self._on_enrolled()
            self.engine.retry()

    def _is_open(self) -> bool:
        with self._station.terminal.database.reading() as connection:
            return journal.read_head(connection) is not None

    def _note_status(self, status: EngineStatus) -> None:
        """Keep what the centre's answers mean for this terminal: blocked, active again, how far its clock is off."""
        state = self._state
        if status.cause == f"denied.{BLOCKED}":
            state = BLOCKED
        elif status.state == "level" and state == BLOCKED and not (status.live and self._line_blocks):
            state = ACTIVE
        offset_s = self._clock_offset_s if status.clock_offset_s is None else status.clock_offset_s
        if state != self._state or abs(offset_s - self._clock_offset_s) > CLOCK_STEP_S:
            self._keep(state, offset_s)
        if status.state == "level":
            self._settle()
            self._parked.want()
            self._keep_rights()
        self._on_status(status)

    def _settle(self) -> None:
        """Do what waited for head office's word, and what a power cut left."""
        try:
            settle_cases(self._station.terminal)
            settle_attachments(self._station.terminal)
            settle_photos(self._station.terminal)
            book_parked(self._station.terminal)
        except Fault as fault:  # the next status tries again
            _log.warning("not settled", code=fault.code)

    def _keep_rights(self) -> None:
        try:
            rights.keep(self._station.terminal)
        except Fault as fault:  # the next status tries again
            _log.warning("rights not kept", code=fault.code)

    def _note_nudge(self, nudge: Nudge) -> None:
        """Take the centre's word over the live line at once: a block and its end, or an approval that is waited for."""
        if nudge.type == "open":
            self._messages.want()
        if nudge.status:
            self._line_blocks = nudge.status == BLOCKED
            self._told.set()
        if nudge.status in (ACTIVE, BLOCKED) and nudge.status != self._state and self._is_open():
            self._keep(nudge.status, self._clock_offset_s)

    def _on_topics(self, topics: frozenset[Topic]) -> None:
        if Topic.STAFF in topics:
            with self._station.terminal.database.reading() as connection:
                self.engine.sign_in(read_known(connection, Known.SIGNED_IN))
        if Topic.MESSAGES in topics:
            self._messages.want()
        if topics & _PARKING:
            self._parked.want()

    def _keep(self, state: str, offset_s: float) -> None:
        try:
            with self._station.terminal.database.writing(Topic.SYNC) as connection:
                save_known(connection, state=state, clock_offset_s=str(round(offset_s)))
        except Fault as fault:  # the next status tries again
            _log.warning("not kept", code=fault.code, state=state)
        else:
            self._state, self._clock_offset_s = state, offset_s

    def _note_switch(self, path: Path, key: bytes) -> None:
        self._replica_file = (path, key)

    def _note_divergence(self, incarnation: str, reason: str, centre_seq: int, prefixes: tuple[str, ...]) -> None:
        with self._station.terminal.database.reading() as connection:
            head = journal.read_head(connection)
        if head is None or head.incarnation != incarnation:
            return  # left already
        if all(doubt.incarnation != incarnation for doubt in self._diverged):
            detail = f"the centre holds it up to entry {centre_seq}"
            self._diverged.append(Doubt(incarnation, reason, detail, centre_seq, prefixes))
        self.settle_divergence()

    def _end_recall(self) -> None:
        terminal = self._station.terminal
        if awaits_mirror(terminal):
            take_mirror(terminal, self._station.database_key(), late=True)
        end_recall(terminal)

    def settle_divergence(self) -> None:
        """Go on in a new incarnation if the centre asked for it and no ticket is in hand; called again after a sale."""
        terminal = self._station.terminal
        with terminal.database.reading() as connection:
            ticket_in_hand = carts.is_open(connection)
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


def fault_of(trouble: Trouble) -> Fault:
    """Give trouble with the centre as a Fault for people."""
    return Fault(trouble.cause, "The centre cannot be reached", trouble.detail or trouble.cause, trouble.remedy)


async def keep_running(
    run: Callable[[], Awaitable[None]], tell: Callable[[Exception], None], pause_s: float = PAUSE_AFTER_BUG_S
) -> None:
    """Run the engine until cancelled: a bug in it is told and survived, so that selling goes on.

    Each time it rests twice as long before it begins again, an hour at most.
    """
    while True:
        try:
            await run()
        except Exception as error:  # noqa: BLE001  whatever it is, it is told, and no till ends by it
            tell(error)
        await asyncio.sleep(pause_s)
        pause_s = min(pause_s * 2, LONGEST_PAUSE_S)


def take_over(station: Station, answer: RegistrationAnswer | DeviceStatus, **known: str) -> None:
    """Keep what the centre answered; an active terminal opens its journal."""
    station.keep_enrolment(state=answer.status, shop=answer.shop, receipt_prefix=answer.receipt_prefix, **known)
    if answer.status == ACTIVE:
        open_journal(station.terminal, answer.receipt_prefix)
        station.keep_note()


def _announce(announce: Callable[[Topic], None], feed: str) -> None:
    for topic in _TOPICS.get(feed.partition(":")[0], ()):
        announce(topic)


def make_client(station: Station, server: str, worker: Worker) -> Client:
    """Make the client for a server address. Refusal `server.address` when it cannot be one."""
    return client_for(station.loaded, station.terminal.clock, station.identity, station.secrets, server, worker)


def client_for(
    loaded: Loaded, clock: Clock, identity: Identity, secrets: Secrets, server: str, worker: Worker
) -> Client:
    """Make the client of a terminal that is not open. Refusal `server.address`."""
    ca_file = loaded.settings.ca_file
    try:
        return Client(server, identity, secrets, worker, ca_file=Path(ca_file) if ca_file else None, now=clock.now)
    except (ValueError, OSError) as error:
        raise Refusal("server.address", f"{server} cannot be used: {error}", "Check the address.") from error
