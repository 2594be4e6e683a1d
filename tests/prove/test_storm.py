"""The storm in small: the engine's own way back after a cut, in virtual time; `make prove` cuts many real lines."""

import asyncio
import random
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from pathlib import Path
from ssl import SSLContext

import pytest

from sync.client import Client
from sync.engine import _RETURN_S, Engine
from sync.identity import load_identity
from sync.live import Heard, Standing
from sync.trouble import Offline
from sync.wire.messages import Nudge
from tests.prove.storm import CROWDED, FEW, Lines, Lockstep
from tests.sync.model_centre import ModelCentre
from tests.sync.network import SimulatedNetwork
from tests.sync.simulation import MemorySecrets
from tests.sync.stores import InlineWork, MemoryJournal
from tests.sync.virtual_time import run_virtual

COUNT = 80


async def storm(folder: Path, *, jitter: bool) -> tuple[int, int, float]:
    """Cut all lines; gives the most that begin to come back in one second, the requests meanwhile, and the time."""
    lines, networks, rng = Lines(), [], random.Random(1)
    centre, clock = ModelCentre(rng), asyncio.get_running_loop().time
    cut = asyncio.Event()

    async def connect(url: str, tls: SSLContext, token: str, standing: Standing) -> AsyncGenerator[Heard, None]:
        lines.began.append(clock())
        yield Nudge(type="open")
        await cut.wait()
        raise Offline("server", "cut")

    for number in range(COUNT):
        secrets, work = MemorySecrets(), InlineWork()
        identity = load_identity(secrets, number)
        centre.devices[identity.device_id] = identity.public_key
        networks.append(SimulatedNetwork(centre, rng, identity.device_id))
        client = Client("http://centre", identity, secrets, work, transport=networks[-1], connect=connect)
        journal = MemoryJournal(identity)
        lines.clients.append(client)
        lines.engines.append(
            Engine(journal, journal.replica, client, work, folder=folder, server_key=centre.public_key,
                   now=lambda: datetime.now(UTC), rng=random.Random(number) if jitter else Lockstep())
        )  # fmt: skip
    await lines.open()
    asked, began_s = sum(network.requests for network in networks), clock()
    lines.began.clear()
    cut.set()
    await asyncio.sleep(0.01)
    assert lines.live == 0
    cut.clear()
    await lines.all_live()
    assert lines.live == COUNT
    back = lines.peak_per_s(), sum(network.requests for network in networks) - asked, clock() - began_s
    await lines.close()
    return back


@pytest.mark.parametrize("jitter", [True, False])
def test_lines_that_were_cut_together_come_back_one_by_one(tmp_path: Path, *, jitter: bool) -> None:
    peak_per_s, requests, seconds = run_virtual(storm(tmp_path, jitter=jitter))
    assert (peak_per_s <= COUNT * CROWDED + FEW) is jitter
    assert requests == 0, "a line that was cut asks for no new token"
    assert seconds < _RETURN_S + 5
