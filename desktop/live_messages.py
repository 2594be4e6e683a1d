"""What comes over the live line for people: kept before it is confirmed; and how requests for bundles are answered."""

import asyncio
import random
from contextlib import suppress

import structlog

from desktop.operations import messages
from desktop.replication.messages import keep
from desktop.station import Station
from sync.backoff import Backoff
from sync.client import Client
from sync.trouble import Disk, Refused, TooLarge, Trouble
from sync.wire.live import LiveMessage

_log = structlog.get_logger("desktop.live_messages")


class LiveMessages:
    """Messages of one station; `want` is called when there may be a request to answer, or the centre to answer to."""

    def __init__(self, station: Station, client: Client, rng: random.Random) -> None:
        self._station = station
        self._client = client
        self._backoff = Backoff(rng)
        self._wanted = asyncio.Event()
        self._made: dict[str, bytes] = {}

    def want(self) -> None:
        """Somebody answered, or the centre can be reached again."""
        self._wanted.set()

    def keep(self, heard: LiveMessage) -> None:
        """Put a message on disk. Raises Disk: it is not confirmed then and comes again."""
        terminal = self._station.terminal
        unasked = self._station.loaded.settings.bundles_unasked
        try:
            keep(terminal.database, heard, terminal.clock.now(), send_unasked=unasked)
        except Disk:
            raise
        except Exception as error:  # a message that cannot be kept must not end the engine
            _log.error("message not kept", exc_info=error)
            raise Disk(repr(error)) from error

    async def run(self) -> None:
        """Answer requests until cancelled. Nothing that fails here ends it: the till replicates beside it."""
        while True:
            self._wanted.clear()
            pause_s = await self._try()
            with suppress(TimeoutError):
                async with asyncio.timeout(pause_s):
                    await self._wanted.wait()

    async def _try(self) -> float | None:
        """Answer every request; gives the seconds until the next try, None when nothing waits."""
        try:
            await self._answer_all()
        except Trouble as trouble:
            _log.info("support bundle waits", cause=trouble.cause)
            return self._backoff.next_s(trouble.retry_after_s)
        except Exception as error:  # noqa: BLE001  a full disk, a damaged page: told, and tried again
            _log.error("support bundle failed", exc_info=error)
            return self._backoff.next_s()
        self._backoff.reset()
        return None

    async def _answer_all(self) -> None:
        terminal = self._station.terminal
        for request in messages.list_declined(terminal):
            await self._refuse(request.id)
        for request in messages.list_agreed(terminal):
            await self._send(request.id)

    async def _refuse(self, request_id: str) -> None:
        with suppress(Refused):  # nobody waits for it any more, or the centre is older and keeps no refusals
            await self._client.refuse_bundle(request_id)
        messages.close_message(self._station.terminal, request_id)

    async def _send(self, request_id: str) -> None:
        content = await self._make(request_id)
        try:
            await self._client.send_bundle(request_id, content)
        except (Refused, TooLarge) as trouble:
            _log.warning("support bundle refused", cause=trouble.cause)
            self._tell(request_id, taken=False)
        else:
            self._tell(request_id, taken=True)
        del self._made[request_id]

    async def _make(self, request_id: str) -> bytes:
        """Make the bundle, once: each further try sends the same."""
        if request_id not in self._made:
            from desktop.support_bundle import make_bundle  # seldom needed, and it asks the link's own modules

            station = self._station
            self._made[request_id] = await asyncio.to_thread(make_bundle, station.loaded, station.terminal.clock)
        return self._made[request_id]

    def _tell(self, request_id: str, *, taken: bool) -> None:
        """Tell whoever agreed what became of it; where nobody is asked, nobody is told."""
        if self._station.loaded.settings.bundles_unasked:
            messages.close_message(self._station.terminal, request_id)
        elif taken:
            messages.note_sent(self._station.terminal, request_id)
        else:
            messages.note_not_taken(self._station.terminal, request_id)
