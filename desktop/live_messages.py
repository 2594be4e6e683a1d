"""What comes over the live line for people: kept before it is confirmed; and the support bundles they agree to send."""

import asyncio

import structlog

from desktop.operations import messages
from desktop.replication.messages import keep
from desktop.station import Station
from sync.client import Client
from sync.trouble import Refused, TooLarge, Trouble
from sync.wire.live import LiveMessage

_log = structlog.get_logger("desktop.live_messages")


class LiveMessages:
    """Messages of one station; `want` is called when there may be a bundle to send."""

    def __init__(self, station: Station, client: Client) -> None:
        self._station = station
        self._client = client
        self._wanted = asyncio.Event()
        self._wanted.set()

    def want(self) -> None:
        """Somebody agreed, or the centre can be reached again."""
        self._wanted.set()

    def keep(self, heard: LiveMessage) -> None:
        """Put a message on disk. Raises Disk: it is not confirmed then and comes again."""
        terminal = self._station.terminal
        unasked = self._station.loaded.settings.bundles_unasked
        keep(terminal.database, heard, terminal.clock.now(), send_unasked=unasked)

    async def run(self) -> None:
        """Send the bundles that were agreed to, until cancelled; what cannot be sent waits for the next `want`."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            try:
                await self._send_agreed()
            except Trouble as trouble:
                _log.info("support bundle waits", cause=trouble.cause)

    async def _send_agreed(self) -> None:
        station = self._station
        for request in messages.list_agreed(station.terminal):
            from desktop.support_bundle import make_bundle  # seldom needed, and it asks the link's own modules

            content = await asyncio.to_thread(make_bundle, station.loaded, station.terminal.clock)
            try:
                await self._client.send_bundle(request.id, content)
            except (Refused, TooLarge) as trouble:
                _log.warning("support bundle refused", cause=trouble.cause)
                messages.close_message(station.terminal, request.id)
            else:
                self._tell(request.id)

    def _tell(self, request_id: str) -> None:
        """Tell whoever agreed that it is sent; where nobody is asked, nobody is told."""
        if self._station.loaded.settings.bundles_unasked:
            messages.close_message(self._station.terminal, request_id)
        else:
            messages.note_sent(self._station.terminal, request_id)
