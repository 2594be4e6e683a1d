"""The key of the database is left at the centre, once in each of its histories; the key that signs never is."""

import asyncio
from contextlib import suppress

from desktop.station import Station
from desktop.store.terminal import Known, read_known, save_known
from sync.client import Client
from sync.trouble import Trouble

LOOK_S = 300.0


class EscrowKeeping:
    """Leaves it as soon as the terminal is active and the centre answers."""

    def __init__(self, station: Station, client: Client) -> None:
        self._station, self._client = station, client

    async def run(self) -> None:
        """Look now and then until cancelled: a centre that was restored may not have it any more."""
        while True:
            await self.leave()
            await asyncio.sleep(LOOK_S)

    async def leave(self) -> None:
        """Leave the key where this centre does not have it yet; trouble with the line is for another time."""
        with self._station.terminal.database.reading() as connection:
            epoch, state = read_known(connection, Known.EPOCH), read_known(connection, Known.STATE)
            left = read_known(connection, Known.ESCROWED)
        if not epoch or epoch == left or state != "active" or self._station.loaded.rehearsal:
            return
        with suppress(Trouble):
            await self._client.keep_escrow(self._station.database_key())
            with self._station.terminal.database.writing() as connection:
                save_known(connection, escrowed=epoch)
