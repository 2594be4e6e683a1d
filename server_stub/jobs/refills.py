"""Every minute: what the pick faces lack is asked for."""

from typing import Any

from server_stub.jobs.workplace import Workplace
from server_stub.orders.refilling import refill_all


async def refill(place: Workplace, _payload: dict[str, Any]) -> None:
    """Ask for it; run again it asks for nothing twice."""
    await refill_all(place.pool, place.now())
