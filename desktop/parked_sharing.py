"""Parked tickets and head office: what this till has to tell of its own is told beside the window.

No sale waits for it. Without an answer the tickets stay as they are, and are told when there is one.
"""

import asyncio
import random
from contextlib import suppress

import msgspec
import structlog

from desktop.domain.parking import Mine, Step
from desktop.domain.refusal import Refusal
from desktop.operations import parking
from desktop.station import Station
from sync.backoff import Backoff
from sync.client import Client
from sync.trouble import Refused, TooLarge, Trouble
from sync.wire.parked import Claim, Offer, TicketAnswer

_log = structlog.get_logger("desktop.parked_sharing")


class ParkedSharing:
    """Tells the tickets of one station; `want` is called when there may be something to tell, or somebody to hear."""

    def __init__(self, station: Station, client: Client, rng: random.Random) -> None:
        self._station = station
        self._client = client
        self._backoff = Backoff(rng)
        self._wanted = asyncio.Event()

    def want(self) -> None:
        """A ticket was parked, opened or sold, or the centre can be reached again."""
        self._wanted.set()

    async def run(self) -> None:
        """Tell until cancelled. Nothing that fails here ends it: the till replicates beside it."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            pause_s = await self.tell()
            if pause_s is not None:
                with suppress(TimeoutError):
                    async with asyncio.timeout(pause_s):
                        await self._wanted.wait()
                self._wanted.set()

    async def tell(self) -> float | None:
        """Tell everything that is due; gives the seconds until the next try, None when all is told."""
        try:
            for mine, step in parking.list_due(self._station.terminal):
                await self._tell(mine, step)
        except Trouble as trouble:
            _log.info("parked tickets wait", cause=trouble.cause)
            return self._backoff.next_s(trouble.retry_after_s)
        except Refusal as refusal:  # the shop's terms are on their way again
            _log.info("parked tickets wait", cause=refusal.code)
            return self._backoff.next_s()
        except Exception as error:  # noqa: BLE001  a full disk, a damaged page: told, and tried again
            _log.error("parked tickets failed", exc_info=error)
            return self._backoff.next_s()
        self._backoff.reset()
        return None

    async def _tell(self, mine: Mine, step: Step) -> None:
        terminal = self._station.terminal
        try:
            answer = await self._ask(mine, step)
        except (Refused, TooLarge) as trouble:
            _log.warning("parked ticket not taken", cause=trouble.cause)
            parking.settle_step(terminal, mine, "forget")
            return
        if answer is not None:
            parking.settle_step(terminal, mine, step, answer.state, answer.revision)

    async def _ask(self, mine: Mine, step: Step) -> TicketAnswer | None:
        claim = Claim(id=mine.parked_id, revision=mine.revision)
        match step:
            case "take":
                return await self._client.take_parked(claim)
            case "drop":
                return await self._client.drop_parked(claim)
            case "offer":
                offered = parking.read_offered(self._station.terminal, mine)
                if offered is None:
                    return None
                told = {"id": mine.parked_id, "parked_at": mine.parked_at, "version": parking.CART_VERSION}
                return await self._client.park(msgspec.convert(told | _fields(offered), Offer))
            case _:
                parking.settle_step(self._station.terminal, mine, step)
                return None


def _fields(offered: object) -> dict[str, object]:
    fields: dict[str, object] = msgspec.to_builtins(offered)
    return fields
