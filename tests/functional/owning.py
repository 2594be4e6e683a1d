"""A process that owns a data directory and carries out what others ask for, as the window does, until stdin ends."""

import asyncio
import sys

from desktop.domain.clock import SystemClock
from desktop.owner import Ownership, serve
from desktop.settings import load_settings
from desktop.station import open_station
from desktop.verbs import carry_out


async def own() -> None:
    """Serve until nobody holds the other end of standard input."""
    loaded = load_settings()
    ownership = Ownership(loaded.data_dir)
    assert ownership.held
    station = open_station(loaded, SystemClock())
    server = await serve(loaded.data_dir, lambda name, values: carry_out(station, name, values))
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    server.close()
    await server.wait_closed()
    station.close()
    ownership.release()


if __name__ == "__main__":
    asyncio.run(own())
