"""What every route works with, built once when the application starts."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from server_stub.centre import Centre
from server_stub.database import Pool
from server_stub.identity.roll import Roll
from server_stub.journal.lane import Lane
from server_stub.live.hub import Hub


def utc_now() -> datetime:
    """Tell the time; routes ask the context's clock, which is this one outside tests."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Context:
    """The database, the centre's identity, the open live lines, where snapshots lie.

    Small pushes go through the `lane`, and who calls is looked up by the `roll`.
    """

    pool: Pool
    centre: Centre
    hub: Hub
    snapshots: Path
    lane: Lane
    roll: Roll
    now: Callable[[], datetime] = utc_now
    started_at: datetime = field(default_factory=utc_now)
    pushes: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(8))
    """How many pushes are unpacked at once, and large ones landed, so that memory stays bounded."""
    instance_key: str = field(default="", repr=False)
    """The shared key of the servers of the eckWMS family (GLOBAL_SERVER_API_KEY); empty when this centre has none."""
